import assert from 'node:assert/strict';
import { NameIndex } from '../../../../src/core/contact/nameIndex';
import { nameWords } from '../../../../src/core/contact/comparedName';

type Name = Parameters<typeof nameWords>[0];

/** Whether the one may be the other: asked both ways, for either may be the one that is looked for. */
function mayBe(one: Name, other: Name): boolean {
  const [there, back] = [
    [one, other],
    [other, one],
  ].map(([kept = {}, sought = {}]) => {
    const index = new NameIndex<string>();
    index.add(nameWords(kept), 'kept');
    return index.like(nameWords(sought)).some((list) => list.includes('kept'));
  });
  assert.equal(there, back);
  return there === true;
}

const asha: Name = { firstName: 'Asha', lastName: 'Rao' };

describe('names that may be one', () => {
  const same: readonly (readonly [how: string, name: Name])[] = [
    ['as it is', asha],
    ['in other letters', { firstName: 'ASHA', lastName: ' rão' }],
    ['whole in the first name', { firstName: 'Asha Rao', lastName: '' }],
    ['whole in the first name, and the last name too', { firstName: 'Asha Rao', lastName: 'Rao' }],
    ['whole in the last name', { lastName: 'Asha Rao' }],
    ['in one', { fullName: 'Asha Rao' }],
    ['last name first', { fullName: 'Rao, Asha' }],
    ['swapped', { firstName: 'Rao', lastName: 'Asha' }],
    ['initials', { firstName: 'A.', lastName: 'R.' }],
    ['one initial', { firstName: 'A', lastName: 'Rao' }],
    ['initials beside the full name', { firstName: 'A.', lastName: 'R.', fullName: 'Asha Rao' }],
    ['with a title', { firstName: 'Mrs Asha', lastName: 'Rao' }],
    ['a title and a part', { fullName: 'Mrs. Rao' }],
    ['with a middle name', { firstName: 'Asha Kumari', lastName: 'Rao' }],
    ['a part of it', { lastName: 'Rao' }],
    ['without what is between', { fullName: 'AshaRao' }],
    ['hidden', { firstName: 'A***', lastName: 'R**' }],
    ['hidden in part', { firstName: 'Asha', lastName: '•••' }],
    ['no letters', { firstName: '-', lastName: '-' }],
    ['none', {}],
  ];
  for (const [how, name] of same) it(how, () => assert.ok(mayBe(asha, name)));

  it('whatever stands between the parts of a word', () => {
    assert.ok(mayBe({ firstName: 'Pat', lastName: 'O’Brien' }, { firstName: 'PAT', lastName: 'OBrien' }));
    assert.ok(
      mayBe({ firstName: 'Anne-Marie', lastName: 'Roy' }, { firstName: 'Annemarie', lastName: 'Roy' }),
    );
  });

  it('also when they are long', () => {
    const long = { firstName: 'María de la Concepción', lastName: 'García y Vázquez' };
    assert.ok(mayBe(long, { fullName: 'GARCIA Y VAZQUEZ, MARIA DE LA CONCEPCION' }));
  });

  it('and a title that is all there is of a name is its name', () => {
    assert.ok(!mayBe({ firstName: 'Miss' }, asha));
  });
});

describe('names that are not one', () => {
  const others: readonly Name[] = [
    { firstName: 'Priya', lastName: 'Rao' },
    { firstName: 'Asha', lastName: 'Rai' },
    { firstName: 'B.', lastName: 'R.' },
    { fullName: 'Mr Singh' },
    { fullName: 'Priya' },
  ];
  for (const name of others) it(Object.values(name).join(' '), () => assert.ok(!mayBe(asha, name)));
});
