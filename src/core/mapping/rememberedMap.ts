import * as v from 'valibot';
import { type ContactColumn, contactColumns } from '../contact';
import { fieldsOf, type ColumnMap, type ColumnSource, type RememberedMap } from './columnMap';

const field = v.pipe(v.number(), v.integer(), v.minValue(0));
const country = v.union([
  v.strictObject({ constant: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)) }),
  v.strictObject({ field }),
]);
const reading = {
  order: v.picklist(['givenFirst', 'familyFirst']),
  oneWord: v.picklist(['holdBack', 'repeat', 'dash']),
};
const constant = v.strictObject({ constant: v.string() });
const plain = v.strictObject({ field });
const callingCode = v.strictObject({
  field,
  part: v.literal('callingCode'),
  country: v.exactOptional(country),
});
const nationalNumber = v.strictObject({ ...callingCode.entries, part: v.literal('nationalNumber') });
const countryCallingCode = v.strictObject({ field, part: v.literal('countryCallingCode') });
const name = <Part extends 'firstName' | 'lastName' | 'salutation'>(part: Part) =>
  v.strictObject({ field, part: v.literal(part), ...reading });
const table = v.strictObject({
  field,
  table: v.record(v.string(), v.picklist(['Mr', 'Mrs', 'asIs', 'holdBack'])),
});
const same = v.strictObject({ same: v.literal('cellPhoneCountryCode') });

/** What each column may come from: a part of a name is no number. */
const sources = {
  firstName: v.union([plain, constant, name('firstName')]),
  lastName: v.union([plain, constant, name('lastName')]),
  salutation: v.union([plain, constant, name('salutation'), table]),
  cellPhoneNumber: v.union([plain, constant, nationalNumber]),
  cellPhoneCountryCode: v.union([plain, constant, callingCode, countryCallingCode]),
  cellPhoneExtension: v.union([plain, constant, callingCode, countryCallingCode, same]),
} satisfies Record<ContactColumn, v.GenericSchema<unknown, ColumnSource>>;

const rememberedMap = v.pipe(
  v.object({ headers: v.array(v.string()), columns: v.object(sources) }),
  v.check(({ headers, columns }) =>
    contactColumns.every((column) => fieldsOf(columns[column]).every((at) => at < headers.length)),
  ),
  v.check(({ columns }) => readsEachFieldOneWay(columns)),
);

/** A map that was stored, if it can be used: what wrote it may have been another version. */
export function readRememberedMap(value: unknown): RememberedMap | undefined {
  const result = v.safeParse(rememberedMap, value);
  return result.success ? result.output : undefined;
}

/** Whether a field that several columns are parts of is read in one way: else something of it might be lost. */
function readsEachFieldOneWay(columns: ColumnMap): boolean {
  const ways = new Map<string, string>();
  return contactColumns.every((column) => {
    const source = columns[column];
    if (!('part' in source) || source.part === 'countryCallingCode') return true;
    const { part, ...way } = source;
    const kind = part === 'callingCode' || part === 'nationalNumber' ? 'number' : 'name';
    const key = `${kind} ${source.field}`;
    const known = ways.get(key);
    ways.set(key, JSON.stringify(way));
    return known === undefined || known === JSON.stringify(way);
  });
}
