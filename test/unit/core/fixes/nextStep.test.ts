import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyEdits,
  headerMend,
  isSafelyFixable,
  nextStep,
  possibleIn,
  proposals,
  openDecisions,
  reviewOf,
  safeEdits,
  withPicks,
  withReviewed,
  withStructure,
  type IsHeld,
} from '../../../../src/core/fixes';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { badRows } from '../../../../src/core/checks/badRows';
import { checked } from '../../../support/checked';
import { fifteenMistakes } from '../../../support/fifteenMistakes';
import { finished } from '../../../support/finished';
import { isLong, runs } from '../../../support/long';
import { manyMistakes } from '../../../support/manyMistakes';
import { countryCodes, phones, safelyFixed } from './fixed';
import { toEnd } from '../../../../src/core/csv/toEnd';

const possible = { reopen: true, safe: true, review: true, errors: 5 };
const none = { reopen: true, safe: false, review: false, errors: 0 };

describe('nextStep', () => {
  it('goes by the order of causes', () => {
    const codes = {
      'csv.encoding': 1,
      'csv.strayQuote': 2,
      'csv.delimiter': 1,
      'columns.missing': 1,
      'csv.blankRow': 3,
      'phone.prefixed': 4,
      'value.required': 5,
    };
    const steps: string[] = [];
    let left: Readonly<Record<string, number>> = codes;
    for (const code of Object.keys(codes)) {
      steps.push(nextStep(left, possible));
      left = Object.fromEntries(Object.entries(left).filter(([other]) => other !== code));
    }
    assert.deepEqual(steps, ['encoding', 'quotes', 'layout', 'header', 'safe', 'safe', 'safe']);
    assert.equal(nextStep({ 'phone.prefixed': 4 }, { ...possible, safe: false }), 'review');
    assert.equal(nextStep({ 'value.required': 4 }, { ...none, errors: 4 }), 'goodRows');
    assert.equal(nextStep({ 'value.required': 4 }, { ...none, errors: 4, noneGood: true }), 'problems');
    assert.equal(nextStep({ 'columns.unknown': 1, 'value.salutation': 2 }, none), 'send');
    assert.equal(nextStep({}, none), 'send');
  });

  it('leads nowhere where nothing can be done', () => {
    assert.equal(nextStep({ 'csv.encoding': 1 }, { ...possible, reopen: false }), 'problems');
    assert.equal(nextStep({ 'csv.noRows': 1 }, { ...none, errors: 1 }), 'problems');
    assert.equal(nextStep({ 'csv.repeatedHeader': 1 }, { ...none, errors: 1, divided: true }), 'problems');
    assert.equal(nextStep({ 'csv.repeatedHeader': 1 }, { ...possible, divided: true }), 'review');
  });

  it('takes no count of nothing for something', () => {
    assert.equal(nextStep({ 'csv.encoding': 0 }, none), 'send');
  });
});

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';

describe('headerMend', () => {
  const mend = (...headers: string[]) =>
    headerMend(checked(`${headers.join(',')}\n${headers.map(() => 'x').join(',')}\n`));

  it('renames, adds what may be made up, asks for one value, or has the columns mapped', () => {
    const six = header.split(',');
    const without = (...names: string[]) => six.filter((name) => !names.includes(name));
    const kinds = (what: ReturnType<typeof mend>) =>
      what === 'map' ? what : [...what.picks.map(({ kind }) => kind), ...(what.asks ? [what.asks] : [])];
    assert.deepEqual(kinds(mend('First Name', ...six.slice(1))), ['renameHeader']);
    assert.deepEqual(kinds(mend('First Name', ...without('firstName', 'cellPhoneExtension'))), [
      'renameHeader',
      'addColumnsLikeCode',
    ]);
    assert.deepEqual(kinds(mend(...without('salutation'))), ['addColumns']);
    assert.deepEqual(kinds(mend(...without('cellPhoneCountryCode'))), ['fillColumn', 'cellPhoneCountryCode']);
    assert.deepEqual(
      kinds(mend('First Name', ...without('firstName', 'cellPhoneCountryCode', 'cellPhoneExtension'))),
      ['renameHeader', 'fillColumn', 'addColumnsLikeCode', 'cellPhoneCountryCode'],
      'all at once, and asked for one value',
    );
    assert.equal(mend(...without('lastName')), 'map');
    assert.equal(mend(...six, 'firstName'), 'map');
  });
});

