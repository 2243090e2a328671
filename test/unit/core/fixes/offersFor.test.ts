import assert from 'node:assert/strict';
import { findingCodes, type FindingCode, type streamCodes } from '../../../../src/core/checks/finding';
import {
  applyEdits,
  inOrderOfOffers,
  isRemoval,
  mayFixAll,
  offersFor,
  type Offer,
} from '../../../../src/core/fixes';
import { checked } from '../../../support/checked';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
const row = 'Asha,Rao,Mrs,9876543210,+91,+91';
const list = (...rows: string[]) => [header, ...rows, ''].join('\n');
const name = (offer: Offer) => ('fix' in offer ? offer.fix.kind : offer.lead);

type Checked = Exclude<FindingCode, (typeof streamCodes)[number]>;

/** For each code a text that has it, and what is offered for the first such finding, in this order. */
const offers: Readonly<Record<Checked, readonly (readonly [text: string, ...offered: string[]])[]>> = {
  'csv.unclosedQuote': [[list('"Asha,Rao,Mrs,9876543210,+91,+91'), 'closeQuote', 'removeQuote']],
  'csv.strayQuote': [
    [list('As"ha,Rao,Mrs,9876543210,+91,+91'), 'quoteCell', 'removeQuote'],
    [list('"Ravi,Iyer,Mr,9876543211,+91,+91\n"Eva,Kern,Mrs,9876543212,+91,+91'), 'removeQuote', 'quoteCell'],
  ],
  'csv.joinedRows': [
    [list('Ravi,"Iyer,Mr,9876543211,+91,+91\nEva,Kern",Mrs,9876543212,+91,+91'), 'removeQuote'],
  ],
  'csv.delimiter': [[list(row).replaceAll(',', ';'), 'mapColumns', 'convertDelimiter']],
  'csv.linesAboveHeader': [
    [`Report of May\n\n${list(row)}`, 'deleteLinesAbove'],
    [`${row}\n${list()}`, 'moveHeader'],
  ],
  'csv.rowDelimiter': [
    [list('Asha;Rao;Mrs;9876543210;+91;+91', 'Bo;Day;Mr;9876543211;+91;+91'), 'convertRows'],
  ],
  'csv.quotedLines': [[list(row).replace(/^.+$/gm, '"$&"'), 'unquoteLines']],
  'csv.otherQuotes': [[list('‘Asha, A’,Rao,Mrs,9876543210,+91,+91'), 'convertQuotes']],
  'csv.formulaCell': [[list('Asha,Rao,Mrs,="9876543210",+91,+91'), 'keepFormulaText']],
  'csv.repeatedHeader': [
    [list(row, header, 'Bo,Day,Mr,9876543211,+91,+91'), 'deleteRow'],
    [
      list(row, header.replace('firstName,lastName', 'lastName,firstName'), 'Day,Bo,Mr,9876543211,+91,+91'),
      'alignRows',
    ],
    [
      list(row, header.replace('firstName,lastName', 'lastName,middleName'), 'Day,Bo,Mr,9876543211,+91,+91'),
      'explain',
    ],
  ],
  'csv.encoding': [[list('M\uFFFDller,Rao,Mrs,9876543210,+91,+91'), 'convertEncoding']],
  'csv.fieldCount': [
    [list('Asha,Rao,Mrs,9876543210,+91'), 'padRow', 'holdBack'],
    [list(row, 'Bo;Day;Mr;9876543211;+91;+91'), 'convertRow', 'holdBack'],
    [list(`${row},`), 'cutRow', 'holdBack'],
    [list(`${row},x`), 'holdBack', 'cutRow'],
  ],
  'csv.blankRow': [[list(row, ',,,,,'), 'deleteRow']],
  'csv.noRows': [[list(), 'explain']],
  'columns.none': [
    ['a,b\n1,2\n', 'mapColumns'],
    ['Asha,Rao,9876543210\n', 'insertHeader'],
    ['phone\n9876543210\n', 'mapColumns', 'checkAsList'],
  ],
  'columns.missing': [
    [
      'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode\nA,B,Mr,9876543210,+91\n',
      ...['mapColumns', 'addColumnsLikeCode', 'addColumns', 'fillColumn', 'notContactList'],
    ],
    [
      'firstName,lastName,salutation,cellPhoneNumber,cellPhoneExtension\nA,B,Mr,9876543210,+91\n',
      ...['mapColumns', 'fillColumn', 'addColumns', 'notContactList'],
    ],
    [
      'lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension\nB,Mr,9876543210,+91,+91\n',
      ...['mapColumns', 'addColumns', 'notContactList'],
    ],
  ],
  'columns.duplicate': [[`${header},firstName\n${row},x\n`, 'mapColumns', 'removeColumn', 'notContactList']],
  'columns.misnamed': [
    [list(row).replace('firstName', 'First Name'), 'mapColumns', 'renameHeader', 'notContactList'],
  ],
  'columns.unknown': [
    [`${header},note\n${row},x\n`, 'mapColumns', 'removeColumn', 'notContactList'],
    [`${header},Pr\uFFFDnom\n${row},x\n`, 'convertEncoding', 'mapColumns', 'notContactList'],
    [
      'firstName,lastName,salutation,cellPhoneNumber,Country\nAsha,Rao,Mrs,9876543210,+91\nA,B,Mr,9876543211,0044\n',
      ...['mapColumns', 'renameByContent', 'notContactList'],
    ],
  ],
  'value.required': [
    [list(',Rao,Mrs,9876543210,+91,+91'), 'fillCell', 'holdBack', 'deleteRow'],
    [list('Asha,Rao,Mrs,,+91,+91'), 'fillCell', 'holdBack', 'deleteRow'],
    [list('Asha,Rao,,9876543210,+91,+91'), 'writeMr', 'writeMrs', 'keepAsIs'],
    [list('Asha,Rao,Mrs,9876543210,+91,'), 'copyCountryCode', 'fillCell', 'keepAsIs'],
  ],
  'value.whitespace': [[list('Asha ,Rao,Mrs,9876543210,+91,+91'), 'trim']],
  'value.controlCharacter': [[list('As\u0007ha,Rao,Mrs,9876543210,+91,+91'), 'dropControlCharacters']],
  'value.entity': [[list('A&amp;B,Rao,Mrs,9876543210,+91,+91'), 'decodeEntities']],
  'value.textMark': [[list("'Asha,'Rao,Mrs,9876543210,+91,+91"), 'dropTextMark']],
  'value.salutation': [
    [list('Asha,Rao,mrs.,9876543210,+91,+91'), 'normaliseSalutation', 'keepAsIs'],
    [list('Asha,Rao,Dr,9876543210,+91,+91'), 'writeMr', 'writeMrs', 'keepAsIs'],
    [list('Asha,Rao,Frau,9876543210,+91,+91'), 'writeMrs', 'writeMr', 'keepAsIs'],
    [list('Asha,Rao,9876543210,9876543211,+91,+91'), 'keepAsIs', 'writeMr', 'writeMrs'],
  ],
  'phone.invalid': [
    [list('Asha,Rao,Mrs,12,+91,+91'), 'fillCell', 'holdBack', 'keepAsIs'],
    [list('Asha,Rao,Mrs,9876543210 ext 5,+91,+91'), 'dropExtension', 'fillCell', 'holdBack', 'keepAsIs'],
  ],
  'phone.prefixed': [
    [list('Asha,Rao,Mrs,+919876543210,+91,+91'), 'splitPrefix', 'fillCell', 'holdBack', 'keepAsIs'],
  ],
  'phone.mangled': [
    [list('Asha,Rao,Mrs,9876543210.0,+91,+91'), 'dropDecimals', 'fillCell', 'holdBack', 'keepAsIs'],
    [list('Asha,Rao,Mrs,9.19877E+11,+91,+91'), 'fillCell', 'explainNumber', 'holdBack'],
  ],
  'phone.digits': [[list('Asha,Rao,Mrs,９８７６５４３２１０,+91,+91'), 'writeDigits']],
  'phone.several': [
    [
      list('Asha,Rao,Mrs,9876543210 ::: 9876543211,+91,+91'),
      ...['keepFirstNumber', 'keepSecondNumber', 'fillCell', 'holdBack', 'keepAsIs'],
    ],
  ],
  'phone.spelling': [[list('Asha,Rao,Mrs,98765 43210,+91,+91'), 'writeNumber']],
  'phone.duplicate': [[list(row, 'Bo,Day,Mr,9876543210,+91,+91'), 'fillCell', 'holdBack', 'deleteRow']],
  'countryCode.invalid': [
    [list('Asha,Rao,Mrs,9876543210,0091,+91'), 'normaliseCountryCode', 'fillCell', 'holdBack', 'keepAsIs'],
    [list('Asha,Rao,Mrs,9876543210,NA,+91'), 'fillCell', 'holdBack', 'keepAsIs'],
  ],
  'extension.unusual': [
    [list('Asha,Rao,Mrs,9876543210,+91,x123'), 'copyCountryCode', 'fillCell', 'keepAsIs'],
    [list('Asha,Rao,Mrs,9876543210,,x123'), 'fillCell', 'keepAsIs'],
  ],
};

