import { good, header, itFinds, type Case } from '../../../support/ruleCases';

describe('rules for values', () => {
  itFinds([
    [
      'value.whitespace: at either end, unquoted and quoted, first and last cell',
      `${header}\n« Asha»,«"Rao "»,Mrs,9876543210,+91,«+91\u00A0»`,
      { code: 'value.whitespace', column: 'firstName' },
      { code: 'value.whitespace', column: 'lastName' },
      { code: 'value.whitespace', column: 'cellPhoneExtension' },
    ],
    [
      'value.whitespace: characters without width anywhere; the other rules see through them',
      `${header}\r\n«As\u200Bha»,«\uFEFFRao»,«Mrs »,9876543210,+91,« +91»\r\n`,
      { code: 'value.whitespace', column: 'firstName' },
      { code: 'value.whitespace', column: 'lastName' },
      { code: 'value.whitespace', column: 'salutation' },
      { code: 'value.whitespace', column: 'cellPhoneExtension' },
    ],
    [
      'value.required: of characters that nobody sees, in names and numbers; a row of these is blank',
      `${header}\n«\u200D»,«\u3164\u2800»,Mr,«\u{E0020}\u115F»,+91,+91\n«,\u200C,,\u2800,\u034F,»\n`,
      { code: 'value.required', column: 'firstName' },
      { code: 'value.required', column: 'lastName' },
      { code: 'value.required', column: 'cellPhoneNumber' },
      { code: 'csv.blankRow', hasCells: true },
    ],
    [
      'value.whitespace: what is not seen in a number, and belongs to the spelling of a name',
      `${header}\nA\u200Dsha,R\u{E0100}ao,Mr,«98765\u2800432\u{E0031}10»,+91,+91\n`,
      { code: 'value.whitespace', column: 'cellPhoneNumber' },
    ],
    [
      'blanks and commas within a name, and joiners in its spelling, are no findings',
      `${header}\n"Asha  Devi, Dr","\u0D30\u0D3E\u0D35\u0D4D\u200D",Mrs,9876543210,+91,+91\n`,
    ],
    [
      'value.controlCharacter: C0, DEL, and tab and line break in a quoted cell',
      `${header}\n«As\u0007ha»,«R\u007Fao»,Mrs,9876543210,+91,+91\r\n«"Ra\r\nvi"»,«Iy\ter»,Mr,9812345678,+91,+91`,
      { code: 'value.controlCharacter', column: 'firstName' },
      { code: 'value.controlCharacter', column: 'lastName' },
      { code: 'value.controlCharacter', column: 'firstName' },
      { code: 'value.controlCharacter', column: 'lastName' },
    ],
    [
      'a line break at the end of a cell is no white space besides',
      `${header}\n«"Asha\n"»,Rao,Mrs,9876543210,+91,+91\n`,
      { code: 'value.controlCharacter', column: 'firstName' },
    ],
    ...(['mr', 'Mr.', 'MR', 'Mister', 'mr .'] as const).map((value): Case => [
      `value.salutation: ${value} can only mean Mr`,
      `${header}\nRavi,Iyer,«${value}»,9812345678,+91,+91\n`,
      { code: 'value.salutation', canonical: 'Mr' },
    ]),
    [
      'value.salutation: quoted MRS.',
      `${header}\r\nAsha,Rao,«"MRS."»,9876543210,+91,+91`,
      { code: 'value.salutation', canonical: 'Mrs' },
    ],
    ...(['Ms', 'Dr', 'Miss', 'Frau', 'constructor'] as const).map((value): Case => [
      `value.salutation: ${value} means neither`,
      `${header}\nAsha,Rao,«${value}»,9876543210,+91,+91\n`,
      { code: 'value.salutation' },
    ]),
    ...(['+', '91', '+91', '0091', '"+91"', '1', '1234'] as const).map((value): Case => [
      `the extension ${value} is a dialing prefix`,
      `${header}\nAsha,Rao,Mrs,9876543210,+91,${value}\n`,
    ]),
    ...(['x123', 'ext 5', '12345', '"5,6"', '++91', '#12'] as const).map((value): Case => [
      `extension.unusual: ${value}`,
      `${header}\r\nAsha,Rao,Mrs,9876543210,+91,«${value}»`,
      { code: 'extension.unusual' },
    ]),
    ['no finding in a good file', `${header}\n${good}\n`],
  ]);
});