describe('proposals', () => {
  const advised = (...rows: string[]) =>
    proposals(checked([header, ...rows, ''].join('\n'))).map(({ kind, isAdvised }) => [kind, isAdvised]);

  it('tick nothing that takes away what somebody typed', () => {
    assert.deepEqual(advised('Asha,Rao,Mrs,9876543210,+91,x123'), [['copyCountryCode', false]]);
    assert.deepEqual(advised('Asha,Rao,Mrs,9876543210,+91,(91)'), [['copyCountryCode', true]]);
    assert.deepEqual(advised('Asha,Rao,Mrs,9876543210,+91,'), [['copyCountryCode', true]]);
    assert.deepEqual(advised('Asha,Rao,Mrs,9876543210 x77,+91,+91'), [['dropExtension', false]]);
  });

  it('tick the end of decimals where a number is left', () => {
    assert.deepEqual(advised('Asha,Rao,Mrs,9876543210.0,+91,+91'), [['dropDecimals', true]]);
    assert.deepEqual(advised('Asha,Rao,Mrs,98765.0,+91,+91'), [['dropDecimals', false]]);
    assert.deepEqual(advised('Asha,Rao,Mrs,041 2345317.0,+358,+358'), [['dropDecimals', true]]);
    assert.deepEqual(advised('Asha,Rao,Mrs,98765 4321.0,+91,+91'), [['dropDecimals', false]]);
    assert.deepEqual(advised('Asha,Rao,Mrs,212555.0000,+1,+1'), [['writeNumber', true]]);
  });
});

describe('isSafelyFixable', () => {
  const rules = [
    'columns.misnamed',
    'value.whitespace',
    'value.controlCharacter',
    'countryCode.invalid',
    'phone.digits',
    'csv.blankRow',
  ] as const;
  const first = ['firstName', 'First Name', 'firstNam', '"First Name"', 'FIRSTNAME'];
  const codes = ['+91', '91', ' 91', '\u200B91', '9\u00071', '９１', 'IN', ' IN ', '0091'];
  const cells = ['Asha', ' Asha', 'As\u0007ha', '"Asha "', '" "'];
  const numbers = ['9876543210', '٩٨٧٦٥٤٣٢١٠', '9876543210\u200B'];

  it('says so only where Fix All changes something, whatever is switched off', () => {
    let safe = 0;
    for (let off = 0; off < 2 ** rules.length; off++) {
      const settings = Object.fromEntries(
        rules.flatMap((code, at) => (off & (2 ** at) ? [[code, 'off']] : [])),
      );
      for (let at = 0; at < first.length * codes.length; at++) {
        const row = [cells[at % 4], 'Rao', 'Mrs', numbers[at % 3], codes[at % codes.length], '+91'].join();
        const names = header
          .replace('firstName', first[at % first.length] ?? '')
          .replace('cellPhoneCountryCode', at % 2 ? 'cellPhoneCountryCode' : 'Country Code');
        const text = `${names}\n${row}\n${at % 7 === 0 ? ',,,,,\n' : ''}`;
        const report = checked(text, { settings, limit: (off + at) % 2 ? 1000 : 1 });
        if (!isSafelyFixable(report)) continue;
        safe++;
        const edits = toEnd(safeEdits(report.sheet, countryCodes, (code) => !(code in settings)));
        assert.ok(edits.length > 0, `${Object.keys(settings).join()}: ${JSON.stringify(text)}`);
      }
    }
    assert.ok(safe > 1000);
  });
});

