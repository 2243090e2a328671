import assert from 'node:assert/strict';
import { readImportAnswer } from '../../../../../src/core/delivery/contactAnswer';
import { reconcile } from '../../../../../src/core/delivery/run/reconcile';
import { seeded } from '../../../../bench/random';
import { plans } from '../../../../support/delivery/knowledge';
import { ModelStream } from '../../../../support/delivery/modelStream';
import { finished } from '../../../../support/finished';
import { isLong } from '../../../../support/long';

describe('answers of a stream that shares nothing with the sandbox', () => {
  it('are never taken for more than they are, whatever the seed', () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= (isLong ? 5_000 : 100); seed++) {
      const random = seeded(seed);
      const stream = new ModelStream(random);
      const ids = new Set<string>();
      for (let request = 0; request < 4; request++) {
        const rows = stream.rows(1 + random.below(12));
        const { json, askedAt, truths } = stream.import(rows);
        const answer = finished(readImportAnswer(json)) ?? assert.fail('it is no answer');
        // What dates and ids each tell must do alone, too.
        const isDated = random.below(2) === 0;
        const knowsIds = !isDated || random.below(2) === 0;
        const { results } = finished(
          reconcile(
            rows,
            { ...answer, ...(isDated && { askedAt: { ms: askedAt, byServer: true } }) },
            { plans, isKnownId: (id) => knowsIds && ids.has(id) },
          ),
        );
        for (const [index, result] of results.entries()) {
          const [row, truth] = [rows[index], truths[index]];
          const { outcome } = result;
          seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
          const what = `seed ${seed}, request ${request}, row ${index}: ${outcome}`;
          // Rows with one number and one name are one: which of them became the contact cannot be told, nor matters.
          const alike = truths.filter(
            (_, at) => rows[at]?.number === row?.number && rows[at]?.name === row?.name,
          );
          if (outcome === 'created')
            assert.ok(
              alike.some(({ createdId }) => createdId === result.contact.id),
              what,
            );
          if (outcome === 'refused')
            assert.ok(
              alike.some(({ isRefused }) => isRefused),
              what,
            );
          if (outcome === 'present') assert.ok(truth?.isShown, what);
          if (outcome === 'notReturned')
            assert.ok(
              alike.some(({ createdId }) => createdId === undefined),
              what,
            );
        }
        for (const { createdId } of truths) if (createdId !== undefined) ids.add(createdId);
        stream.deleteSome();
      }
    }
    for (const outcome of ['created', 'present', 'refused', 'notReturned'])
      assert.ok((seen.get(outcome) ?? 0) > 50, `${outcome} is too rare: ${JSON.stringify([...seen])}`);
  });
});