describe('what the light bulb offers', () => {
  for (const [code, texts] of Object.entries(offers)) {
    for (const [text, ...expected] of texts) {
      it(`for ${code} is ${expected.join(', ')}`, () => {
        const { sheet, findings } = checked(text);
        const graded = findings.find(({ finding }) => finding.code === code);
        assert.ok(graded, `${code} is not found`);
        const offered = offersFor(graded.finding, sheet);
        assert.deepEqual(offered.map(name), expected);
        const [first] = offered;
        assert.ok(first);
        if ('fix' in first) assert.ok(!isRemoval(first.fix, sheet.table), 'a removal comes first');
      });
    }
  }

  it('begins with a mend or a way to one for every finding of broken files, never with a removal', () => {
    const every = Object.values(offers).flatMap((texts) => texts.map(([text]) => text));
    const seen = new Set<string>();
    for (const text of every) {
      const { sheet, findings } = checked(text);
      for (const { finding } of findings) {
        const [first] = offersFor(finding, sheet);
        assert.ok(first, finding.code);
        assert.ok(!('fix' in first && isRemoval(first.fix, sheet.table)), finding.code);
        seen.add(finding.code);
      }
    }
    assert.deepEqual([...seen].toSorted(), Object.keys(offers).toSorted());
    assert.ok(Object.keys(offers).every((code) => findingCodes.some((known) => known === code)));
  });
});

