import type { Workbench } from './workbench';
import { poll } from './poll';

const header = 'First Name,Surname,Title,Mobile\n';

/** CSVs with columns of their own. */
export const mappedFiles = {
  'export.csv': `${header}Asha,Rao,Mrs,9876543210\n\n"O'Neil, Jr.",Doe,Mr,9876543211\n`,
  'gaps.csv': `${header}Ben,,Mr,9876543213\n`,
  'headless.csv': 'Asha,Rao,9876543210\nBen,Doe,9876543211\n',
  'names.csv':
    'Full Name,Phone,Job Title\n' +
    'Mr John Smith,+1 202 555 0150,Engineer\n' +
    'Cher,+1 202 555 0151,Singer\n' +
    '"Doe, Jane",+1 202 555 0152 / +1 202 555 0153,CEO\n' +
    'Anna de Vries,"+1 (202) 555-0154"\n' +
    '"van den Berg, Mrs Jana",0031612345678,CTO\n',
};

/** Waits for the quick pick of all columns. */
export async function overview({ quickInput }: Workbench): Promise<void> {
  await quickInput.wait('Where each column comes from');
}

/** Goes from the overview to where a column comes from. */
export async function source({ quickInput }: Workbench, column: string): Promise<void> {
  await quickInput.pick(column);
  await quickInput.wait(`Map Columns: ${column}`);
}

/** Goes on from there to the box for a value of all rows. */
export async function oneValue({ quickInput }: Workbench, column: string): Promise<void> {
  await quickInput.pick('Use one value for all rows…');
  await quickInput.waitForMessage(`One value for ${column}`);
}

/** Goes from the overview to the values of the first rows. */
export async function preview({ quickInput }: Workbench): Promise<void> {
  await quickInput.pick('Preview');
  await quickInput.wait('Map Columns: Preview');
}

/** The same for `names.csv`, whose names and numbers are cut in parts; waits for rows that cannot be. */
export async function previewNames(window: Workbench): Promise<void> {
  const { quickInput } = window;
  await quickInput.pick('Use the Suggestions');
  await preview(window);
  await poll('the rows that are held back', async () =>
    (await quickInput.items()).includes('line 3') ? true : undefined,
  );
}
