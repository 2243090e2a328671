import assert from 'node:assert/strict';
import {
  applyEdits,
  headerMend,
  nextStep,
  possibleIn,
  proposals,
  structurePicks,
  safeEdits,
  withPicks,
  type Pick,
} from '../../../../src/core/fixes';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { badRows } from '../../../../src/core/checks/badRows';
import { checked } from '../../../support/checked';
import { fifteenMistakes } from '../../../support/fifteenMistakes';
import { finished } from '../../../support/finished';
import { countryCodes, phones } from './fixed';

const possible = { reopen: true, safe: true, review: true, errors: 5 };
const none = { reopen: true, safe: false, review: false, errors: 0 };

describe('nextStep', () => {
  it('goes by the order of causes', () => {
    const codes = {
      'csv.encoding': 1,
      'csv.delimiter': 1,
      'csv.strayQuote': 2,
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
    assert.deepEqual(steps, ['encoding', 'layout', 'quotes', 'header', 'safe', 'safe', 'safe']);
    assert.equal(nextStep({ 'phone.prefixed': 4 }, { ...possible, safe: false }), 'review');
    assert.equal(nextStep({ 'value.required': 4 }, { ...none, errors: 4 }), 'goodRows');
    assert.equal(nextStep({ 'columns.unknown': 1, 'value.salutation': 2 }, none), 'send');
    assert.equal(nextStep({}, none), 'send');
  });

  it('leads nowhere where nothing can be done', () => {
    assert.equal(nextStep({ 'csv.encoding': 1 }, { ...possible, reopen: false }), 'problems');
    assert.equal(nextStep({ 'csv.noRows': 1 }, { ...none, errors: 1 }), 'problems');
    assert.equal(nextStep({ 'csv.repeatedHeader': 1 }, { ...none, errors: 1, divided: true }), 'problems');
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
      typeof what === 'object' && 'picks' in what ? what.picks.map(({ kind }) => kind) : what;
    assert.deepEqual(kinds(mend('First Name', ...six.slice(1))), ['renameHeader']);
    assert.deepEqual(kinds(mend('First Name', ...without('firstName', 'cellPhoneExtension'))), [
      'renameHeader',
      'addColumnsLikeCode',
    ]);
    assert.deepEqual(kinds(mend(...without('salutation'))), ['addColumns']);
    assert.deepEqual(mend(...without('cellPhoneCountryCode')), { asks: 'cellPhoneCountryCode' });
    assert.equal(mend(...without('lastName')), 'map');
    assert.equal(mend(...six, 'firstName'), 'map');
  });
});

describe('a list of thirty rows with fifteen kinds of mistakes', () => {
  it('can be sent after at most eight steps, each of which changes something', () => {
    let text = fifteenMistakes;
    const steps: string[] = [];
    assert.ok(Object.keys(checked(text).codes).length >= 3);
    for (;;) {
      const report = checked(text);
      const step = nextStep(report.codes, possibleIn(report, true));
      steps.push(step);
      if (step === 'send' || step === 'goodRows') break;
      assert.ok(steps.length <= 8, steps.join());
      const before = text;
      text = taken(step, text);
      assert.notEqual(text, before, `${step} is dead`);
    }
    assert.deepEqual(steps, ['layout', 'header', 'safe', 'review', 'goodRows']);
    const sheet = readSheet(text);
    const bad = finished(badRows(sheet, { phones, settings: {}, forSending: true }));
    assert.equal(bad?.size, 4, 'two names, a rounded number, and a duplicate');
  });

  function taken(step: string, text: string): string {
    const report = checked(text);
    if (step === 'safe') return applyEdits(text, safeEdits(report.sheet, countryCodes));
    return finished(withPicks(text, picksOf(step, report), { phones, settings: {} }));
  }

  function picksOf(step: string, report: ReturnType<typeof checked>): readonly Pick[] {
    if (step === 'layout' || step === 'quotes') return structurePicks(report, step);
    if (step === 'review') return proposals(report).filter(({ isAdvised }) => isAdvised);
    const mend = headerMend(report);
    return typeof mend === 'object' && 'picks' in mend ? mend.picks : assert.fail(step);
  }
});
