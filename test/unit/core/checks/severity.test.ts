import assert from 'node:assert/strict';
import { findingCodes } from '../../../../src/core/checks/finding';
import { offWhenSending, settingsForSending, type RuleSettings } from '../../../../src/core/checks/severity';
import { checked } from '../../../support/checked';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
const list = (...rows: string[]) => [header, ...rows, ''].join('\n');
const allOff: RuleSettings = Object.fromEntries(findingCodes.map((code) => [code, 'off']));
const errors = (text: string, settings: RuleSettings) =>
  checked(text, { settings: settingsForSending(settings), forSending: true })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ finding }) => ('column' in finding ? `${finding.code} ${finding.column}` : finding.code));

describe('settingsForSending', () => {
  it('keeps what every contact needs an error, whatever the settings say', () => {
    const hints: RuleSettings = Object.fromEntries(findingCodes.map((code) => [code, 'hint']));
    for (const settings of [allOff, hints]) {
      assert.deepEqual(errors(list(',,,,,+91', 'A,,,,,+91'), settings), [
        ...['firstName', 'lastName', 'cellPhoneNumber', 'cellPhoneCountryCode'].map(
          (column) => `value.required ${column}`,
        ),
        ...['lastName', 'cellPhoneNumber', 'cellPhoneCountryCode'].map(
          (column) => `value.required ${column}`,
        ),
      ]);
      assert.deepEqual(errors('firstName,Surname\nA,B\n', settings), [
        'columns.missing',
        'columns.misnamed lastName',
      ]);
      assert.deepEqual(errors(`${header},firstName\nA,B,Mr,9876543210,+91,+91,A\n`, settings), [
        'columns.duplicate firstName',
      ]);
    }
  });

  it('never makes an error of an empty salutation or extension', () => {
    assert.deepEqual(errors(list('A,B,,9876543210,+91,'), { 'value.required': 'error' }), []);
  });

  it('leaves all other rules as they are set', () => {
    const twice = list('A,B,Mr,9876543210,+91,+91', 'C,D,Mr,9876543210,+91,+91');
    assert.deepEqual(errors(twice, {}), ['phone.duplicate']);
    assert.deepEqual(errors(twice, allOff), []);
    assert.deepEqual(errors(list('A,B,Dr,9876543210,+91,+91'), { 'value.salutation': 'error' }), [
      'value.salutation',
    ]);
  });
});

describe('offWhenSending', () => {
  it('names every rule that is off, but for those that hold all the same, and the stream’s own', () => {
    assert.deepEqual(
      offWhenSending({
        'phone.invalid': 'off',
        'csv.blankRow': 'off',
        'value.required': 'off',
        'value.entity': 'hint',
      }),
      ['csv.blankRow', 'phone.invalid'],
    );
    assert.deepEqual(offWhenSending({ 'stream.refused': 'off' }), []);
  });
});

describe('values that are kept as they are', () => {
  const codes = (text: string, settings: RuleSettings) =>
    checked(text, { settings }).findings.map(({ finding }) => finding.code);

  it('are reported no more, alone of their column', () => {
    const text = list('A,B,Dr,9876543210,+91,x5', 'C,D,Prof,9876543211,+91,x6', 'E,F,,9876543212,+91,');
    const all = codes(text, {});
    assert.deepEqual(all.toSorted(), [
      'extension.unusual',
      'extension.unusual',
      'value.required',
      'value.required',
      'value.salutation',
      'value.salutation',
    ]);
    assert.deepEqual(
      codes(text, { kept: { salutation: ['Dr', ''], cellPhoneExtension: ['x6'] } }).toSorted(),
      ['extension.unusual', 'value.required', 'value.salutation'],
    );
  });

  it('are none of names, numbers and codes', () => {
    const text = list(',B,Mr,9876543210,+91,+91');
    assert.deepEqual(codes(text, { kept: { firstName: [''] } }), ['value.required']);
  });
});
