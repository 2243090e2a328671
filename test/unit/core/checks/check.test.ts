import assert from 'node:assert/strict';
import { check } from '../../../../src/core/checks/check';
import { findingCodes, streamCodes } from '../../../../src/core/checks/finding';
import { contactRules, noColumns } from '../../../../src/core/checks/rules';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { checked } from '../../../support/checked';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension\n';

describe('check', () => {
  it('has one rule for every code, and no other', () => {
    const codes = [...[...contactRules, noColumns].map(({ code }) => code), ...streamCodes];
    assert.deepEqual(codes.toSorted(), findingCodes.toSorted());
  });

  it('counts rows without the header and blank rows', () => {
    assert.equal(checked(`${header}\na,b,Mr,1,+91,\n\n"",,,,,\n,,,,,x`).rows, 2);
  });

  it('looks for wrong letters in the first megabyte of what a quote has swallowed, no further', () => {
    const swallowed = (before: number) =>
      checked(`${header}"${'a'.repeat(before)}\uFFFD`).codes['csv.encoding'];
    assert.deepEqual([swallowed(1_000_000), swallowed(1_100_000)], [1, undefined]);
  });

  it('keeps the limit, errors first, and counts them all', () => {
    // Three findings a row: two warnings before an error.
    const report = checked(
      header + Array.from({ length: 400 }, (_, row) => `Asha,,,${row + 1},+91,+91\n`).join(''),
      { limit: 500 },
    );
    assert.deepEqual(report.counts, { error: 400, warning: 800, information: 0, hint: 0 });
    assert.equal(report.findings.length, 500);
    assert.ok(report.findings.slice(0, 400).every(({ severity }) => severity === 'error'));
    assert.ok(report.findings.slice(400).every(({ severity }) => severity === 'warning'));
    const places = report.findings.slice(400).map(({ finding }) => finding.range.start);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('gives empty names and numbers as errors, empty salutations and extensions as warnings', () => {
    // A row without anything in it would be none.
    const { findings } = checked(`${header.replace('\n', ',x\n')},,,,,,x\n`, {
      settings: { 'columns.unknown': 'off' },
    });
    assert.deepEqual(
      findings.map(({ finding, severity }) => [
        finding.code === 'value.required' && finding.column,
        severity,
      ]),
      [
        ['firstName', 'error'],
        ['lastName', 'error'],
        ['cellPhoneNumber', 'error'],
        ['cellPhoneCountryCode', 'error'],
        ['salutation', 'warning'],
        ['cellPhoneExtension', 'warning'],
      ],
    );
  });

  it('takes severities from the settings, and drops what is off from findings and counts', () => {
    const text = `${header}Asha,,Mr,12,+91,+91\n`;
    const { findings, counts } = checked(text, {
      settings: { 'value.required': 'hint', 'phone.invalid': 'off' },
    });
    assert.deepEqual(
      findings.map(({ finding, severity }) => [finding.code, severity]),
      [['value.required', 'hint']],
    );
    assert.deepEqual(counts, { error: 0, warning: 0, information: 0, hint: 1 });
  });

  it('pauses at least once every hundred rows', () => {
    const options = { phones: createPhoneNumbers(), settings: {}, limit: 1000 };
    const work = check(readSheet(header + 'Asha,Rao,Mr,9876543210,+91,+91\n'.repeat(1000)), options);
    let pauses = 0;
    while (!work.next().done) pauses++;
    assert.ok(pauses >= 10, `${pauses} pauses`);
  });

  for (const [name, text] of [
    ['an empty file', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['blank lines alone', '\n\n\r\n'],
    ['ten thousand columns', `firstName,${'x,'.repeat(10_000)}y\n${'1,'.repeat(10_001)}2\n`],
    ['one giant line', `firstName,${'x'.repeat(5_000_000)}`],
    ['a quote that swallows everything', `"${header}${'a,b,c,d,e,f\n'.repeat(100_000)}`],
  ] as const) {
    it(`comes to an end on ${name}`, () => {
      for (const forSending of [false, true]) {
        const { findings, counts } = checked(text, { forSending });
        assert.ok(findings.length > 0 && findings.length <= 1000);
        assert.ok(counts.error + counts.warning + counts.information >= findings.length);
        assert.ok(
          findings.every(({ finding: { range } }) => range.start <= range.end && range.end <= text.length),
        );
      }
    });
  }
});
