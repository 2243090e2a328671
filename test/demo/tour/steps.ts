import type { Workbench } from '../../e2e/support/workbench';
import type { Station, Walk } from './station';

/** A command's full title in the palette. */
export function command(title: string): string {
  return `Agent Assist Contacts: ${title}`;
}

/** A station that the next one starts from. */
export function stay(name: string, go: Station['go']): Station {
  return { name, go, stays: true };
}

/** A station that is left with nothing open. */
export function stop(name: string, go: Station['go']): Station {
  return { name, go };
}

/** Runs a command of the extension. */
export function run(window: Workbench, title: string): Promise<void> {
  return window.command(command(title));
}

/** Opens a file and waits until it was checked: for its squiggle, or the line above its header. */
export async function open(
  window: Workbench,
  file: string,
  severity?: 'error' | 'warning' | 'info',
): Promise<void> {
  await window.editors.open(file);
  if (severity) await window.editors.waitForSquiggles(severity);
  else await window.page.locator('.codelens-decoration').first().waitFor();
}

/** Waits until the line above the header has words. */
export async function lens(window: Workbench, words: string): Promise<void> {
  await window.page.locator('.codelens-decoration', { hasText: words }).waitFor();
}

/** Opens a file and asks to have it sent. */
export async function send(window: Workbench, file: string): Promise<void> {
  await window.editors.open(file);
  await run(window, 'Send CSV to Stream (Import)…');
}

/** The same, with the question answered. */
export async function sendConfirmed(window: Workbench, file: string): Promise<void> {
  await send(window, file);
  await window.dialog.press('Send');
}

/** Shows the hover at a place. */
export async function hover(window: Workbench, line: number, column: number): Promise<void> {
  await window.editors.goTo(line, column);
  await window.command('Show or Focus Hover');
  await window.page.locator('.monaco-hover:visible .hover-contents').first().waitFor();
}

/** A command that is answered by a message. */
export function told(name: string, title: string, message: string | RegExp): Station {
  return stop(name, async ({ window }: Walk) => {
    await run(window, title);
    await window.notifications.wait(message);
  });
}
