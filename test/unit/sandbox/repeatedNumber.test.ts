import assert from 'node:assert/strict';

import { assertError, csv, form, importRows, jane, john, send, useSandbox } from './support';

const johnny = 'johnny,roe,Mr,+91 98765-43210,91,0';
const janet = 'janet,roe,Mrs,9123456780,+91,91';
const message = 'cellPhoneNumber belongs to another contact';

describe('sandbox: a number that is already there', () => {
  describe('refuses the file', () => {
    const sandbox = useSandbox({ repeatedNumber: 'refuseFile' });
    const refused = async (file: string, msg: string) => {
      const response = await send(sandbox(), form(file));
      assert.equal(response.status, 412);
      const { errors } = (await response.json()) as { errors: unknown };
      assert.deepEqual(errors, [{ msg: `Validation errors: ${msg}`, code: 412 }]);
    };

    it('with the rows of a number that a row before has', async () => {
      const response = await send(sandbox(), form(csv(john, jane, johnny, john, janet)));
      const rows = [4, 5, 6].map((row) => `row ${row}: ${message}`).join('; ');
      await assertError(sandbox(), response, 412, `Validation errors: ${rows}`, 412);
    });

    it('with the rows of a number that the stream has, and stores nothing of it', async () => {
      const created = await importRows(sandbox(), john);
      await refused(csv(jane, johnny), `row 3: ${message}`);
      assert.deepEqual(sandbox().contacts, created);
      assert.equal((await importRows(sandbox(), jane)).length, 1);
    });

    it('naming twenty rows and counting the others', async () => {
      const named = Array.from({ length: 20 }, (_, index) => `row ${index + 3}: ${message}`);
      await refused(csv(...Array<string>(23).fill(john)), `${named.join('; ')}; and 2 more`);
    });

    it('for its values first', () =>
      refused(csv(john, john, jane.replace('doe', '')), 'row 4: lastName is required'));
  });

  describe('refuses the row', () => {
    const sandbox = useSandbox({ repeatedNumber: 'refuseRow' });
    const refusedJohnny = {
      status: 'FAILED',
      firstName: 'johnny',
      lastName: 'roe',
      cellPhone: { phoneNumber: '+919876543210', countryCode: '91', extension: '0' },
      errors: [{ msg: message, code: 412 }],
    };

    it('in its place among the others, which are stored', async () => {
      const answer = await importRows(sandbox(), john, johnny, jane);
      const [first, , third] = answer;
      assert.deepEqual(answer, [first, refusedJohnny, third]);
      assert.deepEqual(sandbox().contacts, [first, third]);
      assert.equal(sandbox().arrivals[0]?.stored, 2);
      assert.deepEqual([first?.['firstName'], third?.['firstName']], ['john', 'jane']);
    });

    it('of a number that the stream has', async () => {
      const created = await importRows(sandbox(), john);
      assert.deepEqual(await importRows(sandbox(), johnny), [refusedJohnny]);
      assert.deepEqual(sandbox().contacts, created);
    });
  });

  describe('drops the row', () => {
    const sandbox = useSandbox({ repeatedNumber: 'dropRow' });

    it('of which the answer says nothing', async () => {
      const [first, second, ...others] = await importRows(sandbox(), john, johnny, jane);
      assert.deepEqual([first?.['firstName'], second?.['firstName'], others], ['john', 'jane', []]);
      assert.deepEqual(await importRows(sandbox(), janet), []);
      assert.deepEqual(sandbox().contacts, [first, second]);
    });
  });

  describe('is accepted', () => {
    const sandbox = useSandbox({ repeatedNumber: 'accept' });

    it('for a further contact, within a file or later', async () => {
      const created = [
        ...(await importRows(sandbox(), john, johnny)),
        ...(await importRows(sandbox(), john)),
      ];
      assert.deepEqual(
        sandbox().contacts.map(({ firstName, cellPhone }) => [firstName, cellPhone.phoneNumber]),
        [
          ['john', '+919876543210'],
          ['johnny', '+919876543210'],
          ['john', '+919876543210'],
        ],
      );
      assert.deepEqual(sandbox().contacts, created);
      assert.equal(new Set(created.map(({ id }) => id)).size, 3);
    });
  });
});
