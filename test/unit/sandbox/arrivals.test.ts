import assert from 'node:assert/strict';

import type { Fault } from '../../support/sandbox';
import { contactsUrl, csv, form, jane, john, send, token, useSandbox } from './support';

const johnsRow = {
  firstName: 'john',
  lastName: 'doe',
  salutation: 'Mr',
  cellPhoneNumber: '9876543210',
  cellPhoneCountryCode: '+91',
  cellPhoneExtension: '+',
};

describe('sandbox: arrivals', () => {
  let time = 0;
  let fault: Fault | undefined;
  const sandbox = useSandbox({ now: () => new Date(time), faults: () => fault });
  beforeEach(() => {
    time = 1_700_000_000_000;
    fault = undefined;
  });
  // Without iat: the clock stands still, that of the signing library does not.
  const auth = () => token(sandbox(), {}, { noTimestamp: true });
  const sent = async (file: string) =>
    (await send(sandbox(), form(file), { headers: { auth: auth() } })).status;
  const counts = () => sandbox().arrivals.map(({ rows, stored }) => [rows.length, stored]);

  it('are the rows of each import as they were written, with the time', async () => {
    assert.deepEqual(sandbox().arrivals, []);
    await sent(csv(john));
    time += 1234;
    await sent(csv(john, john, jane.replace('doe', ' d ')));
    const janesRow = {
      firstName: 'jane',
      lastName: ' d ',
      salutation: 'Mrs',
      cellPhoneNumber: '9123456780',
      cellPhoneCountryCode: '+91',
      cellPhoneExtension: '91',
    };
    assert.deepEqual(sandbox().arrivals, [
      { rows: [johnsRow], stored: 1, at: 1_700_000_000_000 },
      { rows: [johnsRow, johnsRow, janesRow], stored: 1, at: 1_700_000_001_234 },
    ]);
  });

  it('hold a file that could be read but was refused', async () => {
    assert.equal(await sent(csv(john, jane.replace('doe', ''))), 412);
    assert.equal(await sent(csv()), 412);
    assert.deepEqual(counts(), [
      [2, 0],
      [0, 0],
    ]);
  });

  it('hold nothing that could not be read, that was not authorized, or that is no import', async () => {
    assert.equal(await sent('x'), 400);
    assert.equal((await send(sandbox(), form(csv(john)), { headers: {} })).status, 401);
    assert.equal((await fetch(contactsUrl(sandbox()), { headers: { auth: auth() } })).status, 200);
    assert.deepEqual(counts(), []);
  });

  it('hold what a fault took the answer of, and nothing that it did not let in', async () => {
    fault = { when: 'after', act: { kind: 'status', status: 500 } };
    assert.equal(await sent(csv(john, jane)), 500);
    fault = { when: 'before', act: { kind: 'status', status: 500 } };
    assert.equal(await sent(csv(john, jane)), 500);
    assert.deepEqual(counts(), [[2, 2]]);
  });

  it('are a copy that later imports leave alone', async () => {
    await sent(csv(john));
    const before = sandbox().arrivals;
    await sent(csv(jane));
    assert.deepEqual([before.length, sandbox().arrivals.length], [1, 2]);
  });

  it('are forgotten on reset', async () => {
    await sent(csv(john));
    sandbox().reset();
    assert.deepEqual(sandbox().arrivals, []);
  });
});
