import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Contact, ContactFields } from '../../../../../src/core/contact/contact';
import type { ImportAnswer, Refusal } from '../../../../../src/core/delivery/contactAnswer';
import { keptContact } from '../../../../../src/core/delivery/keptContact';
import { presentAs, reconcile, type Judgement } from '../../../../../src/core/delivery/run/reconcile';
import { plans } from '../../../../support/delivery/knowledge';
import { finished } from '../../../../support/finished';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

function row(cellPhoneNumber: string, name = 'john doe', cellPhoneCountryCode = '+91') {
  const [firstName = '', lastName = ''] = name.split(' ');
  return { values: { firstName, lastName, cellPhoneNumber, cellPhoneCountryCode } };
}

function contact(id: string, phoneNumber: string, name = 'john doe', countryCode = '+91'): Contact {
  const [firstName, lastName] = name.split(' ');
  return { id, firstName, lastName, cellPhone: { phoneNumber, countryCode } };
}

function judged(
  rows: Parameters<typeof reconcile>[0],
  contacts: readonly Contact[],
  more: Partial<ImportAnswer> = {},
  isKnownId: (id: string) => boolean = () => false,
): Judgement {
  return finished(reconcile(rows, { contacts, refusals: [], ...more }, { plans, isKnownId }));
}

/** The id that each row was given, or its outcome. */
function ids({ results }: Judgement): string[] {
  return results.map((result) => (result.outcome === 'created' ? result.contact.id : result.outcome));
}

function refusal(of: ContactFields, words = 'taken'): Refusal {
  return { of, words };
}

function refusalOf(own: ReturnType<typeof rowAt>, words?: string): Refusal {
  const { firstName, lastName, cellPhone } = contactOf(own);
  return refusal({ firstName, lastName, cellPhone }, words);
}

describe('a contact that was found with the number of a row', () => {
  it('is told apart when its name contradicts the row’s', () => {
    const note = (name: string) =>
      presentAs(row('9876500001'), contact('1', '+919876500001', name), plans).note;
    assert.equal(note('John DOE'), undefined);
    assert.deepEqual(note('jane roe'), { kind: 'otherName' });
  });
});

