import { type ContactSheet, examine, type Finding, readInSteps, rulesFor } from '../checks';
import { causeOf } from './causes';
import { fixesFor } from './fixesFor';
import { convertRowPick, withPicks, type Pick, type PickNeeds } from './picks';

/** Each time mending shows what could not be seen before; lists seldom need more than two. */
const mostTimes = 5;

/**
 * The text after what mends its layout, or its quotes, as often as that shows more of it to be mended. Lines are only
 * taken away that could be seen above the header from the first, for its user was told of these alone; but for `sep=;`.
 */
export function* withStructure(
  text: string,
  cause: 'layout' | 'quotes',
  needs: PickNeeds,
): Generator<undefined, string> {
  let mended = text;
  for (let times = 0; times < mostTimes; times++) {
    const sheet = yield* readInSteps(mended, needs.said);
    let found = yield* structurePicks(sheet, cause, needs);
    // What separates the cells waits for their quotes.
    if (found.length === 0 && times > 0 && sheet.table.delimiter !== ',') {
      found = yield* structurePicks(sheet, 'quotes', needs);
    }
    const isTold = times === 0 || isSepAbove(sheet);
    const picks = isTold ? found : found.filter(({ kind }) => kind !== 'deleteLinesAbove');
    const above = picks.filter(({ code }) => code === 'csv.linesAboveHeader');
    const bare = above.length > 0 ? yield* withPicks(mended, above, needs) : mended;
    if (bare !== mended && (yield* readInSteps(bare, needs.said)).isContactList) {
      // Without these lines it can be told what separates the rows.
      mended = bare;
      continue;
    }
    // A quote may have held rows together that another character divides.
    const after = yield* withPicks(mended, cause === 'quotes' ? [...picks, convertRowPick] : picks, needs);
    if (after === mended) break;
    mended = after;
  }
  return mended;
}

function isSepAbove({ layout }: ContactSheet): boolean {
  return layout?.kind === 'linesAbove' && layout.sep !== undefined && layout.record === 1;
}

/**
 * For each code of the cause the fix that is offered first. Blanks around quotes go before all else: without them the
 * quotes may be in order.
 */
function* structurePicks(
  sheet: ContactSheet,
  cause: 'layout' | 'quotes',
  needs: PickNeeds,
): Generator<undefined, readonly Pick[]> {
  const rules = rulesFor(sheet, needs).filter(({ code }) => causeOf(code) === cause);
  const picks = new Map<string, Pick>();
  const take = (finding: Finding) => {
    const { code } = finding;
    const [fix] = fixesFor(finding, sheet);
    if (fix) picks.set(`${code} ${fix.kind}`, { code, kind: fix.kind });
  };
  yield* examine(sheet, rules, needs, { ofSheet: take, ofRecords: take });
  const isTrim = ({ kind }: Pick) => kind === 'trim';
  return [...picks.values()].sort((a, b) => Number(isTrim(b)) - Number(isTrim(a)));
}
