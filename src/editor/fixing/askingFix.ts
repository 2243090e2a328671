import { fixesFor, type FixKind } from '../../core/fixes';
import { applyFix } from './apply';
import { askValue } from './askValue';
import type { FileFixes } from './fileFixes';
import { findAgain, isFindingRef } from './findingRef';
import type { FreshReports } from './freshReports';
import type { Handler } from '../commandIds';

/** Apply Fix: the fixes that ask for a value before their edits are known. Only the menu of fixes leads here. */
export function applyAskingFix(reports: FreshReports, fixes: FileFixes): Handler {
  return async (ref, kind: unknown, all: unknown) => {
    if (!isFindingRef(ref)) return;
    const { document, report, finding } = await findAgain(ref, reports);
    const fix = fixesFor(finding, report.sheet).find((offered) => offered.kind === kind);
    if (fix?.asks === undefined) return;
    const answer = await askValue(fix.asks);
    if (answer === undefined) return;
    const edits = all === true ? await everywhere(fix.kind, answer) : fix.edits(answer);
    await applyFix(document, ref.version, edits);

    async function everywhere(kind: FixKind, answer: string) {
      const never = new AbortController().signal;
      return (await fixes.allOf(report.sheet, { code: finding.code, kind, answer }, never)) ?? [];
    }
  };
}