describe('rows and the contacts of an answer', () => {
  it("match as in the page's samples: sent apart, stored in one", () => {
    const result = judged([row('9876543210')], [contact('1', '+919876543210')]);
    assert.deepEqual(ids(result), ['1']);
    assert.deepEqual(result.unmatched, []);
  });

  it('keep the order of the rows, whatever that of the answer', () => {
    const sent = [row('9000000001'), row('9000000002'), row('9000000003')];
    const result = judged(sent, [contact('c', '+919000000003'), contact('a', '+919000000001')]);
    assert.deepEqual(ids(result), ['a', 'notReturned', 'c']);
  });

  it('list a contact that no row explains', () => {
    const stranger = contact('x', '+919999999999', 'someone else');
    const result = judged([row('9876543210')], [stranger]);
    assert.deepEqual(ids(result), ['notReturned']);
    assert.deepEqual(result.unmatched, [stranger]);
  });

  it('are unknown where contacts that differ have one id, which is said of them', () => {
    const sent = ['9876500001', '9876500002', '9876500003'].map((number) => row(number));
    const contacts = sent.map(({ values }, index) =>
      contact(index < 2 ? 'x' : 'y', `+91${values.cellPhoneNumber}`),
    );
    const result = judged(sent, contacts);
    assert.deepEqual(ids(result), ['unknown', 'unknown', 'y']);
    assert.deepEqual(result.results[0]?.note, { kind: 'repeatedId' });
    assert.equal(result.results[2]?.note, undefined);
    assert.deepEqual(result.unmatched, contacts.slice(0, 2), 'none is lost');
  });

  it('are compared by as much of a name as is kept of it', () => {
    const long = (end: string) => `${'L'.repeat(10_000)} ${'M'.repeat(10_000)}${end}`;
    const returned = keptContact(contact('1', '+919876543210', long('')));
    const result = judged([row('9876543210', long(''))], [returned]);
    assert.deepEqual([ids(result), result.unmatched], [['1'], []]);
    assert.equal(result.results[0]?.note, undefined);
    assert.equal(presentAs(row('9876543210', long('')), returned, plans).note, undefined);
  });

  it('never match by name alone', () => {
    for (const number of ['+919876543211', '+1 2125553219'])
      assert.deepEqual(ids(judged([row('9876543210')], [contact('1', number)])), ['notReturned']);
  });

  it('give two rows with one number one contact, the one whose name agrees', () => {
    const sent = [row('9876543210', 'jane doe'), row('+91 98765 43210', 'john doe')];
    assert.deepEqual(ids(judged(sent, [contact('1', '+919876543210', 'John DOE')])), ['notReturned', '1']);
  });

  it('tell nothing of rows with one number where no name decides', () => {
    const sent = [row('9876543210', 'jane doe'), row('9876543210', 'john doe')];
    assert.deepEqual(ids(judged(sent, [contact('1', '+919876543210', 'J. Doe')])), ['unknown', 'unknown']);
    const both = [contact('1', '+919876543210', 'A B'), contact('2', '+919876543210', '')];
    assert.deepEqual(ids(judged(sent, both, { askedAt })), ['present', '2']);
  });

  it('give equal rows a contact each, in order', () => {
    const result = judged(
      [row('9876543210'), row('9876543210'), row('9876543210')],
      [contact('1', '+919876543210'), contact('2', '+919876543210')],
    );
    assert.deepEqual(ids(result), ['1', '2', 'notReturned']);
  });

  it('count a contact that is returned twice once', () => {
    const twice = contact('1', '+919876543210');
    const result = judged([row('9876543210'), row('9876543210')], [twice, { ...twice }]);
    assert.deepEqual(ids(result), ['1', 'notReturned']);
    assert.deepEqual(result.unmatched, []);
  });

  it('take a contact without a phone, and rows without columns', () => {
    const result = judged([{ values: {} }], [{ id: '1' }]);
    assert.deepEqual(ids(result), ['unknown']);
    assert.equal(result.unmatched.length, 1);
  });

  it('take time in proportion to the rows', () => {
    // Processor time: the machine may be busy with other tests. Quadratic work would cost 64 times as much.
    const cost = (count: number) => {
      const numbers = Array.from({ length: count }, (_, index) => String(9_000_000_000 + index));
      const sent = numbers.map((number) => row(number));
      const returned = numbers.map((number, index) => contact(String(index), `+91${number}`)).reverse();
      const before = process.cpuUsage();
      assert.ok(judged(sent, returned).results.every(({ outcome }) => outcome === 'created'));
      return process.cpuUsage(before).user;
    };
    cost(2_000);
    const small = Math.max(cost(2_000), cost(2_000));
    assert.ok(cost(16_000) < 32 * small);
  });

  it('take 5,000 rows of one number as fast', () => {
    const sent = Array.from({ length: 5_000 }, (_, index) => row('9876543210', `a${index} b`));
    const returned = sent.map((_, index) => contact(String(index), '+919876543210', `c${index} d`));
    const { results } = judged(sent, returned);
    assert.ok(results.every((result) => result.outcome === 'present' && result.note?.kind === 'otherName'));
  });
});

const now = Date.UTC(2026, 10, 29, 12);
const askedAt = { ms: now, byServer: true };
const iso = (ms: number) => new Date(ms).toISOString();
const minute = 60_000;

