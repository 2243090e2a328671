import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LiveCheck } from '../../../../src/core/checks/live/liveCheck';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { ContactSheet } from '../../../../src/core/checks/sheet';
import { scan } from '../../../../src/core/csv/scan';
import { checked } from '../../../support/checked';
import { finished } from '../../../support/finished';
import { offersFor } from '../../../../src/core/fixes';
import { phones, safelyFixed } from '../fixes/fixed';

/** A file of the cases, as VS Code reads it. */
const textOf = (name: string) => new TextDecoder().decode(readFileSync(`test/fixtures/cases/${name}.csv`));
const codesOf = (text: string, said?: 'list' | 'noList') => [
  ...new Set(checked(text, {}, readSheet(text, said)).findings.map(({ finding }) => finding.code)),
];

describe('files that are no contact lists', () => {
  for (const [name, seems] of [
    ['10-no-header', 'headless'],
    ['45-semicolon-no-header-two-rows', 'headless'],
    ['52-single-column-phones', 'list'],
    ['55-html-saved-as-csv', undefined],
    ['56-json-as-csv', undefined],
    ['58-empty', undefined],
    ['59-only-bom', undefined],
    ['77-books', undefined],
  ] as const) {
    it(`${name}: one information, and nothing is fixed`, () => {
      const text = textOf(name);
      const { findings, counts } = checked(text);
      assert.deepEqual(counts, { error: 0, warning: 0, information: 1, hint: 0 });
      const [{ finding } = assert.fail()] = findings;
      const range = readSheet(text).headerRange;
      assert.deepEqual(finding, { code: 'columns.none', range, ...(seems && { seems }) });
      assert.equal(safelyFixed(text), text);
    });
  }

  it('17: a header with lost letters is undecided, so that the encoding is told first', () => {
    const text = textOf('17-shift-jis');
    assert.deepEqual(codesOf(text), ['csv.encoding']);
    assert.equal(readSheet(text).standing, 'undecided');
    assert.equal(safelyFixed(text), text);
  });

  it('lost letters below a header that is no list’s are nobody’s business', () => {
    assert.deepEqual(codesOf('id,note\n1,M\uFFFDller\n'), ['columns.none']);
  });
});

describe('files that are', () => {
  it('08, 60, 61: by the documented names', () => {
    for (const name of ['08-empty-header-names', '60-space-separated-header', '61-header-nbsp-zwsp']) {
      assert.equal(readSheet(textOf(name)).standing, 'list', name);
    }
    assert.deepEqual(codesOf(textOf('08-empty-header-names')), ['columns.unknown']);
  });

  it('60: names and values are mended in one run', () => {
    const fixed = safelyFixed(textOf('60-space-separated-header'));
    assert.deepEqual(codesOf(fixed), []);
  });

  it('50: a name that is there twice is taken once', () => {
    const { recognised } = readSheet(textOf('50-duplicate-header-alias'));
    assert.deepEqual(
      recognised.map((meaning) => meaning?.column),
      ['firstName', undefined, 'lastName', 'cellPhoneNumber', undefined, 'cellPhoneCountryCode'],
    );
  });

  it('83: a balance is no salutation', () => {
    const { recognised } = readSheet(textOf('83-saldo-as-salutation'));
    assert.deepEqual(
      recognised.map((meaning) => meaning?.column),
      ['firstName', 'lastName', 'cellPhoneNumber', undefined],
    );
  });

  it('with a broken quote in the header, if it would be one without', () => {
    assert.equal(readSheet('"firstName,cellPhoneNumber\nAsha,1\n').standing, 'list');
    assert.equal(readSheet('first"Name",cellPhoneNumber\nAsha,1\n').standing, 'list');
    assert.equal(readSheet('"sku,price\n1,2\n').standing, 'noList');
    assert.equal(readSheet(`"Name,Phone\n${'Asha,9876543210\n'.repeat(10_000)}`).standing, 'list');
  });
});