/** Review as its user sees it, and the text after Enter: every advised fix. */
function reviewed(text: string, isHeld: IsHeld = () => false) {
  const needs = { phones, settings: {}, limit: 1000 };
  const { fixes, decisions } = finished(reviewOf(checked(text), isHeld, needs));
  const ticked = fixes.filter(({ isAdvised }) => isAdvised);
  return { fixes, decisions, after: finished(withReviewed(text, ticked, needs)) };
}

describe('reviewOf', () => {
  const list = (...rows: string[]) => [header, ...rows, ''].join('\n');
  const kinds = (...rows: string[]) => reviewed(list(...rows)).fixes.map(({ kind }) => kind);

  it('shows what the advised fixes bring to light', () => {
    assert.deepEqual(kinds('Asha,Rao,Mrs,9876543210,IN,'), ['normaliseCountryCode', 'copyCountryCode']);
    assert.deepEqual(kinds('Asha,Rao,Mrs,9876543210,+91'), ['padRow', 'copyCountryCode']);
    assert.deepEqual(kinds('Asha,Rao,Mrs,9876543210,NA,'), [], 'no country');
    assert.deepEqual(kinds('Asha,Rao,Mrs,="+919876543210",+91,+91'), ['keepFormulaText', 'splitPrefix']);
  });

  it('is done at once, with what is safe', () => {
    const text = list(
      'Asha,Rao,Mrs,9876543210,IN,',
      'Bo&nbsp;,Day,Mr,9876543211,+91',
      '"A,""B"",Mr,98765 43212,91,"',
    );
    const { after } = reviewed(text);
    assert.equal(
      after,
      list('Asha,Rao,Mrs,9876543210,+91,+91', 'Bo,Day,Mr,9876543211,+91,+91', 'A,"B",Mr,9876543212,+91,+91'),
    );
    assert.deepEqual(reviewed(after).fixes, []);
  });

  it('leaves rows to be decided on: those without errors whose number may be wrong', () => {
    const text = list(
      'A,B,Mr,98,+91,+91',
      'A,,Mr,98,+91,+91',
      'A,B,Mr,9876543210 / 9876543211,+91,+91',
      'A,B,Dr,9876543212,+91,x1',
      'A,B,Mr,9876543213,+0,+91',
    );
    const decisions = (isHeld: IsHeld) =>
      reviewed(text, isHeld).decisions.map(({ kind, records }) => [kind, ...records]);
    assert.deepEqual(
      decisions(() => false),
      [
        ['phone.invalid', 1],
        ['phone.several', 3],
        ['countryCode.invalid', 5],
      ],
    );
    assert.deepEqual(
      decisions((_, record) => record !== 3),
      [['phone.several', 3]],
      'a row that is held back is decided on',
    );
  });
});

describe('nextStep of rows to be decided on', () => {
  const text = `${header}\nA,B,Mr,98,+91,+91\nA,B,Mr,9876543211,+91,+91\n`;
  const step = (isHeld: IsHeld, settings = {}) => {
    const report = checked(text, { settings });
    return nextStep(report.codes, possibleIn(report, true, isHeld));
  };

  it('does not go on to send before each is held back or kept', () => {
    assert.equal(
      step(() => false),
      'review',
    );
    assert.equal(
      step((_, record) => record === 1),
      'send',
    );
    assert.equal(
      step(() => false, { kept: { cellPhoneNumber: ['98'] } }),
      'send',
    );
    assert.equal(
      step(() => false, { 'phone.invalid': 'hint' }),
      'send',
      'no warning',
    );
  });
});

/** Steps that are not an edit, with which the file is done or left to its user. */
const lastSteps = ['send', 'goodRows', 'problems', 'encoding'];

/** Rows that are held back are known by their text. */
function holding() {
  const held = new Set<string>();
  const textOf: (...row: Parameters<IsHeld>) => string = ({ table }, record) => {
    const { start, end } = table.recordRange(record);
    return table.slice(start, end);
  };
  return {
    isHeld: ((sheet, record) => held.has(textOf(sheet, record))) satisfies IsHeld,
    holdOpen: (text: string) => {
      const report = checked(text);
      for (const { records } of openDecisions(report, () => false)) {
        for (const record of records) held.add(textOf(report.sheet, record));
      }
    },
  };
}

