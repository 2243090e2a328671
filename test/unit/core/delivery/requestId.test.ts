import assert from 'node:assert/strict';
import { loggableId } from '../../../../src/core/delivery/requestId';

const bytes = (text: string) => new TextEncoder().encode(text);
const uuid = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';

describe('a request id', () => {
  for (const id of [uuid, '0123456789abcdef', 'ABCDEF12', '1234-5678-9'])
    it(`is kept when it has the form of one: ${id}`, () => {
      assert.equal(loggableId(id, bytes('firstName,cellPhoneNumber\nJane,9876543210')), id);
    });

  for (const id of [
    '',
    'req-1',
    'Jane',
    'Ada-Bee',
    'Ada-Bee-Decade',
    'AB12',
    'a b',
    'a\nb',
    'a'.repeat(65),
    '{1}',
  ])
    it(`is left out when it has another form: ${JSON.stringify(id)}`, () => {
      assert.equal(loggableId(id), undefined);
    });

  const files = ['a,9876543210,b', 'a,98765 43210', 'a,(987) 654-3210', 'a,٩٨٧٦٥٤٣٢١٠', 'a,+919876543210'];
  for (const file of files)
    it(`is left out when it is or holds a number of the file: ${file}`, () => {
      for (const id of ['9876543210', '98765-43210', 'abc9876543210', '000000-987654-3210'])
        assert.equal(
          loggableId(id, bytes(file)),
          file.startsWith('a,+') && id.startsWith('0') ? id : undefined,
        );
    });

  it('is left out of a read when it holds a run of digits as long as a number', () => {
    assert.equal(loggableId('98765-43210'), undefined);
    assert.equal(loggableId('a987654b'), 'a987654b');
    assert.equal(loggableId(uuid), uuid);
  });
});
