import assert from 'node:assert/strict';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { fixesFor, safeEdits } from '../../../../src/core/fixes';
import { countryCodes, found, safelyFixed, sheetOf } from './fixed';
import { toEnd } from '../../../../src/core/csv/toEnd';

describe('safeEdits', () => {
  const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';

  for (const newline of ['\n', '\r\n']) {
    it(`does everything that cannot lose or invent anything, ${JSON.stringify(newline)}`, () => {
      const before = [
        '\uFEFFFirst Name,"SURNAME",Title,Mobile,Dial Code,Ext,note',
        ' Asha\u0000,"R,ao ",mr.,+91 98765 43210,0091,+, untouched ',
        '',
        ' ,"",,,,,',
        'Bo,"O""Day",Mr,9876543211," in\u200b",+,',
        ' , Rao,Mr,9.8E+9,999,+91,',
        '',
      ].join(newline);
      const after = [
        '\uFEFFfirstName,"lastName",salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension,note',
        'Asha,"R,ao",mr.,+91 98765 43210,+91,+, untouched ',
        'Bo,"O""Day",Mr,9876543211,"in",+,',
        ' ,Rao,Mr,9.8E+9,999,+91,',
        '',
      ].join(newline);
      assert.equal(safelyFixed(before), after);
      assert.equal(safelyFixed(after), after);
    });
  }

  it('makes at most one edit a cell', () => {
    const text = `${header}\nA,B,Mr,1, \u00009\u200b1 ,+`;
    assert.deepEqual(toEnd(safeEdits(readSheet(text), countryCodes)), [
      { range: { start: text.indexOf(' \u0000'), end: text.length - 2 }, text: '+91' },
    ]);
  });

  it('does not rename what is merely spelled like a column', () => {
    const text = 'frstName,lastName,cellPhoneNumbr\na ,b ,1 \n';
    assert.equal(
      safelyFixed(text),
      'frstName,lastName,cellPhoneNumbr\na ,b,1 \n',
      'nor what stands below it',
    );
  });

  it('leaves ISO codes alone: countries share a calling code', () => {
    const text = `${header}\nA,B,Mr,2025550123,US,+1\nC,D,Mr,6475550123,CA,+1\n`;
    assert.equal(safelyFixed(text), text);
  });

  it('does nothing in a file with lost letters, broken quotes, or another delimiter', () => {
    const row = ' Asha ,Rao,Mr,9876543210,0091,+';
    assert.notEqual(safelyFixed(`${header}\n${row}\n`), `${header}\n${row}\n`);
    for (const text of [
      `${header}\n${row}\nGarc\uFFFDa ,B,Mr,9876543211,0091,+\n`,
      `${header},\uFFFD\n${row},\n`,
      `${header}\n${row}\nO"Day ,B,Mr,9876543211,0091,+\n`,
      `${header}\n${row}\n"Asha,B,Mr,9876543211,0091,+\n`,
      ...[';', '\t', '|'].map((delimiter) => `${header}\n${row}\n`.replaceAll(',', delimiter)),
    ]) {
      assert.equal(safelyFixed(text), text);
    }
  });

  it('leaves alone what may be half of a letter, told or not', () => {
    for (const name of [
      'D\u00C3\u00ADaz',
      'H\u00C3\u00A0',
      'GARC\u00C3\u00ADA',
      'Jos\u00E9\u00A0',
      'S\u00E1\u00BB\u00A0',
    ]) {
      const text = `${header}\nAsha,${name},Mr,9876543210,+91,+91\n`;
      assert.equal(safelyFixed(text), text, JSON.stringify(name));
    }
  });

  it('leaves alone a line break that may be where a row ends, or one of two numbers', () => {
    const row = (name: string, number = '9876543210') => `Ravi,${name},Mr,${number},+91,+91`;
    for (const left of [
      'Ravi,"Iyer,Mr,9876543211,+91,+91\nEva,Kern",Mrs,9876543212,+91,+91',
      'Ravi,Iyer,Mr,"9876543211,+91,+91\nEva,Kern,Mrs,9876543212",+91,+91',
      'Ravi,Iyer,Mr,9876543211,+91,"+91\nEva",Kern,Mrs,9876543212,+91,+91',
      'Ravi,Iyer,Mr,9876543211,+91,"+91\n",Kern,Mrs,9876543212,+91,+91',
      row('Rao', '"9876543210\r\n9876543211"'),
      row('Rao', '"9876543210\u00859876543211"'),
      row('" Rao\n+91"'),
    ]) {
      const text = `${header}\n${left}\n`;
      assert.equal(safelyFixed(text), text, JSON.stringify(left));
      const sheet = sheetOf(text);
      for (const code of ['value.controlCharacter', 'value.whitespace', 'countryCode.invalid'] as const) {
        for (const finding of found(code, sheet)) {
          assert.ok(!fixesFor(finding, sheet).some(({ safe }) => safe), `${code} ${JSON.stringify(left)}`);
        }
      }
    }
    // In a row of its own, words are divided by it, or nothing.
    assert.equal(
      safelyFixed(`${header}\n${row('"Rao\nIyer"', '"9876543210\n"')}\n`),
      `${header}\n${row('"Rao Iyer"', '"9876543210"')}\n`,
    );
  });

  it('leaves alone a row with other quotes around its cells', () => {
    const row = ' Asha ,Rao,Mr,9876543210,91,+91';
    const quoted = "'Uma','Das, 91 ','Mr','9812345679','91','+91'";
    const mixed = " Uma ,'Das',Mr,9812345679,91,+91";
    const text = (first: string) => `${header}\n${first}\n${quoted}\n${mixed}\n`;
    assert.equal(safelyFixed(text(row)), text('Asha,Rao,Mr,9876543210,+91,+91'));
    const sheet = sheetOf(text(row));
    for (const code of ['value.whitespace', 'countryCode.invalid'] as const) {
      const safe = found(code, sheet).filter((one) => fixesFor(one, sheet).some((fix) => fix.safe));
      assert.deepEqual(
        safe.map(({ range }) => range.start < text(row).indexOf(quoted)),
        [true],
        code,
      );
    }
  });

  it('leaves alone a header with other quotes in it, and the values below a name that stays', () => {
    const row = ' Asha,Rao ,Mrs,9876543210,91,+91';
    const text = (last: string) =>
      `First Name,lastName,salutation,cellPhoneNumber,${last},‘Notes’\n${row},\n`;
    for (const names of ['Dial Code,cellPhoneExtension', 'cellPhoneCountryCode,cellPhoneExtension']) {
      const sheet = sheetOf(text(names));
      const renames = found('columns.misnamed', sheet).flatMap((one) => fixesFor(one, sheet));
      assert.ok(renames.length > 0);
      assert.ok(
        renames.every(({ kind, safe }) => kind === 'renameHeader' && !safe),
        'offered, and never done unasked',
      );
      const isCode = names.startsWith('cell');
      assert.equal(
        safelyFixed(text(names)),
        text(names)
          .replace('Rao ', 'Rao')
          .replace(',91', isCode ? ',+91' : ',91'),
      );
    }
    const half =
      'Nom\u00E9\u00A0,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
    assert.equal(safelyFixed(`${half}\n${row}\n`), `${half}\n Asha,Rao,Mrs,9876543210,+91,+91\n`);
  });

  it('leaves alone what is no contact list', () => {
    for (const text of [
      'id, note\n 1 ,2\n\n',
      'isbn,title,author\n1,The Example ,A. Writer\n\n',
      'country,country_code,capital\nAruba ,0297 , Oranjestad\n',
      'firstName,lastName\n Asha , Rao \n\n',
      'phone\n +919876543210\n',
    ]) {
      assert.equal(safelyFixed(text), text);
    }
  });

  it('leaves to its finding a rule that is switched off', () => {
    const text = 'cellPhoneNumber,Dial Code\n\u0000 1 ,91\n\n';
    const without = (off: string) => safelyFixed(text, (code) => code !== off);
    assert.equal(safelyFixed(text), 'cellPhoneNumber,cellPhoneCountryCode\n1,+91\n');
    assert.equal(without('columns.misnamed'), 'cellPhoneNumber,Dial Code\n1,91\n', 'nor the values below it');
    assert.equal(without('csv.blankRow'), 'cellPhoneNumber,cellPhoneCountryCode\n1,+91\n\n');
    assert.equal(without('countryCode.invalid'), 'cellPhoneNumber,cellPhoneCountryCode\n1,91\n');
    assert.equal(without('value.whitespace'), 'cellPhoneNumber,cellPhoneCountryCode\n 1 ,+91\n');
    assert.equal(
      safelyFixed(text, () => false),
      text,
    );
  });

  it('deletes a blank last row with the line break before it', () => {
    assert.equal(safelyFixed('firstName,salutation\r\na, b \r\n ,'), 'firstName,salutation\r\na,b');
    assert.equal(safelyFixed('firstName,salutation\n,\n\n,'), 'firstName,salutation');
  });
});
