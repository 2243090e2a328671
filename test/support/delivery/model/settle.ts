import type { ImportEnd } from '../../../../src/core/delivery';
import { assertClaimsAreTrue } from './claimsAreTrue';
import type { ModelImport } from './modelImport';

/**
 * Does what a user can do for the rows of an import, a few times: resumes it, and searches what was refused. After each
 * action every claim must be true.
 * @param end lets the time pass until the action is over
 */
export async function settleModel(
  own: ModelImport,
  end: (work: Promise<ImportEnd>) => Promise<ImportEnd>,
  rounds = 4,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    if (own.claims.rowsWith('unknown', 'absent', 'notSent').length > 0) await end(own.resume());
    assertClaimsAreTrue(own.claims, own.stream);
    if (own.claims.rowsWith('refused').length > 0) await end(own.findRefused());
    assertClaimsAreTrue(own.claims, own.stream);
  }
}