/** The steps that the line above the header leads through, with every advised fix, and the text before each. */
function followed(list: string) {
  const steps: string[] = [];
  const texts = [list];
  const { isHeld, holdOpen } = holding();
  for (let text = list; ;) {
    const report = checked(text);
    const step = nextStep(report.codes, possibleIn(report, true, isHeld));
    steps.push(step);
    const isLast = lastSteps.includes(step) || (step === 'header' && headerMend(report) === 'map');
    if (isLast) return { steps, texts };
    text = after(step, report, text);
    if (step === 'review') holdOpen(text);
    assert.ok(
      steps.length < 12 && (step === 'review' || !texts.includes(text)),
      `${steps.join()} is dead or a loop: ${text}`,
    );
    texts.push(text);
  }
}

/** Takes the steps that the line above the header leads through, with every advised fix, and counts what its user does. */
function walked(list: string) {
  const steps: string[] = [];
  const { isHeld, holdOpen } = holding();
  let text = list;
  let actions = 0;
  for (;;) {
    const report = checked(text);
    const step = nextStep(report.codes, possibleIn(report, true, isHeld));
    steps.push(step);
    const mend = step === 'header' ? headerMend(report) : undefined;
    // Review shows a list, where rows to be decided on are held back, and a column that is missing asks for its value.
    actions += step === 'review' || (mend !== undefined && mend !== 'map' && mend.asks) ? 2 : 1;
    if (lastSteps.includes(step) || mend === 'map') return { text, steps, actions };
    const before = text;
    text = after(step, report, text);
    if (step === 'review') holdOpen(text);
    else assert.notEqual(text, before, `${steps.join()} is dead`);
    assert.ok(steps.length < 10, steps.join());
  }
}

function after(step: string, report: ReturnType<typeof checked>, text: string): string {
  const needs = { phones, settings: {} };
  if (step === 'safe') return applyEdits(text, toEnd(safeEdits(report.sheet, countryCodes)));
  if (step === 'layout' || step === 'quotes') return finished(withStructure(text, step, needs));
  if (step === 'review') return reviewed(text).after;
  const mend = headerMend(report);
  assert.ok(mend !== 'map', 'a map is no step of a walk');
  const picks = mend.picks.map((pick) => (pick.kind === 'fillColumn' ? { ...pick, answer: '+91' } : pick));
  return finished(withPicks(text, picks, needs));
}

describe('a list of thirty rows with fifteen kinds of mistakes', () => {
  it('can be sent after at most eight steps, each of which changes something', () => {
    assert.ok(Object.keys(checked(fifteenMistakes).codes).length >= 3);
    const { text, steps, actions } = walked(fifteenMistakes);
    assert.deepEqual(steps, ['layout', 'header', 'safe', 'review', 'goodRows']);
    assert.equal(actions, 6);
    const sheet = readSheet(text);
    const bad = finished(badRows(sheet, { phones, settings: {}, forSending: true }));
    assert.equal(bad?.size, 4, 'two names, a rounded number, and a duplicate');
  });

  it('takes at most eight actions to be sent, none of them dead, whichever kinds they are', () => {
    const [first, count] = isLong ? [Math.floor(Math.random() * 1e6), 10_000] : [0, 150];
    for (let seed = first; seed < first + count; seed++) {
      const { steps, actions } = walked(manyMistakes(seed));
      assert.ok(steps.at(-1) === 'send' || steps.at(-1) === 'goodRows', `${seed}: ${steps.join()}`);
      assert.ok(actions <= 8, `${seed}: ${actions} actions, ${steps.join()}`);
    }
  });
});

