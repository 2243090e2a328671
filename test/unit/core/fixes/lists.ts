import fc from 'fast-check';

/** Cells with one of everything that is found and mended, beside what is not. */
const values = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Asha', 'Rao', 'Mr', '9876543210', '+91', '+', '') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        ' a',
        'a\u00a0',
        '\u200b',
        ' ',
        'a\u0000b',
        '\u0007',
        'a\tb',
        ' \u0000x',
        'a, b',
        'say "hi"',
        'two\nlines',
      ],
      ...['mr.', 'MRS', 'Dr', '91', '0091', ' in', 'NA', '999', '9.87E+9', '9876543210.0', '9,876,543,210'],
      ...[
        '+919876543210',
        '919876543210',
        '612345678',
        '+39',
        '98765 43210',
        'ext 5',
        '\ufffd',
        '12/05/2024',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'grapheme' }) },
);

const names = fc.oneof(
  fc.constantFrom(
    ...[
      'firstName',
      'lastName',
      'salutation',
      'cellPhoneNumber',
      'cellPhoneCountryCode',
      'cellPhoneExtension',
    ],
    ...['First Name', 'SURNAME', ' Title ', 'Mobile', 'Dial Code', 'Ext', 'frstName', 'id', 'note, more', ''],
  ),
);

/** A cell as a text holds it: quoted where it must be, and sometimes where it need not. */
const cell = (content: fc.Arbitrary<string>, delimiter: string) =>
  fc
    .tuple(content, fc.boolean())
    .map(([value, isQuoted]) =>
      isQuoted || value.includes(delimiter) || /["\n\r]/.test(value)
        ? `"${value.replaceAll('"', '""')}"`
        : value,
    );

/** What a list is written with. */
export interface Dialect {
  readonly delimiter: string;
  readonly newline: string;
}

/** Texts that every reader understands: rows of any length, blank lines, BOM or none, a newline at the end or none. */
export const soundLists = (
  { delimiter, newline }: Dialect,
  endsInNewline: fc.Arbitrary<boolean> = fc.boolean(),
) => {
  const line = (content: fc.Arbitrary<string>, lengths: fc.ArrayConstraints) =>
    fc.array(cell(content, delimiter), lengths).map((cells) => cells.join(delimiter));
  const row = fc.oneof(
    { weight: 6, arbitrary: line(values, { minLength: 0, maxLength: 8 }) },
    {
      weight: 1,
      arbitrary: line(fc.constantFrom('', ' ', '\u200c', '\u2800'), { minLength: 1, maxLength: 8 }),
    },
  );
  return fc
    .tuple(
      fc.constantFrom('', '\uFEFF'),
      line(names, { minLength: 1, maxLength: 8 }),
      fc.array(row, { maxLength: 8 }),
      endsInNewline,
    )
    .map(([mark, header, rows, closed]) => mark + [header, ...rows].join(newline) + (closed ? newline : ''));
};

/** Texts in which quotes may stand anywhere, and newlines of both kinds, below a header of contacts. */
export const brokenLists = fc
  .array(fc.constantFrom('"', ',', ',', '\n', '\r\n', '\r', ' ', 'a', ' x ', '91', '\u0000', '\u200b'), {
    maxLength: 40,
  })
  .map((parts) => `First Name,Dial Code,salutation\n${parts.join('')}`);

/** The dialects in which lists come. */
export const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
});
