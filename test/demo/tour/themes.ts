import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Settings } from '../../vscode/profile';

/** The folder of its pictures, the system's setting that asks for it, and the class that the window then has. */
const themes = [
  { folder: 'light', colorScheme: 'light', contrast: false, shown: 'vs' },
  { folder: 'dark', colorScheme: 'dark', contrast: false, shown: 'vs-dark' },
  { folder: 'high-contrast-dark', colorScheme: 'dark', contrast: true, shown: 'hc-black' },
  { folder: 'high-contrast-light', colorScheme: 'light', contrast: true, shown: 'hc-light' },
] as const;

/** Has VS Code follow the system: only so does its theme change under a dialog, a toast or a menu that is open. */
export const followsSystem: Settings = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredLightColorTheme': 'Light Modern',
  'workbench.preferredDarkColorTheme': 'Dark Modern',
};

/**
 * Lets the window be told that the system has high contrast, from its next load on. The browser's own emulation would
 * paint over the theme's colours.
 */
export async function prepareThemes(page: Page): Promise<void> {
  await page.addInitScript(`{
    const real = window.matchMedia.bind(window);
    const contrast = Object.assign(new EventTarget(), { matches: false, media: '(forced-colors: active)' });
    window.matchMedia = (query) => (query === contrast.media ? contrast : real(query));
    window.setHighContrast = (on) => {
      contrast.matches = on;
      contrast.dispatchEvent(new Event('change'));
    };
  }`);
}

/** Takes a picture in each theme, each into the theme's folder under `folder`; the first theme is there again then. */
export async function shootThemes(page: Page, folder: string, name: string): Promise<void> {
  for (const theme of themes) {
    await show(page, theme);
    const file = path.join(folder, theme.folder, `${name}.png`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file });
  }
  await show(page, themes[0]);
}

async function show(page: Page, { colorScheme, contrast, shown }: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(`setHighContrast(${String(contrast)})`);
  await page.locator(`.monaco-workbench.${shown}`).waitFor();
  // Pages hear of it behind the window, and draw it in the frame after that.
  await page.waitForTimeout(250);
}