describe('a list that is laid out otherwise', () => {
  const rows = ['Asha,Rao,Mrs,9876543210,+91,+91', 'Ravi,Iyer,Mr,9876543211,+91,+91'];
  const right = `${[header, ...rows].join('\n')}\n`;
  const [row = '', other = ''] = rows;
  const inQuotes = (text: string) => text.replace(/^.+$/gm, '"$&"');
  const bySemicolons = (text: string) => text.replaceAll(',', ';');
  const swapped = (text: string) => text.replace(/^(\w+),(\w+)/, '$2,$1');

  for (const [name, text] of [
    ['rows in quotes', `${header}\n${inQuotes(rows.join('\n'))}\n`],
    ['rows in quotes by semicolons', `${header}\n${inQuotes(rows.join('\n').replaceAll(',', ';'))}\n`],
    ['lines in quotes and semicolons', inQuotes(right).replace(/$/gm, ';;;').replace(/;;;$/, '')],
    ['columns in another order below', `${header}\n${row}\n${swapped(header)}\n${swapped(other)}\n`],
    [
      'semicolons, and quotes that join rows',
      bySemicolons(right.replace('Rao', '"Rao').replace('Iyer', 'Iyer"')),
    ],
    [
      'semicolons, and quotes that open cells',
      bySemicolons(right.replace('Asha', '"Asha').replace('Ravi', '"Ravi')),
    ],
    [
      'a title above a header of semicolons',
      `Contacts of May\n${header.replaceAll(',', ';')}\n${rows.join('\n')}\n`,
    ],
    [
      'a title above a header of tabs, and rows in quotes',
      `Contacts\n${header.replaceAll(',', '\t')}\n${rows.join('\n')}\n`,
    ],
    [
      'a header by known names above one in another order',
      `Vorname,Nachname,Anrede,Handy,Landesvorwahl,Telefonvorwahl\n${row}\nTelefonvorwahl,Landesvorwahl,Handy,Anrede,Nachname,Vorname\n${other.split(',').toReversed().join()}\n`,
    ],
    [
      'contacts above the header, with apostrophes',
      `${row.replace('98765', "'98765")}\n${header}\n${other}\n`,
    ],
    ['quotes that join rows', right.replace('Rao', '"Rao').replace('Iyer', 'Iyer"')],
    ['quotes that open cells', right.replace('Asha', '"Asha').replace('Ravi', '"Ravi')],
  ] as const) {
    it(`is right and sent in the end: ${name}`, () => {
      const { steps, texts } = followed(text);
      assert.equal(steps.at(-1), 'send', steps.join());
      assert.equal(texts.at(-1), right);
    });
  }
});

describe('a good list with quotes that were typed by mistake', () => {
  const names = ['Asha', 'Rao', '"Eva"', '"Das, B.A."', 'O’Brien', '"say ""hi"""', ''];
  const good = fc
    .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { minLength: 1, maxLength: 6 })
    .map((rows) => rows.map(([first, last], at) => `${first},${last},Mr,987654321${String(at)},+91,+91`));
  const numbersIn = (text: string) => text.replaceAll('"', '').match(/987654321\d/g) ?? [];
  /** Puts quotes into a text: anywhere, or where cells begin and end. */
  const withQuotes = (text: string, places: readonly number[], atEdges: boolean) => {
    const edges = [...text.matchAll(/(?<=^|,)|(?=,|$)/gm)].map(({ index }) => index);
    const at = places.map((place) => (atEdges ? (edges[place % edges.length] ?? 0) : place % text.length));
    return at
      .sort((a, b) => b - a)
      .reduce((left, place) => `${left.slice(0, place)}"${left.slice(place)}`, text);
  };

  it('loses no row, by Fix All or by any step, and is not sent while one is part of another', () => {
    let sent = 0;
    const places = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(good, places, fc.boolean(), (rows, quotes, atEdges) => {
        const list = withQuotes(rows.join('\n'), quotes, atEdges);
        const { steps, texts } = followed(`${header}\n${list}\n`);
        for (const text of texts) {
          assert.deepEqual(numbersIn(text), numbersIn(rows.join()), steps.join());
          const unasked = safelyFixed(text);
          assert.equal(unasked.split('\n').length, text.split('\n').length, `${steps.join()}: ${text}`);
          assert.equal(safelyFixed(unasked), unasked, 'a second run does nothing');
        }
        if (steps.at(-1) !== 'send') return;
        sent++;
        assert.equal(checked(texts.at(-1) ?? '').rows, rows.length, `${steps.join()}: ${list}`);
      }),
      { numRuns: runs(3000) },
    );
    assert.ok(sent > 0);
  });
});

