import assert from 'node:assert/strict';
import { RunningImports } from '../../../../src/editor/sending/runningImports';

describe('imports that go on', () => {
  it('are known by their host and ended there alone, until they are through', async () => {
    const running = new RunningImports();
    const ended: string[] = [];
    const finish: (() => void)[] = [];
    const begin = (name: string, host: string) =>
      running.during(
        host,
        () => ended.push(name),
        () => new Promise<void>((resolve) => finish.push(resolve)),
      );
    const all = [begin('one', 'http://a'), begin('two', 'http://a'), begin('other', 'http://b')];
    assert.deepEqual([running.isAnyTo('http://a'), running.isAnyTo(undefined)], [true, false]);
    running.endTo('http://a');
    assert.deepEqual(ended, ['one', 'two']);
    for (const each of finish) each();
    await Promise.all(all);
    assert.equal(running.isAnyTo('http://a'), false);
    await assert.rejects(
      running.during(
        'http://a',
        () => undefined,
        () => Promise.reject(new Error('disk full')),
      ),
    );
    assert.equal(running.isAnyTo('http://a'), false);
  });
});
