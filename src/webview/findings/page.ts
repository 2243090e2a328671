import * as l10n from '@vscode/l10n';
import {
  problemSeverities,
  type Findings,
  type Problem,
  type ProblemSeverity,
} from '../../protocol/findings';
import { element, icon, textButton } from '../shared/dom';
import { fact, fileTitle, note } from '../shared/facts';
import type { Format } from '../shared/format';
import type { Editor } from '../shared/startPage';

const icons: Readonly<Record<ProblemSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

/** Shows what a check found: counts, and a table of some thousand places at most. */
export function showFindings(root: HTMLElement, findings: Findings, editor: Editor<never>): undefined {
  root.replaceChildren(
    header(findings, editor.format),
    element('main', { class: 'findings' }, table(findings.problems, editor)),
  );
}

function header({ fileName, at, rowCount, counts, notices }: Findings, format: Format): HTMLElement {
  const labels: Readonly<Record<ProblemSeverity, string>> = {
    error: l10n.t('Errors'),
    warning: l10n.t('Warnings'),
    information: l10n.t('Information'),
    hint: l10n.t('Hints'),
  };
  const number = (value: number) => element('strong', {}, format.number(value));
  const found = problemSeverities.filter((severity) => counts[severity] > 0);
  const facts = element(
    'dl',
    { class: 'facts' },
    fact(l10n.t('Rows'), number(rowCount)),
    ...found.map((severity) => fact(labels[severity], number(counts[severity]))),
    fact(l10n.t('Checked'), element('time', { datetime: at, title: at }, format.date(at))),
  );
  const about = element('div', { class: 'about' }, fileTitle(fileName), facts);
  const notes = notices.map((notice) => note('info', notice));
  return element('header', { class: 'header' }, element('div', { class: 'summary' }, about), ...notes);
}

function table(problems: readonly Problem[], editor: Editor<never>): HTMLElement {
  const labels: Readonly<Record<ProblemSeverity, string>> = {
    error: l10n.t('Error'),
    warning: l10n.t('Warning'),
    information: l10n.t('Information'),
    hint: l10n.t('Hint'),
  };
  const columns = [l10n.t('Severity'), l10n.t('Place'), l10n.t('Problem'), l10n.t('Rule')];
  const headings = columns.map((name) => element('th', { scope: 'col' }, element('span', {}, name)));
  const rows = problems.map(({ severity, code, line, column, message }) => {
    // Without separators, as the editor's own line numbers.
    const numbers = [String(line), String(column)];
    const place = textButton('link', l10n.t('Line {0}, column {1}', ...numbers), () => {
      void editor.ask({ type: 'goTo', line, column });
    });
    place.title = l10n.t('Go to line {0}, column {1}', ...numbers);
    const name = element('span', {}, labels[severity]);
    return element(
      'tr',
      {},
      element('td', { class: `severity ${severity}` }, icon(icons[severity]), name),
      element('td', { class: 'place' }, place),
      element('td', { class: 'problem' }, message),
      element('td', { class: 'rule' }, code),
    );
  });
  return element(
    'table',
    { 'aria-label': l10n.t('Problems') },
    element('thead', {}, element('tr', {}, ...headings)),
    element('tbody', {}, ...rows),
  );
}
