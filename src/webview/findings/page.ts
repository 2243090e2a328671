import {
  problemSeverities,
  type Findings,
  type FindingsLabels,
  type Problem,
  type ProblemSeverity,
} from '../../protocol/findings';
import { element, icon, textButton } from '../results/dom';
import { fact, fileTitle } from '../results/facts';
import { createFormat, fill, type Format } from '../results/format';

/** Asks for a place in the file; both from 1. */
export type GoTo = (line: number, column: number) => void;

const icons: Readonly<Record<ProblemSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

/** Shows what a check found: counts, and a table of some thousand places at most. */
export function showFindings(root: HTMLElement, words: FindingsLabels, findings: Findings, goTo: GoTo): void {
  const format = createFormat(words.language);
  document.documentElement.lang = format.language;
  const rows = findings.problems.map((problem) => rowOf(problem, words, goTo));
  root.replaceChildren(
    header(findings, words, format),
    element('main', { class: 'findings' }, table(rows, words)),
  );
}

function header(findings: Findings, words: FindingsLabels, format: Format): HTMLElement {
  const { fileName, at, rowCount, counts, notices } = findings;
  const number = (value: number) => element('strong', {}, format.number(value));
  const found = problemSeverities.filter((severity) => counts[severity] > 0);
  const facts = element(
    'dl',
    { class: 'facts' },
    fact(words.rows, number(rowCount)),
    ...found.map((severity) => fact(words.counted[severity], number(counts[severity]))),
    fact(words.checkedAt, element('time', { datetime: at, title: at }, format.date(at))),
  );
  const about = element('div', { class: 'about' }, fileTitle(fileName, words.file), facts);
  const notes = notices.map((notice) =>
    element('p', { class: 'note' }, icon('info'), element('span', {}, notice)),
  );
  return element('header', { class: 'header' }, element('div', { class: 'summary' }, about), ...notes);
}

function table(rows: readonly HTMLElement[], words: FindingsLabels): HTMLElement {
  const { severity, place, problem, rule } = words.columns;
  const headings = [severity, place, problem, rule].map((name) =>
    element('th', { scope: 'col' }, element('span', {}, name)),
  );
  return element(
    'table',
    { 'aria-label': words.problems },
    element('thead', {}, element('tr', {}, ...headings)),
    element('tbody', {}, ...rows),
  );
}

function rowOf(problem: Problem, words: FindingsLabels, goTo: GoTo): HTMLElement {
  const { severity, code, line, column, message } = problem;
  // Without separators, as the editor's own line numbers.
  const numbers = [String(line), String(column)];
  const place = textButton('link', fill(words.place, ...numbers), () => goTo(line, column));
  place.title = fill(words.goTo, ...numbers);
  return element(
    'tr',
    {},
    element(
      'td',
      { class: `severity ${severity}` },
      icon(icons[severity]),
      element('span', {}, words.severities[severity]),
    ),
    element('td', { class: 'place' }, place),
    element('td', { class: 'problem' }, message),
    element('td', { class: 'rule' }, code),
  );
}
