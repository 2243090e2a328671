import { click } from '../e2e/support/click';
import { poll } from '../e2e/support/poll';
import { readGrid } from '../e2e/support/webview';
import { Workbench } from '../e2e/support/workbench';
import { asTable, type Contact, contactsOfFile, contactsOfPage, differences } from './compare';
import { files, labels } from './labels';
import { demoFolder, sampleFiles } from './sample';

/**
 * Shows the main job in a headless browser through the real user interface, with a screenshot at each step.
 * Gives true when the contacts on the results page are those of the file.
 */
export async function headlessDemo(vsix: string): Promise<boolean> {
  console.log('Starting VS Code …');
  const window = await Workbench.start({
    vsix: [vsix],
    files: sampleFiles(),
    settings: { 'workbench.colorTheme': 'Light Modern' },
  });
  try {
    await showBrokenFile(window);
    await window.editors.closeAll();
    await send(window);
    await readGrid(window.webview);
    await shoot(window, '4-results');
    const page = await readContacts(window);
    console.log(`\nReturned contacts:\n${asTable(page)}\n`);
    await showOtherThemes(window);
    const found = differences(contactsOfFile(window.session.read(files.contacts)), page);
    for (const difference of found) console.error(difference);
    return found.length === 0;
  } catch (error) {
    await shoot(window, 'failure').catch(() => undefined);
    throw error;
  } finally {
    await window.stop();
  }
}

/** The parts of name and number have columns of their own, shown on demand, and only those in sight are drawn. */
async function readContacts({ page, webview }: Workbench): Promise<Contact[]> {
  const size = page.viewportSize() ?? { width: 1400, height: 900 };
  await click(webview.getByRole('button', { name: 'Columns' }));
  await click(webview.getByRole('button', { name: 'All', exact: true }));
  await page.setViewportSize({ ...size, width: 3 * size.width });
  const contacts = await poll('a value in each column of the contacts', async () => {
    const read = contactsOfPage(await readGrid(webview));
    return read.every((contact) => !Object.values(contact).includes('')) ? read : undefined;
  });
  await page.setViewportSize(size);
  return contacts;
}

async function showBrokenFile(window: Workbench): Promise<void> {
  await window.editors.open(files.broken);
  await window.editors.waitForSquiggles('error');
  const problems = await window.problems.wait(files.broken, (rows) => rows.length > 0);
  console.log(`\nProblems of ${files.broken}:`);
  for (const { severity, line, column, message, code } of problems) {
    console.log(`  ${severity.padEnd(7)} ${line}:${column}  ${message}  (${code})`);
  }
  await shoot(window, '1-problems');
  await window.problems.hide();
}

async function send(window: Workbench): Promise<void> {
  await window.editors.open(files.contacts);
  await shoot(window, '2-contacts');
  await window.explorer.choose(files.contacts, labels.send);
  // Where to send is asked only as long as no stream was chosen.
  await poll('the choice of a stream or the confirmation', async () => {
    if (await window.dialog.isOpen()) return true;
    if (!(await window.quickInput.isOpen())) return undefined;
    await window.quickInput.pick(labels.trySandbox);
    return true;
  });
  const { message, detail } = await window.dialog.read();
  console.log(`\n${message}\n${detail}`);
  await shoot(window, '3-confirmation');
  await window.dialog.press(labels.confirm);
}

async function showOtherThemes(window: Workbench): Promise<void> {
  for (const theme of ['dark', 'highContrast', 'highContrastLight'] as const) {
    await window.setTheme(theme);
    await shoot(window, `5-results-${theme}`);
  }
}

async function shoot(window: Workbench, name: string): Promise<void> {
  await window.screenshot(name, demoFolder);
}