describe('what the values say', () => {
  const columns = (text: string) => readSheet(text).recognised.map((meaning) => meaning?.column);

  it('takes a column away that an alias alone named, and gives it to another one', () => {
    assert.deepEqual(columns('Name,Mobile,Phone\nAsha,yes,9876543210\n'), [
      undefined,
      undefined,
      'cellPhoneNumber',
    ]);
    assert.deepEqual(columns('Name,Phone,Title\nAsha,9876543210,Head of Sales\n')[2], undefined);
    assert.deepEqual(columns('Name,Phone,Title\nAsha,9876543210,Mrs\n')[2], 'salutation');
  });

  it('never takes one away that has its own name', () => {
    const text = 'salutation,FIRST_NAME,cellPhoneNumbr\nHead of Sales,12,yes\n';
    assert.deepEqual(columns(text), ['salutation', 'firstName', 'cellPhoneNumber']);
  });

  it('leaves damaged numbers what the header says, and ISO codes beside them', () => {
    const text = 'Name,Phone,Country Code\nAsha,9.19877E+11,IN\nRavi,#####,IN\n';
    assert.deepEqual(columns(text), [undefined, 'cellPhoneNumber', 'cellPhoneCountryCode']);
    assert.deepEqual(columns('Country,Country Code,Prefix\nIndia,IN,x\n'), [undefined, undefined, undefined]);
  });

  it('makes no list of what has the names alone', () => {
    for (const text of [
      'name,id,gsm,mobile\nBatman,1,gay,0\nRobin,2,,1\n',
      'First,Last,Title\n1,2,Casablanca\n',
      'Name,Phone\nBase model,iPhone 12\n',
      'Name,Cell,Extension\nsample,A1,.fcs\n',
    ]) {
      assert.equal(readSheet(text).standing, 'noList', text);
    }
  });

  it('says of numbers under any name that they may be a list’s, and makes none of them', () => {
    for (const [text, may] of [
      ['kol1,kol2\nx,+919876543210\ny,+919876543211\n', true],
      ['who,reach\nAsha,(202) 555-0143\n', true],
      ['id,ean\n4006381333931,5006381333932\n', false],
      ['day,amount\n2024-01-02,1234567.89\n', false],
    ] as const) {
      const sheet = readSheet(text);
      assert.equal(sheet.standing, 'noList', text);
      assert.equal(sheet.mayBeContactList, may, text);
      assert.equal(safelyFixed(text), text);
    }
  });

  it('stays as it was while the header is not edited', () => {
    const list = readSheet('Name,Phone\nAsha,9876543210\n');
    assert.equal(list.standing, 'list');
    const edited = scan('Name,Phone\nAsha,x\n');
    assert.equal(new ContactSheet(edited).standing, 'noList');
    assert.equal(new ContactSheet(edited, list).standing, 'list');
    const renamed = scan('Names,Phone\nAsha,x\n');
    assert.equal(new ContactSheet(renamed, list).standing, 'noList');
  });
});

describe('what the user said', () => {
  const books = textOf('77-books');

  it('makes any file a list, and any list none', () => {
    assert.ok(codesOf(books, 'list').includes('columns.missing'));
    const list = 'firstName,lastName,cellPhoneNumber\nAsha,Rao,1\n';
    assert.ok(codesOf(list).includes('columns.missing'));
    assert.deepEqual(codesOf(list, 'noList'), ['columns.none']);
  });

  it('offers to check a file again that was said to be none', () => {
    const [{ finding } = assert.fail()] = checked(books, {}, readSheet(books, 'noList')).findings;
    assert.deepEqual(finding, { code: 'columns.none', range: { start: 0, end: 17 }, seems: 'list' });
  });

  it('holds while the file is edited, and when it is taken back', () => {
    const options = { phones, settings: {}, limit: 1000 };
    const live = new LiveCheck(books, options);
    const codes = () => {
      finished(live.work());
      return live.report()?.findings.map(({ finding }) => finding.code) ?? assert.fail();
    };
    assert.deepEqual(codes(), ['columns.none']);
    live.set({ ...options, said: 'list' });
    assert.ok(codes().includes('columns.missing'));
    live.edit([{ start: 0, end: 4, text: 'id' }]);
    assert.ok(codes().includes('columns.missing'));
    live.set({ ...options, said: 'noList' });
    assert.deepEqual(codes(), ['columns.none']);
  });
});

describe('a list without a header', () => {
  it('10b: gets no fix that takes a contact for names, when it is sent', () => {
    const { findings } = checked(textOf('10b-no-header-sending'), { forSending: true });
    const ofHeader = findings.filter(({ finding }) => finding.code.startsWith('columns.'));
    assert.deepEqual(
      ofHeader.map(({ finding }) => finding.code),
      ['columns.missing'],
    );
  });

  it('45: is read with its own delimiter', () => {
    assert.equal(readSheet(textOf('45-semicolon-no-header-two-rows')).table.delimiter, ';');
  });
});

describe('UTF-16 without a byte order mark', () => {
  const list =
    'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension\n' +
    'Lech,Wałęsa,Mr,512345678,+48,+48\n';
  const little = Buffer.from(list, 'utf16le');
  for (const [name, bytes] of [
    ['little', little],
    ['big', Buffer.from(little).swap16()],
  ] as const) {
    it(`is told as its encoding, and nothing is fixed: ${name} endian`, () => {
      const text = new TextDecoder().decode(bytes);
      assert.deepEqual(codesOf(text), ['csv.encoding']);
      assert.equal(safelyFixed(text), text);
      const [{ finding } = assert.fail()] = checked(text).findings;
      assert.deepEqual(
        offersFor(finding, readSheet(text)).map((offer) => 'lead' in offer && offer.lead),
        ['convertEncoding'],
      );
    });
  }
});
