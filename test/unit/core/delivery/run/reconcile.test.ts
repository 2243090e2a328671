import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Contact } from '../../../../../src/core/contact/contact';
import { reconcile, type Reconciliation, type SentRow } from '../../../../../src/core/delivery/run/reconcile';

function row(cellPhoneNumber: string, name = 'john doe', cellPhoneCountryCode = '+91'): SentRow {
  const [firstName = '', lastName = ''] = name.split(' ');
  return { values: { firstName, lastName, cellPhoneNumber, cellPhoneCountryCode } };
}

function contact(id: string, phoneNumber: string, name = 'john doe', countryCode = '+91'): Contact {
  const [firstName, lastName] = name.split(' ');
  return { id, firstName, lastName, cellPhone: { phoneNumber, countryCode } };
}

/** The id that each row was given, or `undefined`. */
function ids({ rows }: Reconciliation<SentRow>): (string | undefined)[] {
  return rows.map((match) => (match.outcome === 'created' ? match.contact.id : undefined));
}

describe('reconcile', () => {
  it("matches the page's samples: sent apart, stored in one", () => {
    const result = reconcile([row('9876543210')], [contact('1', '+919876543210')]);
    assert.deepEqual(ids(result), ['1']);
    assert.deepEqual(result.unmatched, []);
  });

  it('keeps the rows in their order, whatever the order of the answer', () => {
    const sent = [row('9000000001'), row('9000000002'), row('9000000003')];
    const result = reconcile(sent, [contact('c', '+919000000003'), contact('a', '+919000000001')]);
    assert.deepEqual(ids(result), ['a', undefined, 'c']);
    assert.deepEqual(
      result.rows.map((match) => match.row),
      sent,
    );
  });

  it('lists a contact that no row explains', () => {
    const stranger = contact('x', '+919999999999');
    assert.deepEqual(reconcile([row('9876543210')], [stranger]).unmatched, [stranger]);
  });

  it('matches by number alone when the server changed the name', () => {
    assert.deepEqual(ids(reconcile([row('9876543210')], [contact('1', '+919876543210', 'J. Doe')])), ['1']);
  });

  it('never matches by name alone', () => {
    for (const number of ['+919876543211', '', '+1 9876543210'])
      assert.deepEqual(ids(reconcile([row('9876543210')], [contact('1', number)])), [undefined]);
    assert.deepEqual(ids(reconcile([row('')], [contact('1', '')])), [undefined]);
  });

  it('does not take the same digits of another country for the number', () => {
    assert.deepEqual(ids(reconcile([row('9876543210')], [contact('1', '9876543210', 'john doe', '+1')])), [
      undefined,
    ]);
  });

  it('gives two rows with one number one contact, the one whose name agrees', () => {
    const sent = [row('9876543210', 'jane doe'), row('+91 98765 43210', 'john doe')];
    assert.deepEqual(ids(reconcile(sent, [contact('1', '+919876543210', 'John DOE')])), [undefined, '1']);
  });

  it('gives equal rows a contact each, in order', () => {
    const result = reconcile(
      [row('9876543210'), row('9876543210'), row('9876543210')],
      [contact('1', '+919876543210'), contact('2', '+919876543210')],
    );
    assert.deepEqual(ids(result), ['1', '2', undefined]);
  });

  it('counts a contact that is returned twice once', () => {
    const twice = contact('1', '+919876543210');
    const result = reconcile([row('9876543210'), row('9876543210')], [twice, { ...twice }]);
    assert.deepEqual(ids(result), ['1', undefined]);
    assert.deepEqual(result.unmatched, []);
  });

  it('prefers the exact number to one that lost its zero', () => {
    const sent = [row('312345678', 'a a', '+39'), row('0312345678', 'b b', '+39')];
    assert.deepEqual(ids(reconcile(sent, [contact('1', '+390312345678', 'c c', '+39')])), [undefined, '1']);
    assert.deepEqual(ids(reconcile(sent.slice(0, 1), [contact('1', '+390312345678', 'c c', '+39')])), ['1']);
  });

  it('asks for the name where digits may hold the country code or not', () => {
    const sent = [row('919876543210')];
    assert.deepEqual(ids(reconcile(sent, [contact('1', '+919876543210')])), ['1']);
    assert.deepEqual(ids(reconcile(sent, [contact('1', '+919876543210', 'someone else')])), [undefined]);
    const nameless = [row('919876543210', '')];
    assert.deepEqual(ids(reconcile(nameless, [contact('1', '+919876543210', '')])), [undefined]);
  });

  it('reads the full name where the parts are missing, whatever its case and spaces', () => {
    const { firstName, lastName, ...bare } = contact('1', '+919876543210');
    assert.deepEqual([firstName, lastName], ['john', 'doe']);
    const sent = [row('919876543210')];
    assert.deepEqual(ids(reconcile(sent, [{ ...bare, fullName: ' John  Doe' }])), ['1']);
  });

  it('takes a contact without a phone, and rows without columns', () => {
    const result = reconcile([{ values: {} }], [{ id: '1' }]);
    assert.deepEqual(ids(result), [undefined]);
    assert.equal(result.unmatched.length, 1);
  });

  it('takes time in proportion to the rows', () => {
    // Processor time: the machine may be busy with other tests. Quadratic work would cost 256 times as much.
    const cost = (count: number) => {
      const numbers = Array.from({ length: count }, (_, index) => String(9_000_000_000 + index));
      const sent = numbers.map((number) => row(number));
      const returned = numbers.map((number, index) => contact(String(index), `+91${number}`)).reverse();
      const before = process.cpuUsage();
      assert.ok(ids(reconcile(sent, returned)).every((id) => id !== undefined));
      return process.cpuUsage(before).user;
    };
    cost(4_000);
    const small = Math.max(cost(4_000), cost(4_000));
    assert.ok(cost(64_000) < 100 * small);
  });

  it('takes 20,000 rows of one number as fast', () => {
    const sent = Array.from({ length: 20_000 }, (_, index) => row('9876543210', `a${index} b`));
    const returned = sent.map((_, index) => contact(String(index), '+919876543210', `c${index} d`));
    assert.equal(new Set(ids(reconcile(sent, returned))).size, 20_000);
  });

  const spellings: readonly ((code: string, national: string) => readonly [code: string, number: string])[] =
    [
      (code, national) => [`+${code}`, national],
      (code, national) => [code, national],
      (code, national) => [`00${code}`, `${national.slice(0, 3)} ${national.slice(3)}`],
      (code, national) => [`+${code}`, `+${code}${national}`],
      (code, national) => [`+${code}`, `00${code}-${national}`],
      (code, national) => ['', `+${code} ${national}`],
      (code, national) => [`+${code}`, `0${national}`],
      (code, national) => [`+${code}`, `${code}${national}`],
    ];
  const person = fc.record({
    code: fc.constantFrom('1', '39', '44', '91', '971'),
    national: fc.stringMatching(/^[1-9]\d{6,9}$/),
    name: fc.stringMatching(/^[A-Za-zäé]{1,6} [a-z]{1,6}$/),
    sentAs: fc.constantFrom(...spellings),
    storedAs: fc.constantFrom(...spellings),
    isReturned: fc.boolean(),
    rank: fc.integer(),
  });

  it('finds exactly the returned ones of any contacts, however both sides spell their numbers', () => {
    // No number of one may be the tail of another's, or digits could honestly be read as either.
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
        const result = reconcile(sent, returned);
        assert.deepEqual(
          ids(result),
          people.map(({ isReturned }, index) => (isReturned ? String(index) : undefined)),
        );
        assert.deepEqual(result.unmatched, []);
      }),
      { numRuns: 500 },
    );
  });

  it('uses each contact once at most, and loses none, whatever it is given', () => {
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
          const result = reconcile(sent, returned);
          const used = ids(result).filter((found) => found !== undefined);
          const left = result.unmatched.map((found) => found.id);
          assert.equal(result.rows.length, sent.length);
          assert.deepEqual([...used, ...left].sort(), [...new Set(returned.map((one) => one.id))].sort());
        },
      ),
      { numRuns: 1000 },
    );
  });
});
