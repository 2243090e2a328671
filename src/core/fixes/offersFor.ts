import { type ContactSheet, type Finding, type FindingCode, keepable, leavesOpen } from '../checks';
import { type ContactColumn, hasWrongLetters } from '../contact';
import type { CsvTable } from '../csv';
import { cellAt, rewrite } from './cells';
import type { Fix, FixKind, TextEdit } from './fix';
import { fixesFor } from './fixesFor';

/**
 * What helps with a finding besides a fix: `holdBack` sends the list without its row, `keepAsIs` reports its value no
 * more, `explain` opens its page.
 */
export type Lead =
  | 'mapColumns'
  | 'checkAsList'
  | 'notContactList'
  | 'convertEncoding'
  | 'explainNumber'
  | 'holdBack'
  | 'keepAsIs'
  | 'explain';

export type Offer = { readonly fix: Fix } | { readonly lead: Lead };

/**
 * All that a finding of this sheet offers, the best first: a map of its columns, what mends it, then what leads to a mend, and what takes
 * something away only behind these. Never empty.
 */
export function offersFor(finding: Finding, sheet: ContactSheet): readonly Offer[] {
  const fixes = fixesFor(finding, sheet);
  const { before, after } = leadsOf(finding, sheet);
  const isLoss = (fix: Fix) => isRemoval(fix, sheet.table);
  const offers = [
    ...leads(before),
    ...[...fixes.filter((fix) => !isLoss(fix)), ...typed(finding, sheet)].map((fix) => ({ fix })),
    ...leads(after.filter((lead) => lead !== 'notContactList')),
    ...fixes.filter(isLoss).map((fix) => ({ fix })),
    ...leads(after.filter((lead) => lead === 'notContactList')),
  ];
  return offers.length > 0 ? offers : leads(['explain']);
}

/**
 * Findings of one place in the order in which their offers are listed: behind the others those whose first fix is doubtful,
 * such as a space for the line break between two numbers.
 */
export function inOrderOfOffers(findings: readonly Finding[], sheet: ContactSheet): readonly Finding[] {
  if (findings.length < 2) return findings;
  const isDoubtful = (finding: Finding) => fixesFor(finding, sheet)[0]?.isDoubtful === true;
  return [...findings.filter((one) => !isDoubtful(one)), ...findings.filter(isDoubtful)];
}

const removals: ReadonlySet<FixKind> = new Set(['removeColumn', 'cutRow', 'deleteRow']);
/** What they write is no number; where one stands, it belongs to another column. */
const words: ReadonlySet<FixKind> = new Set(['writeMr', 'writeMrs']);

/**
 * Whether a fix takes letters or digits away that are a user's: blank rows, repeated headers and surplus cells without any
 * are no loss.
 */
export function isRemoval({ kind, safe, isOfNobody, edits }: Fix, table: CsvTable): boolean {
  const takes = (what: RegExp) => edits().some(({ range }) => what.test(table.slice(range.start, range.end)));
  if (words.has(kind)) return takes(/\p{Nd}/u);
  if (!removals.has(kind) || safe || isOfNobody) return false;
  return kind !== 'cutRow' || takes(/[\p{L}\p{N}]/u);
}

/** They take what somebody typed out of a cell. */
const shortening: ReadonlySet<FixKind> = new Set(['dropExtension', 'keepNumber', 'copyCountryCode']);

/** Whether a fix is one that its user should look at first: it takes away what was typed, or what it leaves is doubtful. */
export function isRisky(fix: Fix, table: CsvTable): boolean {
  if (fix.isDoubtful || isRemoval(fix, table)) return true;
  return shortening.has(fix.kind) && fix.edits().some((edit) => !keepsAll(edit, table));
}

function keepsAll({ range, text }: TextEdit, table: CsvTable): boolean {
  return lettersOf(text).includes(lettersOf(table.slice(range.start, range.end)));
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function leads(names: readonly Lead[]): readonly Offer[] {
  return names.map((lead) => ({ lead }));
}

interface Leads {
  /** In front of the fixes. */
  readonly before: readonly Lead[];
  readonly after: readonly Lead[];
}

/** Mended beyond doubt by their own fixes. */
const certain: ReadonlySet<FindingCode> = new Set(['phone.digits', 'phone.spelling']);

/** The column whose value the finding is about, if its user can correct it and nobody else may know how. */
function typedColumn(finding: Finding): ContactColumn | undefined {
  const { code } = finding;
  if (certain.has(code)) return undefined;
  if (code === 'value.required') return finding.column === 'salutation' ? undefined : finding.column;
  if (code === 'extension.unusual') return 'cellPhoneExtension';
  if (code.startsWith('phone.')) return 'cellPhoneNumber';
  return code.startsWith('countryCode.') ? 'cellPhoneCountryCode' : undefined;
}

/** A fix that puts what its user types into the cell, if the cell's quotes are in order. */
function typed(finding: Finding, { table }: ContactSheet): readonly Fix[] {
  const asks = typedColumn(finding);
  if (asks === undefined) return [];
  const cell = cellAt(table, finding.range);
  if (!cell?.isSound || cell.record === 0) return [];
  const edits = (answer?: string) => (answer === undefined ? [] : [rewrite(table, cell, answer)]);
  return [{ kind: 'fillCell', safe: false, asks, edits }];
}

function leadsOf(finding: Finding, sheet: ContactSheet): Leads {
  const after = (...names: readonly Lead[]): Leads => ({ before: [], after: names });
  // It leaves the file as it is, and mends whatever else is wrong with its columns at once.
  const map = (...names: readonly Lead[]): Leads => ({ before: ['mapColumns'], after: names });
  const { code } = finding;
  if (code === 'csv.encoding') return after('convertEncoding');
  if (code === 'csv.fieldCount') return after('holdBack');
  if (code === 'csv.delimiter') return map();
  if (code === 'columns.none') {
    if (finding.seems === 'headless') return after();
    return finding.seems === 'list' ? map('checkAsList') : map();
  }
  if (code === 'columns.unknown' && hasWrongLetters(finding.header)) {
    return { before: ['convertEncoding'], after: ['mapColumns', 'notContactList'] };
  }
  if (code.startsWith('columns.')) {
    return sheet.lacksHeader ? after('notContactList') : map('notContactList');
  }
  if (
    code === 'phone.mangled' &&
    !finding.isDoubtful &&
    (finding.how === 'exponent' || finding.how === 'date')
  ) {
    return after('explainNumber', 'holdBack');
  }
  if (leavesOpen(finding)) return after('holdBack', 'keepAsIs');
  if (keepable(finding)) return after('keepAsIs');
  return typedColumn(finding) === undefined ? after() : after('holdBack');
}
