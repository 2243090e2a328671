import type { Locator } from 'playwright-core';
import { poll } from './poll';

/** How to click. */
export interface ClickOptions {
  readonly button?: 'left' | 'right';
  /** A key held down meanwhile. */
  readonly modifier?: 'Control' | 'Shift';
  /** How long to wait for the element; the page's own default if unset. */
  readonly timeoutMs?: number;
}

/**
 * Clicks with the real mouse as soon as the element is visible, still and not covered. Playwright's own click then
 * waits for navigations that a click may start; a webview's frames keep it waiting for none of our business.
 */
export async function click(target: Locator, options: ClickOptions = {}): Promise<void> {
  const { button = 'left', modifier, timeoutMs } = options;
  const { mouse, keyboard } = target.page();
  await target.hover(timeoutMs === undefined ? {} : { timeout: timeoutMs });
  if (modifier) await keyboard.down(modifier);
  await mouse.down({ button });
  await mouse.up({ button });
  if (modifier) await keyboard.up(modifier);
}

/**
 * Clicks what closes its own box, such as an entry of a menu or a button of a message, until the box is gone: VS Code
 * leaves a click alone that comes too soon after the box, and messages move when another one comes or goes.
 * @param box what holds the target, and vanishes with a click that is taken
 * @throws Error when there was no such target within 45 s, or it took no click
 */
export async function clickAway(target: Locator, box: Locator): Promise<void> {
  await target.waitFor();
  // A dialog may be followed by one like it at once, which is not to be clicked too: that one is another element.
  const element = await box.elementHandle();
  await poll('a click to be taken', async () => {
    // A busy window may take a click late: then there is nothing left to be clicked.
    await click(target, { timeoutMs: 2_000 }).catch(() => undefined);
    const gone = [
      box.waitFor({ state: 'hidden', timeout: 2_000 }),
      element.waitForElementState('hidden', { timeout: 2_000 }),
    ];
    return Promise.any(gone).then(
      () => true,
      () => undefined,
    );
  });
}