describe('a contact with the number of a row', () => {
  const sent = [row('9876543210')];
  const dated = (createdAt: string, name?: string) => ({
    ...contact('1', '+919876543210', name),
    createdAt,
  });
  const outcome = (returned: Contact, more?: Partial<ImportAnswer>, known = false) => {
    const [result] = judged(sent, [returned], { askedAt, ...more }, () => known).results;
    return [result?.outcome, ...(result?.note ? [result.note] : [])];
  };

  it('is created if it is not older than the request, up to five minutes', () => {
    for (const ms of [now + 100, now, now - 5 * minute])
      assert.deepEqual(outcome(dated(iso(ms))), ['created'], iso(ms));
    assert.deepEqual(outcome(dated(iso(now - 5 * minute - 1))), ['present']);
  });

  it('is created if it is not older than a day, where the time names no zone', () => {
    assert.deepEqual(outcome(dated('2026-11-28T12:00:00')), ['created']);
    assert.deepEqual(outcome(dated('2026-11-28 11:59:59')), ['present']);
    assert.deepEqual(outcome(dated('2026-11-29T14:00:00+02:00')), ['created']);
    assert.deepEqual(outcome(dated('2026-11-29T12:00:00+0200')), ['present']);
  });

  it('is dated by seconds, milliseconds and HTTP dates too, and by nothing else', () => {
    for (const [old, young] of [
      [String((now - 6 * minute) / 1000), String(now / 1000)],
      [String(now - 6 * minute), String(now)],
      ['Sun, 29 Nov 2026 11:54:00 GMT', 'Sun, 29 Nov 2026 12:00:00 GMT'],
    ] as const) {
      assert.deepEqual(outcome(dated(old)), ['present'], old);
      assert.deepEqual(outcome(dated(young, 'x y')), ['created', { kind: 'storedAs', text: 'x y' }], young);
    }
    assert.deepEqual(outcome(dated(' ', 'x y')), ['present', { kind: 'otherName' }]);
  });

  it('is older in whatever unambiguous way its time is written', () => {
    for (const old of [
      ...[
        '2020-01-01',
        '2026/11/26',
        '2020/01/01 00:00:00',
        '01/02/2020 10:00 AM',
        '31.12.2020',
        '1 Jan 2020',
      ],
      ...[
        '2020-01-01T00:00:00+00',
        '2026-11-29 11:54:00 UTC',
        '2026-11-29T11:54:00.1234567891Z',
        '1577836800',
      ],
      ...['1577836800000.5', '1577836800.25', String((now - 6 * minute) * 1_000), '1577836800000000000'],
      ...['Wed Jan 01 2020 00:00:00 GMT+0000 (Coordinated Universal Time)', 'Jan 1, 2020, 10:00:00 PM'],
      ...['2026-11-29T12:54:00+01:00[Europe/Berlin]', '2026-11-28T11:00:00 IST', '11/12/2020, 09:00'],
    ])
      for (const name of ['john doe', 'x y']) assert.equal(outcome(dated(old, name))[0], 'present', old);
  });

  it('is not older where a day alone, or a time without a zone, leaves that open', () => {
    for (const written of [
      '2026-11-29',
      '2026-11-28',
      '29.11.2026',
      'Nov 29, 2026, 11:00 AM',
      '2026-11-29 01:00 IST',
    ])
      assert.deepEqual(outcome(dated(written)), ['created'], written);
    // A day does not tell that it is younger either: the name decides.
    assert.deepEqual(outcome(dated('2026-11-29', 'x y')), ['present', { kind: 'otherName' }]);
  });

  it('leaves the row unknown if its time is there and cannot be read, and shows it', () => {
    for (const text of [
      ...[
        'yesterday',
        '1',
        '0',
        '2020-W01',
        '2020-13-01',
        '2020-02-30',
        '13/13/2020',
        '2020-01-01T25:00:00Z',
      ],
      ...['2020-01-01 13:00 PM', '01/02/20', '1.5778368E12', 'Invalid Date', 'x'.repeat(100_000)],
      ...['0001-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z', 'Thu, 01 Jan 1970 00:00:00 GMT'],
      // The eleventh of December or the twelfth of November.
      '11/12/2026',
    ])
      for (const name of ['john doe', 'x y'])
        assert.deepEqual(outcome(dated(text, name)), ['unknown', { kind: 'createdAt', text }], text);
  });

  it('is present whatever its time if its id was known before', () => {
    assert.deepEqual(outcome(dated('yesterday'), {}, true), ['present']);
  });

  it("is dated by this machine's clock only against it: that may be days behind", () => {
    const local = { askedAt: { ms: now, byServer: false } };
    assert.deepEqual(outcome(dated(iso(now - 25 * 60 * minute)), local), ['present']);
    assert.deepEqual(outcome(dated(iso(now)), local), ['created']);
    assert.deepEqual(outcome(dated(iso(now), 'x y'), local), ['present', { kind: 'otherName' }]);
  });

  it('is created under another name too, which is shown; case, accents and spaces make none', () => {
    const sentName = [row('9876543210', 'josé núñez')];
    const shown = (name: string) => judged(sentName, [dated(iso(now), name)], { askedAt }).results[0]?.note;
    assert.equal(shown('JOSE NUNEZ'), undefined);
    assert.deepEqual(shown('J. Nunez'), { kind: 'storedAs', text: 'J. Nunez' });
  });

  it('is created without a date if its name does not contradict, otherwise present', () => {
    const undated = (name: string) => contact('1', '+919876543210', name);
    for (const name of ['JOHN Döe', '', 'john']) assert.equal(outcome(undated(name))[0], 'created', name);
    assert.deepEqual(outcome(undated('jane doe')), ['present', { kind: 'otherName' }]);
    const full = { ...undated(''), firstName: undefined, lastName: undefined, fullName: ' John  Doe' };
    assert.deepEqual(outcome(full), ['created']);
  });

  it('is present if its id was known before', () => {
    assert.deepEqual(outcome(dated(iso(now)), {}, true), ['present']);
    assert.deepEqual(outcome(dated(iso(now), 'x y'), {}, true), ['present', { kind: 'otherName' }]);
  });

  it('is nothing if it was deleted, and the row says so', () => {
    for (const status of ['INACTIVE', 'deleted']) {
      const deleted = { ...dated(iso(now)), status };
      assert.deepEqual(outcome(deleted), ['notReturned', { kind: 'deleted' }]);
      assert.deepEqual(judged(sent, [deleted], { askedAt }).unmatched, []);
      const both = judged(sent, [deleted, { ...dated(iso(now)), id: '2' }], { askedAt });
      assert.deepEqual(ids(both), ['2']);
    }
  });

  it('leaves the row unknown if its status is not known, and shows that word', () => {
    for (const status of ['PENDING', 'queued', '7'])
      assert.deepEqual(outcome({ ...dated(iso(now)), status }), [
        'unknown',
        { kind: 'status', text: status },
      ]);
    assert.deepEqual(outcome({ ...dated(iso(now)), status: 'active ' }), ['created']);
  });

  it('proves nothing if its id stands for another contact too', () => {
    const result = judged(sent, [dated(iso(now)), contact('1', '+919999999999', 'a b')], { askedAt });
    assert.deepEqual(ids(result), ['unknown']);
    assert.equal(result.unmatched.length, 2);
    assert.deepEqual(ids(judged(sent, [dated(iso(now)), { ...dated(iso(now)), status: 'DELETED' }])), [
      'unknown',
    ]);
  });

  it('is preferred if it is new, before one that was there', () => {
    const old = { ...dated(iso(now - 60 * minute)), id: 'old' };
    const young = { ...dated(iso(now), 'x y'), id: 'young' };
    assert.deepEqual(ids(judged(sent, [old, young], { askedAt })), ['young']);
  });
});

