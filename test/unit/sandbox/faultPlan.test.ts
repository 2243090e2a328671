import assert from 'node:assert/strict';

import { faultAt, startSandbox } from '../../support/sandbox';
import type { Fault, FaultRequest } from '../../support/sandbox';
import { contactsUrl, csv, form, john, send, token, useSandbox } from './support';

const fault: Fault = { when: 'before', act: { kind: 'status', status: 500 } };

describe('sandbox: fault plan', () => {
  const asked: FaultRequest[] = [];
  const plan = (request: FaultRequest) => {
    asked.push(request);
    return undefined;
  };
  const sandbox = useSandbox({ faults: plan });
  beforeEach(() => (asked.length = 0));
  const importFile = (file = csv(john)) => send(sandbox(), form(file));
  const list = (auth = token(sandbox())) => fetch(contactsUrl(sandbox()), { headers: { auth } });

  it('is asked once for every request, which it knows by its call and by numbers from 0', async () => {
    await list();
    await importFile();
    await importFile('no header');
    await list();
    assert.deepEqual(asked, [
      { call: 'list', number: 0, overall: 0 },
      { call: 'import', number: 0, overall: 1 },
      { call: 'import', number: 1, overall: 2 },
      { call: 'list', number: 1, overall: 3 },
    ]);
  });

  it('is not asked for what is no call, or not authorized', async () => {
    await fetch(`${sandbox().host}/elsewhere`);
    await fetch(contactsUrl(sandbox()), { method: 'DELETE' });
    await list('no token');
    await list();
    assert.deepEqual(asked, [{ call: 'list', number: 0, overall: 0 }]);
  });

  it('is asked anew after a reset', async () => {
    await importFile();
    sandbox().reset();
    await importFile();
    assert.deepEqual(asked[1], { call: 'import', number: 0, overall: 0 });
  });

  it('is asked after the rate limit, which takes faults for requests', async () => {
    await using limited = await startSandbox({ requestsPerMinute: 2, faults: faultAt([1, 2], fault) });
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await send(limited, form(csv(john)))).status);
    assert.deepEqual(statuses, [200, 500, 429]);
  });

  it('that throws is an error of the server', async () => {
    const lines: string[] = [];
    const faults = () => {
      throw new RangeError('secret');
    };
    await using broken = await startSandbox({ faults, log: (line) => lines.push(line) });
    assert.equal((await send(broken, form(csv(john)))).status, 500);
    assert.match(lines.join('\n'), / 500 RangeError \d+ ms$/);
  });
});

describe('sandbox: faultAt', () => {
  const request = (number: number, call: FaultRequest['call'] = 'import') => ({ call, number, overall: 9 });

  it('gives the fault at one number of the import', () => {
    const plan = faultAt(1, fault);
    assert.deepEqual(
      [0, 1, 2, 9].map((number) => plan(request(number))),
      [undefined, fault, undefined, undefined],
    );
    assert.equal(plan(request(1, 'list')), undefined);
  });

  it('gives it at several, and of the list', () => {
    const plan = faultAt([0, 2], fault, 'list');
    assert.deepEqual(
      [0, 1, 2].map((number) => plan(request(number, 'list'))),
      [fault, undefined, fault],
    );
    assert.equal(plan(request(0)), undefined);
  });
});
