/** Three of the themes that VS Code comes with, as the variables that it sets on a webview's root element. */
export const themes = {
  light: {
    kind: 'vscode-light',
    colors: {
      foreground: '#3b3b3b',
      descriptionForeground: '#3b3b3b',
      'icon-foreground': '#3b3b3b',
      focusBorder: '#005fb8',
      errorForeground: '#f85149',
      'textLink-foreground': '#005fb8',
      'textLink-activeForeground': '#005fb8',
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      'editorWarning-foreground': '#bf8803',
      'sideBar-background': '#f8f8f8',
      'panel-border': '#e5e5e5',
      'widget-border': '#e5e5e5',
      'input-background': '#ffffff',
      'input-foreground': '#3b3b3b',
      'input-border': '#cecece',
      'input-placeholderForeground': '#767676',
      'inputOption-activeBackground': '#bed6ed',
      'inputOption-activeBorder': '#005fb8',
      'inputOption-activeForeground': '#000000',
      'inputValidation-infoBackground': '#d6ecf2',
      'inputValidation-infoBorder': '#007acc',
      'inputValidation-warningBackground': '#f6f5d2',
      'inputValidation-warningBorder': '#b89500',
      'inputValidation-errorBackground': '#f2dede',
      'inputValidation-errorBorder': '#be1100',
      'dropdown-background': '#ffffff',
      'dropdown-foreground': '#3b3b3b',
      'dropdown-border': '#cecece',
      'button-border': 'rgba(0, 0, 0, 0.1)',
      'button-background': '#005fb8',
      'button-foreground': '#ffffff',
      'button-hoverBackground': '#0258a8',
      'button-secondaryBackground': '#e5e5e5',
      'button-secondaryForeground': '#3b3b3b',
      'button-secondaryHoverBackground': '#cccccc',
      'toolbar-hoverBackground': 'rgba(184, 184, 184, 0.31)',
      'list-hoverBackground': '#f2f2f2',
      'list-activeSelectionBackground': '#e8e8e8',
      'list-activeSelectionForeground': '#000000',
      'list-inactiveSelectionBackground': '#e4e6f1',
      'list-warningForeground': '#855f00',
      'list-errorForeground': '#b01011',
      'tree-tableOddRowsBackground': 'rgba(59, 59, 59, 0.04)',
      'tree-tableColumnsBorder': 'rgba(97, 97, 97, 0.13)',
      'testing-iconPassed': '#73c991',
      'scrollbarSlider-background': 'rgba(100, 100, 100, 0.4)',
    },
  },
  dark: {
    kind: 'vscode-dark',
    colors: {
      foreground: '#cccccc',
      descriptionForeground: '#9d9d9d',
      'icon-foreground': '#cccccc',
      focusBorder: '#0078d4',
      errorForeground: '#f85149',
      'textLink-foreground': '#4daafc',
      'textLink-activeForeground': '#4daafc',
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      'editorWarning-foreground': '#cca700',
      'sideBar-background': '#181818',
      'panel-border': '#2b2b2b',
      'widget-border': '#313131',
      'input-background': '#313131',
      'input-foreground': '#cccccc',
      'input-border': '#3c3c3c',
      'input-placeholderForeground': '#989898',
      'inputOption-activeBackground': 'rgba(36, 137, 219, 0.51)',
      'inputOption-activeBorder': '#2488db',
      'inputOption-activeForeground': '#ffffff',
      'inputValidation-infoBackground': '#063b49',
      'inputValidation-infoBorder': '#007acc',
      'inputValidation-warningBackground': '#352a05',
      'inputValidation-warningBorder': '#b89500',
      'inputValidation-errorBackground': '#5a1d1d',
      'inputValidation-errorBorder': '#be1100',
      'dropdown-background': '#313131',
      'dropdown-foreground': '#cccccc',
      'dropdown-border': '#3c3c3c',
      'button-border': 'rgba(255, 255, 255, 0.07)',
      'button-background': '#0078d4',
      'button-foreground': '#ffffff',
      'button-hoverBackground': '#026ec1',
      'button-secondaryBackground': '#313131',
      'button-secondaryForeground': '#cccccc',
      'button-secondaryHoverBackground': '#3c3c3c',
      'toolbar-hoverBackground': 'rgba(90, 93, 94, 0.31)',
      'list-hoverBackground': '#2a2d2e',
      'list-activeSelectionBackground': '#04395e',
      'list-activeSelectionForeground': '#ffffff',
      'list-inactiveSelectionBackground': '#37373d',
      'list-warningForeground': '#cca700',
      'list-errorForeground': '#f88070',
      'tree-tableOddRowsBackground': 'rgba(204, 204, 204, 0.04)',
      'tree-tableColumnsBorder': 'rgba(204, 204, 204, 0.13)',
      'testing-iconPassed': '#73c991',
      'scrollbarSlider-background': 'rgba(121, 121, 121, 0.4)',
    },
  },
  // Most colours are left out by this theme: borders take their place.
  highContrast: {
    kind: 'vscode-high-contrast',
    colors: {
      foreground: '#ffffff',
      descriptionForeground: 'rgba(255, 255, 255, 0.7)',
      'icon-foreground': '#ffffff',
      focusBorder: '#f38518',
      contrastBorder: '#6fc3df',
      contrastActiveBorder: '#f38518',
      errorForeground: '#f48771',
      'textLink-foreground': '#21a6ff',
      'textLink-activeForeground': '#21a6ff',
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      'editorWarning-foreground': '#ffd370',
      'sideBar-background': '#000000',
      'panel-border': '#6fc3df',
      'widget-border': '#6fc3df',
      'input-background': '#000000',
      'input-foreground': '#ffffff',
      'input-border': '#6fc3df',
      'input-placeholderForeground': 'rgba(255, 255, 255, 0.7)',
      'inputOption-activeBackground': 'rgba(0, 0, 0, 0)',
      'inputOption-activeBorder': '#6fc3df',
      'inputOption-activeForeground': '#ffffff',
      'inputValidation-infoBackground': '#000000',
      'inputValidation-infoBorder': '#6fc3df',
      'inputValidation-warningBackground': '#000000',
      'inputValidation-warningBorder': '#6fc3df',
      'inputValidation-errorBackground': '#000000',
      'inputValidation-errorBorder': '#6fc3df',
      'dropdown-background': '#000000',
      'dropdown-foreground': '#ffffff',
      'dropdown-border': '#6fc3df',
      'button-border': '#6fc3df',
      'button-foreground': '#ffffff',
      'button-secondaryForeground': '#ffffff',
      'list-hoverBackground': 'rgba(255, 255, 255, 0.1)',
      'testing-iconPassed': '#89d185',
      'scrollbarSlider-background': 'rgba(111, 195, 223, 0.6)',
    },
  },
} as const;

/** The name of one of the {@link themes}. */
export type ThemeName = keyof typeof themes;

/** Fonts are the same in every theme. */
const fonts = `
  --vscode-font-family: system-ui, 'Ubuntu', 'Droid Sans', sans-serif;
  --vscode-font-size: 13px;
  --vscode-font-weight: normal;
  --vscode-editor-font-family: 'Droid Sans Mono', monospace;
  --vscode-editor-font-size: 14px;`;

/** A style sheet with a theme's variables and the few rules that VS Code itself puts into every webview. */
export function themeSheet(name: ThemeName): string {
  const colors = Object.entries(themes[name].colors).map(([id, color]) => `  --vscode-${id}: ${color};`);
  return `:root {${fonts}\n${colors.join('\n')}\n}
@layer vscode-default {
  html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
  body {
    background-color: transparent;
    color: var(--vscode-editor-foreground);
    font: var(--vscode-font-weight) var(--vscode-font-size) var(--vscode-font-family);
    margin: 0;
    padding: 0 20px;
  }
}`;
}
