import * as vscode from 'vscode';
import type { MarkedOutcome } from '../../core/delivery/index';

/** How an outcome looks beside a line: a shape of its own, so that it is told apart without its colour, too. */
interface Look {
  /** SVG within 16 × 16, drawn with a line of its colour. */
  readonly shape: string;
  /** On light and on dark backgrounds: at least 3 : 1 beside either. */
  readonly light: string;
  readonly dark: string;
  readonly ruler: string;
}

const circle = '<circle cx="8" cy="8" r="5.5"/>';
const error = { light: '#c4271f', dark: '#f48771', ruler: 'editorOverviewRuler.errorForeground' };
const warning = { light: '#966300', dark: '#e2b340', ruler: 'editorOverviewRuler.warningForeground' };
const quiet = { light: '#5f6a79', dark: '#a9b2bf', ruler: 'disabledForeground' };
const info = { light: '#1a6fc4', dark: '#62a8f5', ruler: 'editorOverviewRuler.infoForeground' };
const good = { light: '#2b7a2b', dark: '#7cc77c', ruler: 'testing.iconPassed' };

const looks: Readonly<Record<MarkedOutcome, Look>> = {
  refused: { ...error, shape: `${circle}<path d="M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2"/>` },
  unknown: {
    ...warning,
    shape: `${circle}<path d="M6.3 6.6c0-2.3 3.5-2.1 3.5 0 0 1.3-1.8 1.4-1.8 2.7M8 10.9v.6"/>`,
  },
  notReturned: { ...warning, shape: '<path d="M8 2.2l6 10.8H2zM8 6.2v3.2M8 10.8v.7"/>' },
  absent: { ...quiet, shape: '<circle cx="8" cy="8" r="5.5" stroke-dasharray="2.4 2"/>' },
  notSent: { ...quiet, shape: `${circle}<path d="M5.4 8h5.2"/>` },
  present: { ...info, shape: `${circle}<path d="M8 7.4v3.4M8 4.9v.7"/>` },
  otherName: {
    ...warning,
    shape: '<circle cx="8" cy="5.4" r="2.6"/><path d="M3 13.4c0-5.6 10-5.6 10 0z"/>',
  },
  created: { ...good, shape: '<path d="M3.2 8.4l3.2 3.2 6.4-7"/>' },
};

/** Text that replaces whole rows is not theirs: a mark that grew with it would be on every line until it is drawn anew. */
const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;

/** The icon of an outcome beside its lines. */
export function gutterType(outcome: MarkedOutcome): vscode.TextEditorDecorationType {
  const { shape, light, dark } = looks[outcome];
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    rangeBehavior,
    gutterIconSize: '80%',
    light: { gutterIconPath: iconOf(shape, light) },
    dark: { gutterIconPath: iconOf(shape, dark) },
  });
}

/** Its mark in the overview of the whole file. */
export function rulerType(outcome: MarkedOutcome): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    rangeBehavior,
    overviewRulerColor: new vscode.ThemeColor(looks[outcome].ruler),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
}

function iconOf(shape: string, colour: string): vscode.Uri {
  const drawn = `<g fill="none" stroke="${colour}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round">${shape}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${drawn}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
}
