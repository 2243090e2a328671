import assert from 'node:assert/strict';
import {
  contactsUrl,
  csv,
  form,
  importRows,
  jane,
  john,
  send,
  sendWatched,
  token,
  useSandbox,
} from './support';

const slowMs = 30;

describe('sandbox: with problems', () => {
  const sandbox = useSandbox({ practice: { slowMs } });
  const list = () => fetch(contactsUrl(sandbox()), { headers: { auth: token(sandbox()) } });

  it('answers the first import slowly, and refuses its last row', async () => {
    const started = performance.now();
    const [first, last] = await importRows(sandbox(), john, jane);
    assert.ok(performance.now() - started >= slowMs - 1);
    assert.equal(first?.['firstName'], 'john');
    assert.deepEqual([last?.['id'], last?.['status']], [undefined, 'FAILED']);
    assert.deepEqual(
      sandbox().contacts.map(({ firstName }) => firstName),
      ['john'],
    );
  });

  it('keeps the row that was refused of the second, as when the list is sent again', async () => {
    await importRows(sandbox(), john, jane);
    assert.ok('lost' in (await sendWatched(sandbox(), csv(jane))));
    assert.deepEqual(
      sandbox().contacts.map(({ firstName }) => firstName),
      ['john', 'jane'],
    );
  });

  it('loses the answer of the second, whose contacts exist, and fails one look at them', async () => {
    await importRows(sandbox(), john);
    assert.ok('lost' in (await sendWatched(sandbox(), csv(jane))));
    assert.equal(sandbox().contacts.at(-1)?.firstName, 'jane');
    assert.equal((await list()).status, 400);
    assert.equal((await list()).status, 200);
    assert.equal((await send(sandbox(), form(csv('jim,doe,Mr,9000000000,+91,+')))).status, 200);
  });
});
