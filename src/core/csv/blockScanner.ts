import { Reading } from './reading';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** The longest block whose offsets fit in two bytes. */
const mostShort = 0xffff;

type Places = Uint16Array | Uint32Array;
const noPlaces = new Uint16Array(0);

/**
 * Finds the records and fields of blocks of text, one at a time (RFC 4180; LF or CRLF, also mixed; a lone CR is text).
 * Never fails: a stray quote is taken as text, and kept as such.
 *
 * A block ends behind a line feed, or where the whole text does. No line break and no doubled quote lies across such
 * an end, so nothing behind it needs to be known.
 */
export class BlockScanner {
  private readonly unit: number;
  /** No character above it means anything. Of those up to it, one that does has a 1 in `meaningful`. */
  private readonly highest: number;
  private readonly meaningful: Uint8Array;
  // Room for offsets, used again for each block; enough for most.
  private short: Places = new Uint16Array(0x800);
  private long: Places = new Uint32Array(0);
  private firsts: Places = new Uint32Array(0x100);
  // The block at hand.
  private text = '';
  private start = 0;
  private end = 0;
  private strays: number[] = [];

  /** @param delimiter one UTF-16 code unit */
  constructor(readonly delimiter: string) {
    this.unit = delimiter.charCodeAt(0);
    this.highest = Math.max(this.unit, quote);
    this.meaningful = new Uint8Array(this.highest + 1);
    for (const unit of [this.unit, quote, lineFeed, carriageReturn]) this.meaningful[unit] = 1;
  }

  /**
   * Reads the block that is `text` from `start` to `end`.
   *
   * @param inside whether it starts inside a quoted field
   * @param from where its first field starts, when something stands before it
   */
  read(text: string, start: number, end: number, inside: boolean, from = start): Reading {
    this.text = text;
    this.start = start;
    this.end = end;
    this.strays = [];
    let at = from;
    let isNewRecord = true;
    if (inside) {
      // A search that finds nothing would run on to the end of the text.
      const fieldEnd = text.slice(from, end).includes('"') ? this.quotedEnd(from) : -1;
      if (fieldEnd < 0 || fieldEnd === end) return new Reading(noPlaces, 0, this.strays, fieldEnd < 0);
      isNewRecord = text.charCodeAt(fieldEnd) !== this.unit;
      at = this.behindMark(fieldEnd);
    }
    return this.readFrom(at, isNewRecord);
  }

  /** @param at where a field starts */
  private readFrom(at: number, isNewRecord: boolean): Reading {
    const { text, start, end, unit: delimiter, highest, meaningful } = this;
    const isLong = end - start > mostShort;
    let places = isLong ? this.long : this.short;
    let { firsts } = this;
    let fields = 0;
    let records = 0;
    while (!isNewRecord || at < end) {
      if (isNewRecord) {
        if (records === firsts.length) firsts = this.firsts = enlarged(firsts);
        firsts[records++] = fields;
      }
      if (fields === places.length) places = enlarged(places);
      places[fields++] = at - start;
      // Here the time is spent: most fields are plain text with a delimiter behind it.
      const fieldStart = at;
      let unit = 0;
      while (at < end && ((unit = text.charCodeAt(at)) > highest || meaningful[unit] === 0)) at++;
      isNewRecord = false;
      if (at < end && unit !== delimiter) {
        at = unit === quote && at === fieldStart ? this.quotedEnd(at + 1) : this.unquotedEnd(at);
        isNewRecord = at >= 0 && text.charCodeAt(at) !== delimiter;
      }
      if (at < 0 || at === end) break;
      at = this.behindMark(at);
    }
    if (isLong) this.long = places;
    else this.short = places;
    const found = isLong ? new Uint32Array(fields + records) : new Uint16Array(fields + records);
    found.set(places.subarray(0, fields));
    found.set(firsts.subarray(0, records), fields);
    return new Reading(found, fields, this.strays, at < 0);
  }

  /** Where unquoted text ends: at a delimiter, at a line break, or with the block. Its first quote is a stray one. */
  private unquotedEnd(at: number): number {
    const { text, end, unit: delimiter } = this;
    const { length: before } = this.strays;
    for (; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit === delimiter || unit === lineFeed) break;
      if (unit === carriageReturn && at + 1 < end && text.charCodeAt(at + 1) === lineFeed) break;
      if (unit === quote && this.strays.length === before) this.strays.push(at - this.start);
    }
    return at;
  }

  /** Where a quoted field ends, from within it; -1 when its quote is not closed in this block. */
  private quotedEnd(at: number): number {
    const { text, end } = this;
    let close = text.indexOf('"', at);
    while (close >= 0 && close + 1 < end && text.charCodeAt(close + 1) === quote) {
      close = text.indexOf('"', close + 2);
    }
    if (close < 0 || close >= end) return -1;
    // With text behind it, the closing quote is a stray one; further quotes in the field are passed over.
    const before = this.strays.length;
    const fieldEnd = this.unquotedEnd(close + 1);
    this.strays.length = before;
    if (fieldEnd > close + 1) this.strays.push(close - this.start);
    return fieldEnd;
  }

  /** The offset behind a delimiter or a line break. */
  private behindMark(at: number): number {
    return at + (this.text.charCodeAt(at) === carriageReturn ? 2 : 1);
  }
}

function enlarged(places: Places): Places {
  const length = Math.max(0x400, places.length * 2);
  const larger = places instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
  larger.set(places);
  return larger;
}
