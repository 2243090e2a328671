import { editsInSteps, offersFor, type Fix } from '../../core/fixes';
import { runInSlices } from '../../core/files/slices';
import type { ContactSheet, Finding } from '../../core/checks';
import { applyFix } from './apply';
import { askValue } from './askValue';
import type { FileFixes } from './fileFixes';
import { findAgain, isFindingRef } from './findingRef';
import type { FreshReports } from './freshReports';
import { workOut } from './workOut';
import type { Handler } from '../commandIds';

/** Apply Fix: the fixes that are commands, most of which ask for a value first. Only the menu of fixes leads here. */
export function applyChosenFix(reports: FreshReports, fixes: FileFixes): Handler {
  return async (ref, kind: unknown, all: unknown) => {
    if (!isFindingRef(ref)) return;
    const { document, report, finding } = await findAgain(ref, reports);
    const fix = fixOf(finding, report.sheet, kind);
    if (fix === undefined) return;
    const answer = fix.asks && (await askValue(fix.asks, valueOf(fix, finding, report.sheet)));
    if (fix.asks !== undefined && answer === undefined) return;
    const what = { code: finding.code, kind: fix.kind, ...(answer !== undefined && { answer }) };
    const edits = await workOut(document, (signal) =>
      all === true ? fixes.allOf(report.sheet, what, signal) : runInSlices(editsInSteps(fix, answer), signal),
    );
    if (edits !== undefined) await applyFix(document, ref.version, edits);
  };
}

function fixOf(finding: Finding, sheet: ContactSheet, kind: unknown): Fix | undefined {
  for (const offer of offersFor(finding, sheet))
    if ('fix' in offer && offer.fix.kind === kind) return offer.fix;
  return undefined;
}

/** The value of the cell that a fix fills. */
function valueOf({ kind }: Fix, { range }: Finding, { table }: ContactSheet): string | undefined {
  const cell = kind === 'fillCell' ? table.cellAt(range.start) : undefined;
  return cell && table.value(cell.record, cell.field);
}
