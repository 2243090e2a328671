import type { ContactSheet } from '../checks';
import type { ColumnSource } from './columnMap';
import type { Guess } from './guess';
import { Guessing } from './guessing';
import { NameGuesser } from './guessNames';
import { NumberGuesser } from './guessNumbers';
import type { MapNeeds } from './rowReading';
import { likenessOf } from './valueLook';

/** Columns whose values are asked what they may be: a list has no more, and each takes some ms. */
const mostColumns = 200;

/** The sources that header and values suggest for each column. */
export function guessColumns(sheet: ContactSheet, needs: MapNeeds): Guess {
  const guessing = new Guessing(sheet);
  const [names, numbers] = [new NameGuesser(guessing), new NumberGuesser(guessing, needs)];
  names.names();
  names.salutation();
  numbers.all();
  names.fullName();
  byValues(guessing, names, numbers);
  return guessing.guess;
}

/** Columns that no header means, by what the values of others look like. */
function byValues(guessing: Guessing, names: NameGuesser, { codes, numberField }: NumberGuesser): void {
  for (const [field, header] of guessing.sheet.headers.slice(0, mostColumns).entries()) {
    if (guessing.isTaken(field)) continue;
    const code: ColumnSource = { field, part: 'countryCallingCode' };
    switch (likenessOf(header, field, guessing.samples, codes, numberField)) {
      case 'number':
        guessing.offer('cellPhoneNumber', { field, part: 'nationalNumber' }, 'values');
        break;
      case 'country':
        guessing.offer('cellPhoneCountryCode', code, 'country');
        break;
      case 'code':
        guessing.offer('cellPhoneCountryCode', code, 'values');
        break;
      case 'salutation':
        guessing.offer('salutation', names.salutationSource(field), 'values');
        break;
      case undefined:
    }
  }
}