describe('contacts above the header', () => {
  const numbers = [
    ...['9876543210', '٩٨٧٦٥٤٣٢١٠', '９８７６５４３２１０', "'9876543210", '="9876543210"', 'tel:9876543210'],
    ...[
      '9876543210.0',
      '9.19877E+11',
      '9876543210 x12',
      '9876543210 / 9876543211',
      '\u200B9876543210',
      '#####',
      '',
    ],
  ];

  it('are never taken away, whatever their numbers look like, and however short their rows are', () => {
    for (const number of numbers) {
      for (const cells of [6, 5, 4]) {
        const row = ['Asha', 'Rao', 'Mrs', number, '+91', '+91'].slice(0, cells);
        if (number === '' && cells === 4) continue;
        const text = `${row.join()}\n${header}\nRavi,Iyer,Mr,9876543211,+91,+91\n`;
        const { texts } = followed(text);
        assert.ok(texts.at(-1)?.includes('Asha'), `${row.join()}: ${texts.at(-1) ?? ''}`);
      }
    }
  });
});

describe('withStructure', () => {
  it('takes blanks from around quotes before it quotes what is broken, though a delimiter is between them', () => {
    for (const delimiter of [',', ';']) {
      const by = (text: string) => text.replaceAll(';', delimiter);
      const text = by(
        `${header.replaceAll(',', ';')}\nMei;"Li" Ltd;Mr;9876543210;+91;+91\n"Ravi"; "Iyer; Dr"; "Mr"; "9812345678"; "+91"; "+91"\n`,
      );
      assert.equal(
        finished(withStructure(text, 'quotes', { phones, settings: {} })),
        by(
          `${header.replaceAll(',', ';')}\nMei;"""Li"" Ltd";Mr;9876543210;+91;+91\n"Ravi";"Iyer; Dr";"Mr";"9812345678";"+91";"+91"\n`,
        ),
      );
    }
  });

  const mended = (text: string, cause: 'layout' | 'quotes' = 'layout') =>
    finished(withStructure(text, cause, { phones, settings: {} }));
  const row = 'Asha,Rao,Mrs,9876543210,+91,+91';
  const list = `${header}\n${row}\n`;
  const quotedLines = list.replace(/^.+$/gm, '"$&"');

  it('mends what is seen only when something else is mended', () => {
    assert.equal(mended(`Contacts of May\n${list.replaceAll(',', ';')}`), list);
    assert.equal(mended(`sep=,\n${quotedLines}`), list);
  });

  it('reads rows as they are divided, though the header is not, and leaves their quotes to their own step', () => {
    const text = `Contacts of May\n${header.replaceAll(',', ';')}\n${row}\nEva,R"ao,Mrs,9812345679,+91,+91\n`;
    assert.equal(mended(text), `${list}Eva,R"ao,Mrs,9812345679,+91,+91\n`);
  });

  it('takes no lines away of which nobody was told', () => {
    assert.equal(mended(`Contacts of May\n${quotedLines}`), list, 'seen above the header');
    assert.equal(mended(`"Contacts,May"\n${quotedLines}`), `Contacts,May\n${list}`);
  });

  it('divides rows that a quote had swallowed', () => {
    const text = `${header}\n${row.replaceAll(',', '\t')}\n"${row}\n${row.replaceAll(',', '\t')}\n`;
    assert.equal(mended(text, 'quotes'), `${header}\n${row}\n"Asha"${row.slice(4)}\n${row}\n`);
  });
});
