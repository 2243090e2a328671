import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

import { readContactRows } from '../../../src/sandbox/contactCsv';
import { assertError, csv, form, header, importRows, jane, john, send, token, useSandbox } from './support';

describe('sandbox: import', () => {
  const now = new Date('2023-01-18T10:53:35.622Z');
  const sandbox = useSandbox({ now: () => now });

  it('answers with every documented field, in the order of the rows', async () => {
    const response = await send(sandbox(), form(csv(john, jane)));
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
    assert.match(response.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
    const contacts = (await response.json()) as Record<string, string>[];
    const hidden = contacts.map(({ id, accountId, orgId, createdBy }) => ({
      id,
      accountId,
      orgId,
      createdBy,
    }));
    const shared = {
      status: 'ACTIVE',
      accountId: sandbox().accountId,
      orgId: hidden[0]?.orgId,
      createdBy: hidden[0]?.createdBy,
      address: [],
      twitterDetails: [],
      createdAt: '2023-01-18T10:53:35.622Z',
      updatedAt: '2023-01-18T10:53:35.622Z',
    };
    assert.deepEqual(contacts, [
      {
        ...shared,
        firstName: 'john',
        lastName: 'doe',
        salutation: 'Mr',
        cellPhone: { phoneNumber: '+919876543210', countryCode: '+91', extension: '+' },
        fullName: 'john doe',
        id: hidden[0]?.id,
      },
      {
        ...shared,
        firstName: 'jane',
        lastName: 'doe',
        salutation: 'Mrs',
        cellPhone: { phoneNumber: '+919123456780', countryCode: '+91', extension: '91' },
        fullName: 'jane doe',
        id: hidden[1]?.id,
      },
    ]);
    for (const { id, accountId, orgId, createdBy } of hidden) {
      assert.match(id ?? '', /^[0-9a-f]{24}$/);
      assert.match(accountId ?? '', /^[0-9a-f]{24}$/);
      assert.match(orgId ?? '', /^o-[0-9a-f-]{36}$/);
      assert.match(createdBy ?? '', /^u-[0-9a-f-]{36}$/);
    }
    assert.notEqual(hidden[0]?.id, hidden[1]?.id);
    assert.deepEqual(sandbox().contacts, contacts);
  });

  it('reads quotes, line breaks in values, CRLF, any column order, further columns and blank lines', async () => {
    const file = [
      'note,cellPhoneExtension,cellPhoneCountryCode,cellPhoneNumber,salutation,lastName,firstName',
      'x,+,+91,9876543210,Mr,"O""Neil, Jr.","Zoë\r\nMaria"',
      '',
      'y,+,+91,9123456780,Mrs,李,"<img src=x onerror=alert(1)>"',
    ];
    const response = await send(sandbox(), form(file.join('\r\n')));
    assert.equal(response.status, 200);
    assert.deepEqual(
      sandbox().contacts.map(({ firstName, lastName }) => [firstName, lastName]),
      [
        ['Zoë\r\nMaria', 'O"Neil, Jr.'],
        ['<img src=x onerror=alert(1)>', '李'],
      ],
    );
  });

  it('takes LF and CRLF in one file, and a BOM', async () => {
    const response = await send(sandbox(), form(`\uFEFF${header}\r\n${john}\n${jane}\r\n`));
    assert.equal(response.status, 200);
    assert.equal(sandbox().contacts.length, 2);
  });

  for (const type of ['text/csv', 'application/octet-stream', 'application/vnd.ms-excel', '']) {
    it(`takes the part with type ${type || 'left out'}`, async () => {
      assert.equal((await send(sandbox(), form(csv(john), 'result_file', type))).status, 200);
    });
  }

  it('ignores other parts, and a second result_file', async () => {
    const body = new FormData();
    body.set('comment', 'hello');
    body.set('other', new Blob([csv(jane)]), 'other.csv');
    body.append('result_file', new Blob([csv(john)]), 'contacts.csv');
    body.append('result_file', new Blob([csv(jane)]), 'contacts.csv');
    assert.equal((await send(sandbox(), body)).status, 200);
    assert.deepEqual(
      sandbox().contacts.map(({ firstName }) => firstName),
      ['john'],
    );
  });

  it('creates 20,000 rows, each with an id of its own', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `a,b,Mr,${9_000_000_000 + index},+91,+`);
    const created = await importRows(sandbox(), ...rows);
    assert.equal(new Set(created.map(({ id }) => id)).size, 20_000);
  });

  describe('a number that is already there', () => {
    const numbers = () => sandbox().contacts.map(({ cellPhone }) => cellPhone.phoneNumber);

    it('makes no second contact, within a file or later, and the answer leaves the row out', async () => {
      const first = await importRows(sandbox(), john, 'johnny,doe,Mr,9876543210,+91,+', jane);
      assert.deepEqual(
        first.map(({ firstName }) => firstName),
        ['john', 'jane'],
      );
      assert.deepEqual(await importRows(sandbox(), john), []);
      assert.deepEqual(numbers(), ['+919876543210', '+919123456780']);
    });

    it('is the same number however it is written', async () => {
      await importRows(sandbox(), john);
      const again = ['98765 43210,+91', '98765-43210,91', '+91 98765 43210,+91', '(98765) 43210,+ 91'];
      assert.deepEqual(await importRows(sandbox(), ...again.map((number) => `x,y,Mr,${number},+`)), []);
      assert.equal((await importRows(sandbox(), 'x,y,Mr,9876543210,+44,+')).length, 1);
      assert.deepEqual(numbers(), ['+919876543210', '+449876543210']);
    });
  });

  describe('400 "CSV format is incorrect"', () => {
    const refused = async (body: RequestInit['body'], init?: RequestInit) =>
      assertError(sandbox(), await send(sandbox(), body, init), 400, 'CSV format is incorrect');
    const refusedAs = (type: string, body: string) =>
      refused(body, { headers: { auth: token(sandbox()), 'content-type': type } });
    const multipart = (disposition: string, end = '--b--\r\n') =>
      `--b\r\nContent-Disposition: ${disposition}\r\nContent-Type: text/csv\r\n\r\n${csv(john)}\r\n${end}`;

    it('an empty file', () => refused(form('')));
    it('an unclosed quote', () => refused(form(csv('"john,doe,Mr,9876543210,+91,+'))));
    it('a stray quote', () => refused(form(csv('jo"hn,doe,Mr,9876543210,+91,+'))));
    it('a row with a field too few', () => refused(form(csv(john, 'jane,doe,Mrs,9123456780,+91'))));
    it('semicolons', () => refused(form(csv(john).replaceAll(',', ';'))));
    it('a bad row at the end of a file larger than all buffers', () =>
      refused(form(`${header}\n${`${john}\n`.repeat(100_000)}"`)));

    it('a bad row at its start', () => refused(form(csv('"x"y', ...Array<string>(100_000).fill(john)))));
    it('a bad header on a large file', () => refused(form(`name\n${'x\n'.repeat(2_000_000)}`)));
    it('a file that is refused long before the body ends', async () => {
      const body = async function* () {
        const start = multipart('form-data; name="result_file"; filename="a.csv"', '--b\r\n');
        yield Buffer.from(start.replace('lastName', 'other'));
        await delay(50);
        yield Buffer.from('Content-Disposition: form-data; name="last"\r\n\r\nx\r\n--b--\r\n');
      };
      const headers = { auth: token(sandbox()), 'content-type': 'multipart/form-data; boundary=b' };
      await refused(body(), { headers, duplex: 'half' });
    });
    it('a file that breaks off', async () => {
      const file = Readable.from([`${header}\njo`]);
      const rows = readContactRows(file);
      file.destroy(new Error('gone'));
      await assert.rejects(rows, { status: 400 });
    });

    for (const column of header.split(',')) {
      it(`no ${column}`, () => refused(form(csv(john).replace(column, 'other'))));
    }
    it('a column name in another case', () => refused(form(csv(john).replace('lastName', 'LastName'))));
    it('a column name twice', () => refused(form(`${header},firstName\n${john},again\n`)));

    it('another part name', () => refused(form(csv(john), 'file')));
    it('a field without a file name', () => {
      const body = new FormData();
      body.set('result_file', csv(john));
      return refused(body);
    });
    it('no parts at all', () => refusedAs('multipart/form-data; boundary=b', '--b--\r\n'));
    it('a form that ends within the file', () =>
      refusedAs(
        'multipart/form-data; boundary=b',
        multipart('form-data; name="result_file"; filename="a.csv"', ''),
      ));
    it('a form that ends within another part', () =>
      refusedAs(
        'multipart/form-data; boundary=b',
        multipart('form-data; name="other"; filename="a.csv"', ''),
      ));
    it('a form without a boundary', () =>
      refusedAs('multipart/form-data', multipart('form-data; name="result_file"; filename="a.csv"')));
    it('an attachment', () =>
      refusedAs(
        'multipart/form-data; boundary=b',
        multipart('attachment; name="result_file"; filename="a.csv"'),
      ));
    it('a JSON body', () => refusedAs('application/json', '{}'));
    it('a bare CSV', () => refusedAs('text/csv', csv(john)));
    it('no body', () => refused(null));
    it('what the curl on the API page sends', () =>
      refusedAs(
        'application/json;charset=UTF-8; boundary=b',
        multipart('attachment; name="result_file"; filename="sample.csv"'),
      ));
  });

  describe('412 "Validation errors"', () => {
    const refused = async (file: string, msg: string) =>
      assertError(sandbox(), await send(sandbox(), form(file)), 412, `Validation errors: ${msg}`, 412);

    it('no rows', () => refused(csv(), 'the file has no rows'));
    header.split(',').forEach((column, index) => {
      it(`an empty ${column} refuses the whole file`, () => {
        const row = jane.split(',').with(index, ' ').join(',');
        return refused(csv(john, row), `row 3: ${column} is required`);
      });
    });
    it('a number without a digit', () =>
      refused(csv('john,doe,Mr,n/a,+91,+', john), 'row 2: cellPhoneNumber is not a number'));
    it('names twenty problems and counts the others', () => {
      const named = Array.from({ length: 20 }, (_, index) => `row ${index + 2}: lastName is required`);
      return refused(
        csv(...Array.from({ length: 23 }, () => john.replace('doe', ''))),
        `${named.join('; ')}; and 3 more`,
      );
    });
  });

  describe('413', () => {
    const limit = 50 * 1024 * 1024;
    /** A form of exactly that many bytes: a file with one row, and a part that is not looked at. */
    const bodyOf = (bytes: number) => {
      const part = (name: string) =>
        `--b\r\nContent-Disposition: form-data; name="${name}"; filename="a"\r\n\r\n`;
      const start = `${part('result_file')}${csv(john)}\r\n${part('other')}`;
      const end = '\r\n--b--\r\n';
      return start + 'x'.repeat(bytes - start.length - end.length) + end;
    };
    const headers = () => ({ auth: token(sandbox()), 'content-type': 'multipart/form-data; boundary=b' });

    it('above 50 MiB, with its length given', async () => {
      const response = await send(sandbox(), bodyOf(limit + 1), { headers: headers() });
      await assertError(sandbox(), response, 413, 'Request Entity Too Large', 413);
    });

    it('above 50 MiB, with no length given', async () => {
      const body = new Blob([bodyOf(limit + 1)]).stream();
      const response = await send(sandbox(), body, { headers: headers(), duplex: 'half' });
      await assertError(sandbox(), response, 413, 'Request Entity Too Large', 413);
    });

    it('not at 50 MiB', async () => {
      assert.equal((await send(sandbox(), bodyOf(limit), { headers: headers() })).status, 200);
    });
  });
});
