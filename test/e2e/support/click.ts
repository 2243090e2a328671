import type { Locator } from 'playwright-core';

/** How to click. */
export interface ClickOptions {
  readonly button?: 'left' | 'right';
  /** A key held down meanwhile. */
  readonly modifier?: 'Control' | 'Shift';
}

/**
 * Clicks with the real mouse as soon as the element is visible, still and not covered. Playwright's own click then
 * waits for navigations that a click may start; a webview's frames keep it waiting for none of our business.
 */
export async function click(target: Locator, options: ClickOptions = {}): Promise<void> {
  const { button = 'left', modifier } = options;
  const { mouse, keyboard } = target.page();
  await target.hover();
  if (modifier) await keyboard.down(modifier);
  await mouse.down({ button });
  await mouse.up({ button });
  if (modifier) await keyboard.up(modifier);
}
