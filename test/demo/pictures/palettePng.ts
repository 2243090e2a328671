import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** A picture in at most 96 colours. */
interface Indexed {
  readonly width: number;
  readonly height: number;
  /** RGB, one colour behind the other, in base64. */
  readonly palette: string;
  /** The colour of each pixel, a byte each, row by row, in base64. */
  readonly pixels: string;
}

/**
 * Makes a picture of a user interface a fraction of its size: of colours that look alike the most frequent one is kept,
 * 96 in all, and every other pixel gets the nearest of them, which nobody sees on letters and plain surfaces. The
 * shades of letters alone would be more than 96, and a warning’s few pixels green.
 * @param page any page that may run scripts: the browser does the decoding
 */
export async function palettePng(page: Page, png: Buffer): Promise<Buffer> {
  return encode(await page.evaluate<Indexed>(`(${indexed})(${JSON.stringify(png.toString('base64'))})`));
}

// Runs in the browser; the tests are compiled without the DOM.
const indexed = `async (png) => {
  const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colours = new Uint32Array(width * height).map(
    (_, at) => (data[at * 4] << 16) | (data[at * 4 + 1] << 8) | data[at * 4 + 2],
  );
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const distance = (one, other) => {
    const [a, b] = [parts(one), parts(other)];
    return a.reduce((sum, value, part) => sum + (value - b[part]) ** 2, 0);
  };
  const kept = [];
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
    // Plain surfaces, which are many pixels each, may differ by little.
    const alike = kept.length < 24 ? 4 : 500;
    if (kept.length < 96 && kept.every((other) => distance(colour, other) > alike)) kept.push(colour);
  }
  const nearest = new Map([...counts.keys()].map((colour) => {
    let best = 0;
    let least = Infinity;
    kept.forEach((other, index) => {
      const far = distance(colour, other);
      if (far < least) [best, least] = [index, far];
    });
    return [colour, best];
  }));
  const base64 = (array) => {
    let text = '';
    for (let at = 0; at < array.length; at += 8192) text += String.fromCharCode(...array.slice(at, at + 8192));
    return btoa(text);
  };
  return {
    width,
    height,
    palette: base64(kept.flatMap(parts)),
    pixels: base64(Uint8Array.from(colours, (colour) => nearest.get(colour))),
  };
}`;

/** As the PNG specification has it: colour type 3, no filter, since a palette's indices have no gradients. */
function encode({ width, height, palette, pixels }: Indexed): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const indices = Buffer.from(pixels, 'base64');
  const rows = Array.from({ length: height }, (_, row) => [
    Buffer.of(0),
    indices.subarray(row * width, (row + 1) * width),
  ]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette, 'base64')),
    chunk('IDAT', deflateSync(Buffer.concat(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