describe('what an answer does not show in full', () => {
  const sent = [row('9876543210')];

  it('is not returned only if no contact may be it', () => {
    for (const [returned, outcome] of [
      [contact('1', '+919876543211', 'john doe'), 'notReturned'],
      [contact('1', '', 'john doe'), 'unknown'],
      [contact('1', '+9198765xxxxx', 'john doe'), 'unknown'],
      [contact('1', '+9198765xxxxx', 'someone else'), 'notReturned'],
      [contact('1', '+9198765xxxxx', ''), 'unknown'],
      [contact('1', '919876543210', 'someone else', ''), 'unknown'],
      [contact('1', '+9198765xxxxx', 'doe, john'), 'unknown'],
      [contact('1', '+1919876543210', 'john doe', ''), 'unknown'],
      [contact('1', '+1919876543210', 'someone else', ''), 'notReturned'],
    ] as const)
      assert.deepEqual(ids(judged(sent, [returned])), [outcome], JSON.stringify(returned));
    const italian = row('0312345678', 'a b', '+39');
    assert.deepEqual(ids(judged([italian], [contact('1', '+39312345678', 'a b', '+39')])), ['unknown']);
  });

  it('is unknown if the status says that the list may not be complete', () => {
    const rows = [row('9876543210'), row('9876543211')];
    const answer = judged(rows, [contact('1', '+919876543210')], { isPartial: true });
    assert.deepEqual(ids(answer), ['1', 'unknown']);
  });
});

describe('refusals of an answer', () => {
  const [a, b, c] = [rowAt(0), rowAt(1), rowAt(2)];

  it('give each row its own answer, whatever their order', () => {
    const { results, unmatched } = judged([a, b, c], [contactOf(c), contactOf(a)], {
      refusals: [refusalOf(b, 'bad number')],
    });
    assert.deepEqual(results, [
      { outcome: 'created', contact: contactOf(a) },
      { outcome: 'refused', words: 'bad number' },
      { outcome: 'created', contact: contactOf(c) },
    ]);
    assert.deepEqual(unmatched, []);
  });

  it('leave what the answer does not speak of not returned', () => {
    const [a, b] = [rowAt(0), rowAt(1)];
    assert.deepEqual(ids(judged([a, b], [contactOf(a)])), ['id0', 'notReturned']);
    assert.deepEqual(ids(judged([a, b], [], { refusals: [refusalOf(a)] })), ['refused', 'notReturned']);
  });

  it('leave all unknown of which an empty list is told: it may be no list of what was done', () => {
    assert.deepEqual(ids(judged(rowsOf(2), [])), ['unknown', 'unknown']);
  });

  it('count less than a contact of the row, and more than somebody else’s', () => {
    const refusals = [refusalOf(a)];
    assert.deepEqual(ids(judged([a], [contactOf(a)], { refusals })), ['id0']);
    const other = { ...contactOf(a), firstName: 'somebody' };
    const result = judged([a], [other], { refusals });
    assert.deepEqual(result.results, [{ outcome: 'refused', words: 'taken' }]);
    assert.deepEqual(result.unmatched, [other]);
  });

  it('are given by name to one of two rows with one number', () => {
    const twin = rowAt(7, a.values.cellPhoneNumber);
    const answer = judged([a, twin], [contactOf(twin)], { refusals: [refusalOf(a, 'belongs to another')] });
    assert.deepEqual(answer.results, [
      { outcome: 'refused', words: 'belongs to another' },
      { outcome: 'created', contact: contactOf(twin) },
    ]);
  });

  it('are given to equal rows one each, in order', () => {
    const refusals = [refusalOf(a, 'first'), refusalOf(a, 'second')];
    assert.deepEqual(judged([a, { ...a, index: 1 }, { ...a, index: 2 }], [], { refusals }).results, [
      { outcome: 'refused', words: 'first' },
      { outcome: 'refused', words: 'second' },
      { outcome: 'notReturned' },
    ]);
  });

  it('blame no row if they do not say whom they are about', () => {
    const refusals = [refusal({}), refusal({ firstName: 'row0', lastName: 'test' })];
    assert.deepEqual(judged([a], [], { refusals }).results, [{ outcome: 'notReturned' }]);
  });

  it('keep their words where a deleted contact has the number', () => {
    const deleted = { ...contactOf(a), status: 'INACTIVE' };
    assert.deepEqual(judged([a], [deleted], { refusals: [refusalOf(a)] }).results, [
      { outcome: 'refused', words: 'taken', note: { kind: 'deleted' } },
    ]);
  });
});

