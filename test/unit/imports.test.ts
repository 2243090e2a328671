import assert from 'node:assert/strict';
import { commandIds, needsTrust } from '../../src/editor/commandIds';
import { circles, importGraph, reachedFrom, type ImportGraph } from '../support/importGraph';

describe('imports', () => {
  it('are found in every way of writing them, types included', () => {
    const graph = importGraph();
    assert.ok(graph.get('src/main.ts')?.includes('src/editor/commands/sendCsv.ts'));
    assert.ok(graph.get('src/main.ts')?.includes('src/core/contact/phone.ts'), 'a part that loads late');
    assert.ok(graph.get('src/editor/log.ts')?.length === 0);
    assert.ok(graph.get('src/editor/errors.ts')?.includes('src/editor/log.ts'), 'a type');
    assert.ok(graph.get('src/editor/loadDelivery.ts')?.includes('src/core/delivery/index.ts'), 'a folder');
  });

  it('make circles that are found, each once', () => {
    const graph: ImportGraph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', ['e']],
      ['e', []],
      ['f', ['f']],
    ]);
    assert.deepEqual(circles(graph), [['a', 'b', 'c'], ['f']]);
    assert.deepEqual([...reachedFrom('d', graph)], ['d', 'e']);
  });
});

describe('commands that send', () => {
  it('are those whose code reaches a stream’s client, and wait for trust', () => {
    const graph = importGraph();
    const fileOf = (id: string) => `src/editor/commands/${id}.ts`;
    const own = commandIds.filter((id) => graph.has(fileOf(id)));
    assert.ok(own.length > 20, 'commands are no longer one file each');
    const reaching = own.filter((id) =>
      reachedFrom(fileOf(id), graph).has('src/editor/delivery/openClient.ts'),
    );
    // Of what an import leaves behind it only saves the rest, from the file and the ledger.
    const harmless = ['saveRest'];
    assert.deepEqual(
      reaching.filter((id) => !harmless.includes(id)),
      commandIds.filter(needsTrust),
    );
  });

  it('are in no file that registers other commands', () => {
    assert.ok(
      !reachedFrom('src/editor/fixing/register.ts', importGraph()).has('src/editor/delivery/openClient.ts'),
    );
  });
});