describe('findings of one cell', () => {
  it('offer to keep one of its two numbers before a space is put between these', () => {
    const { sheet, findings } = checked(list('Asha,Rao,Mrs,"9876543210\n9876543211",+91,+91'));
    const codes = findings.map(({ finding }) => finding.code);
    assert.deepEqual(codes, ['value.controlCharacter', 'phone.several']);
    const ordered = inOrderOfOffers(
      findings.map(({ finding }) => finding),
      sheet,
    );
    assert.deepEqual(
      ordered.map(({ code }) => code),
      codes.toReversed(),
    );
  });
});

describe('mayFixAll', () => {
  it('removes unknown columns together only while none of the six is missing', () => {
    const may = (text: string, kind: 'removeColumn' | 'fillCell' = 'removeColumn') =>
      mayFixAll('columns.unknown', kind, checked(text).sheet);
    assert.equal(may(`${header},a,b\n${row},1,2\n`), true);
    assert.equal(may('firstName,lastName,cellPhoneNumber,a,b\nAsha,Rao,9876543210,1,2\n'), false);
    assert.equal(may(list(row), 'fillCell'), false);
  });
});

describe('the new fixes', () => {
  const after = (text: string, code: FindingCode, kind: string, answer?: string) => {
    const { sheet, findings } = checked(text);
    const { finding } = findings.find(({ finding: one }) => one.code === code) ?? assert.fail(code);
    const offer = offersFor(finding, sheet).find((one) => name(one) === kind);
    assert.ok(offer && 'fix' in offer, kind);
    return applyEdits(text, offer.fix.edits(answer));
  };

  it('write what was typed, or what was chosen, into the cell', () => {
    const empty = list('"",Rao,Mrs,9876543210,+91,+91');
    assert.equal(
      after(empty, 'value.required', 'fillCell', 'A, B'),
      list('"A, B",Rao,Mrs,9876543210,+91,+91'),
    );
    assert.equal(after(empty, 'value.required', 'fillCell'), empty, 'nothing without an answer');
    const doctor = list('Asha,Rao,Dr,9876543210,+91,+91');
    assert.equal(after(doctor, 'value.salutation', 'writeMr'), doctor.replace('Dr', 'Mr'));
    assert.equal(after(doctor, 'value.salutation', 'writeMrs'), doctor.replace('Dr', 'Mrs'));
  });

  it('copy the country code into the extension, as its column writes it', () => {
    const text = list('Asha,Rao,Mrs,9876543210,0091,x5');
    assert.equal(after(text, 'extension.unusual', 'copyCountryCode'), text.replace('x5', '+91'));
  });

  it('copy the country code into a column that is added', () => {
    const text =
      'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode\nA,B,Mr,1,0091\nC\n\n"D",E,Mr,2,IN\n';
    assert.equal(
      after(text, 'columns.missing', 'addColumnsLikeCode'),
      'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension\nA,B,Mr,1,0091,+91\nC,,,,,\n\n"D",E,Mr,2,IN,\n',
    );
  });

  it('rename by what a column holds, if it is missing and every value says so', () => {
    const text = (...codes: string[]) =>
      [
        'firstName,lastName,cellPhoneNumber,Country',
        ...codes.map((code, at) => `A,B,98765432${at},${code}`),
        '',
      ].join('\n');
    const offered = (whole: string) => {
      const { sheet, findings } = checked(whole);
      const { finding } =
        findings.find(({ finding: one }) => one.code === 'columns.unknown') ?? assert.fail();
      return offersFor(finding, sheet).map(name);
    };
    assert.equal(
      after(text('+91', '+1'), 'columns.unknown', 'renameByContent'),
      text('+91', '+1').replace('Country', 'cellPhoneCountryCode'),
    );
    assert.ok(offered(text('+91', '', ' 0044 ')).includes('renameByContent'));
    for (const whole of [
      text('+91', 'x'),
      text('91', '44'),
      text('', ''),
      `${header},Country\n${row},+91\n`,
    ]) {
      assert.ok(!offered(whole).includes('renameByContent'), whole);
    }
  });
});
