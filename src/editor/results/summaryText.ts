import * as vscode from 'vscode';
import type { ResultRow, Results } from '../../protocol/results';
import { EncodedRows } from '../../protocol/encodedPage';
import { shownMoment } from '../counted';
import { countLabel, countsLabel } from '../outcomeLabels';
import { noteMessage } from './noteMessages';
import { impersonal, linesLabel, namesIn, reasonsOf, type Reason } from './reasons';

/** So many reasons are told, those of most rows first. */
const mostReasons = 20;

/** What became of an import, as plain text for a mail, which names nobody. */
export function summaryText(results: Results): string {
  const { fileName, streamName, host, sandbox, at, counts, notice, rows } = results;
  const stream = sandbox ? 'SANDBOX' : `${streamName} (${host})`;
  const all = new EncodedRows(rows);
  const names = namesIn(all);
  const reasons = reasonsOf(all, (row) => wordsOf(row, names));
  const otherNames = reasons.reduce(
    (sum, { outcome, count }) => sum + (outcome === 'otherName' ? count : 0),
    0,
  );
  return [
    vscode.l10n.t('Import of {0} to {1}', fileName, stream),
    shownMoment(new Date(at)),
    vscode.l10n.t('Rows: {0}.', countsLabel({ ...counts, otherNames })),
    ...(notice === '' ? [] : [impersonal(notice, names)]),
    ...reasons.slice(0, mostReasons).flatMap((reason) => ['', ...reasonLines(reason)]),
    ...(reasons.length > mostReasons ? ['', '…'] : []),
    '',
  ].join('\n');
}

function wordsOf({ note, message, remark }: ResultRow, names: ReadonlySet<string>): readonly string[] {
  // These sentences hold the name that the stream has.
  const isNaming = note === 'storedAs' || note === 'otherName';
  return [impersonal(message, names), isNaming ? noteMessage({ kind: note }, '') : impersonal(remark, names)];
}

function reasonLines({ outcome, message, count, lines }: Reason): readonly string[] {
  const label = countLabel(outcome, count);
  const places = linesLabel(lines);
  return [
    message === '' ? label : `${label}: ${message}`,
    ...(places === '' ? [] : [vscode.l10n.t('Lines: {0}', places)]),
  ];
}