describe('any rows and any answer', () => {
  const spellings: readonly ((code: string, national: string) => readonly [code: string, number: string])[] =
    [
      (code, national) => [`+${code}`, national],
      (code, national) => [code, national],
      (code, national) => [`00${code}`, `${national.slice(0, 3)} ${national.slice(3)}`],
      (code, national) => [`+${code}`, `+${code}${national}`],
      (code, national) => [`+${code}`, `00${code}-${national}`],
      (code, national) => ['', `+${code} ${national}`],
      (code, national) => [`+${code}`, `${code}${national}`],
    ];
  const person = fc.record({
    // By plan: what no other country's number can be mistaken for.
    code: fc.constantFrom('91'),
    national: fc.stringMatching(/^9[0-8]\d{8}$/),
    name: fc.stringMatching(/^[A-Za-zäé]{1,6} [a-z]{1,6}$/),
    sentAs: fc.constantFrom(...spellings),
    storedAs: fc.constantFrom(...spellings),
    isReturned: fc.boolean(),
    rank: fc.integer(),
  });

  it('find exactly the returned ones, however both sides spell their numbers', () => {
    const distinct = fc
      .uniqueArray(person, { selector: ({ national }) => national.slice(-7), maxLength: 40 })
      .filter((people) => people.length > 0);
    fc.assert(
      fc.property(distinct, (people) => {
        const sent = people.map(({ code, national, name, sentAs }) => {
          const [countryCode, number] = sentAs(code, national);
          return row(number, name, countryCode);
        });
        const returned = people
          .map((entry, index) => ({ ...entry, index }))
          .filter(({ isReturned }) => isReturned)
          .sort((a, b) => a.rank - b.rank)
          .map(({ index, code, national, name, storedAs }) => {
            const [countryCode, number] = storedAs(code, national);
            return contact(String(index), number, name.toUpperCase(), countryCode);
          });
        const result = judged(sent, returned);
        const missing = returned.length > 0 ? 'notReturned' : 'unknown';
        assert.deepEqual(
          ids(result),
          people.map(({ isReturned }, index) => (isReturned ? String(index) : missing)),
        );
        assert.deepEqual(result.unmatched, []);
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  it('use each contact once at most, and lose none', () => {
    const number = fc.constantFrom('', '1', '01', '+1', '0', '911', '+911', '00911', '91911', 'x');
    const code = fc.constantFrom('', '+', '91', '+91', '1');
    const name = fc.constantFrom('a b', 'A B', 'c d', ' ');
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, name, code)),
        fc.array(fc.tuple(id, number, name, code)),
        (rows, contacts) => {
          const sent = rows.map((values) => row(...values));
          const returned = contacts.map((values) => contact(...values));
          const { results, unmatched } = judged(sent, returned);
          assert.equal(results.length, sent.length);
          const used = results.flatMap((found) => ('contact' in found ? [found.contact.id] : []));
          assert.equal(new Set(used).size, used.length);
          const seen = new Set([...used, ...unmatched.map((found) => found.id)]);
          assert.deepEqual(seen, new Set(returned.map((one) => one.id)));
        },
      ),
      { numRuns: 500, seed: 11 },
    );
  });
});
