import { contactColumns } from '../../../src/core/contact/columns';
import { poll } from '../../e2e/support/poll';
import type { Station } from './station';
import { stay, stop } from './steps';

const header = `${contactColumns.join(',')},notes`;
const notes = 'n'.repeat(9_000);

/** What {@link large} opens: VS Code gives no extension more than 50 M UTF-16 units. Made when it is needed. */
export function largeFiles(): Record<string, string> {
  const rows = Array.from(
    { length: 6_000 },
    (_, index) => `First${index},Last${index},Mr,${9_876_500_000 + index},+91,+91,${notes}`,
  );
  rows[9] = `,Last,Mr,98765,+91,+91,${notes}`;
  rows[4_999] = rows[9];
  // Numbers that begin with their country code are looked at closely: there is time for pictures.
  const slow = 'Asha,Rao,Mrs,9100000000,+91,+91,\n'.repeat(1_600_000);
  return { 'large.csv': `${header}\n${rows.join('\n')}\n`, 'slow.csv': `${header}\n${slow}` };
}

/** A file that is too large for an editor. */
export const large: readonly Station[] = [
  stay('checking', async ({ window }) => {
    await window.explorer.choose('slow.csv', 'Check as Contact List');
    await window.notifications.wait('%');
  }),
  stay('findings', async ({ window }) => {
    await window.notifications.press('Checking slow.csv', 'Cancel');
    await window.explorer.choose('large.csv', 'Check as Contact List');
    await window.notifications.wait('large.csv: 6,000 contacts', 60_000);
    await window.webview.locator('h1', { hasText: 'large.csv' }).waitFor();
  }),
  stop('not-sent', async ({ window }) => {
    await window.notifications.clear();
    await window.explorer.choose('large.csv', 'Send CSV to Stream (Import)…');
    await window.notifications.wait('large.csv was not sent', 60_000);
  }),
];

/** What {@link restricted} opens. */
export const restrictedFiles = {
  'contacts.csv': `${contactColumns.join(',')}\nAsha,,Mrs,9876543210,+91,+91\n`,
};

/** A workspace that is not trusted. */
export const restricted: readonly Station[] = [
  stay('editor', async ({ window }) => {
    await window.editors.open('contacts.csv');
    await window.editors.waitForSquiggles('error');
  }),
  stay('send', async ({ window }) => {
    await window.explorer.choose('contacts.csv', 'Send CSV to Stream (Import)…');
    await window.notifications.wait('Trust this workspace');
  }),
  stop('trust', async ({ window }) => {
    await window.notifications.press('Trust this workspace', 'Manage Workspace Trust');
    await window.page.locator('.workspace-trust-editor').waitFor();
    await poll('its text', async () =>
      (await window.page.locator('.workspace-trust-buttons-row .monaco-button').count()) > 0
        ? true
        : undefined,
    );
  }),
];
