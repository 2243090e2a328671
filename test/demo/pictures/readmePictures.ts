import fs from 'node:fs';
import path from 'node:path';
import { contactColumns } from '../../../src/core/contact/columns';
import { readGrid } from '../../e2e/support/webview';
import { Workbench } from '../../e2e/support/workbench';
import { rowsXml, workbook } from '../../support/xlsx/workbook';
import { root } from '../../vscode/paths';
import { sampleFiles } from '../sample';
import { open, run, sendConfirmed } from '../tour/steps';
import { palettePng } from './palettePng';

/** Of the window, in CSS pixels: as much as the picture needs, since a reader sees it at a third of that. */
const sizes = {
  usual: { width: 1080, height: 620 },
  high: { width: 1080, height: 800 },
  wide: { width: 1260, height: 560 },
};

const people = ['Asha Rao', 'John Doe', 'Priya Nair', 'Ben Stone', 'Maria Lopez', 'Chen Wei', 'Sara Haddad'];
const others = ['Tom Baker', 'Anita Desai', 'Omar Khan', 'Lena Vogel', 'Ravi Menon', 'Julia Weber'];

/** A sheet with one of each kind of cell to look at: an error, digits that are lost, a date. */
function customers(): Buffer {
  const rows = [...people, ...others].map((name, index) => [
    ...name.split(' '),
    index % 2 === 0 ? 'Mrs' : 'Mr',
    index === 8 ? 9_198_765_432_280_000 : 9_876_543_210 + 37 * index,
    ...['+91', '+91'],
  ]);
  const xml = rowsXml([[...contactColumns], ...rows])
    .replace(/<c r="D6".*?<\/c>/, '<c r="D6" t="e"><v>#N/A</v></c>')
    .replace(/<c r="D13".*?<\/c>/, '<c r="D13" s="1"><v>45424</v></c>');
  return workbook({ sheets: [{ name: 'Customers', rows: xml }], formats: ['yyyy-mm-dd'] });
}

const crm = `Full Name,Anrede,Phone,Company
Asha Rao,Frau,+91 98765 43210,Acme
John Smith,Herr,+1 202 555 0143,Initech
Ravi Iyer,Herr,+91 98123 45678,Umbrella
Cher,Frau,+1 202 555 0151,
"Doe, Jane",Frau,+1 202 555 0152 / +1 202 555 0153,Acme
`;

/** Takes the pictures of README.md anew, from the real thing, into `media`. */
export async function readmePictures(vsix: string): Promise<void> {
  const window = await Workbench.start({
    vsix: [vsix],
    files: {
      ...sampleFiles(),
      'every.csv': fs.readFileSync(path.join(root, 'test/fixtures/mistakes/every.csv')),
      'crm.csv': crm,
      'customers.xlsx': customers(),
    },
    settings: { 'workbench.colorTheme': 'Light Modern', 'editor.minimap.enabled': false },
    viewport: sizes.usual,
    pixelRatio: 2,
  });
  try {
    await spreadsheet(window);
    await mapColumns(window);
    await mistakes(window);
    await results(window);
  } finally {
    await window.stop();
  }
}

async function spreadsheet(window: Workbench): Promise<void> {
  await window.explorer.choose('customers.xlsx', 'Open Spreadsheet as Contact CSV…');
  await window.notifications.wait('not saved yet');
  await window.editors.waitForSquiggles('error');
  await showLens(window);
  await shoot(window, 'spreadsheet');
  await clear(window);
}

async function mapColumns(window: Workbench): Promise<void> {
  await window.page.setViewportSize(sizes.high);
  await window.editors.open('crm.csv');
  await window.page.keyboard.press('Control+B');
  await run(window, 'Map Columns…');
  await window.quickInput.wait('Where each column comes from');
  await window.quickInput.pick('Use the Suggestions');
  await window.page.locator('.quick-input-widget .label-name', { hasText: 'Preview' }).first().waitFor();
  const box = await window.page.locator('.quick-input-widget').boundingBox();
  if (!box) throw new Error('There is no list of columns.');
  await shoot(window, 'map-columns', { x: box.x - 40, y: 0, width: box.width + 80, height: box.height + 40 });
  await window.quickInput.cancel();
  await clear(window);
}

async function mistakes(window: Workbench): Promise<void> {
  await open(window, 'every.csv', 'error');
  await window.problems.wait('every.csv', (rows) => rows.length > 5);
  await window.quickFixes.open(9, 14);
  await window.page.keyboard.press('Escape');
  await showLens(window);
  await window.quickFixes.open(9, 14);
  await shoot(window, 'mistakes');
  await window.page.keyboard.press('Escape');
  await window.problems.hide();
  await clear(window);
}

/** With one row that the stream refuses, as the sandbox with problems does. */
async function results(window: Workbench): Promise<void> {
  await window.page.setViewportSize(sizes.wide);
  await run(window, 'Try the Sandbox with Problems…');
  await window.dialog.press('Start Sandbox');
  await window.notifications.wait('The sandbox with problems is running');
  await window.notifications.clear();
  await sendConfirmed(window, 'contacts.csv');
  await readGrid(window.webview);
  await window.notifications.wait('refused');
  await window.page.locator('.codelens-decoration', { hasText: 'refused' }).waitFor();
  await window.notifications.clear();
  await shoot(window, 'screenshot');
}

/** Shows the line above the header, which came when the header was at the top. */
async function showLens(window: Workbench): Promise<void> {
  await window.page.locator('.codelens-decoration').first().waitFor({ state: 'attached' });
  for (let lines = 0; lines < 3; lines++) await window.editors.press('Control+ArrowUp');
}

async function clear(window: Workbench): Promise<void> {
  await window.editors.closeAll();
  await window.notifications.clear();
}

/** @param clip what of the window, in CSS pixels; all of it if unset */
async function shoot(window: Workbench, name: string, clip?: Clip): Promise<void> {
  const png = await window.page.screenshot(clip ? { clip } : {});
  // A page of its own: the workbench allows no scripts from outside.
  const page = await window.page.context().newPage();
  const small = await palettePng(page, png);
  await page.close();
  fs.writeFileSync(path.join(root, 'media', `${name}.png`), small);
  console.log(`media/${name}.png: ${Math.round(small.length / 1000)} kB`);
}

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
