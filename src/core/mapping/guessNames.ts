import { fullNameFields, looksLikeSalutation, splitName } from '../contact';
import { usualNameReading, type ColumnSource, type NamePart } from './columnMap';
import { fullNameOf, isName, orderOf } from './fullNameLook';
import { mostAlike, type Guessing } from './guessing';
import { distinctValues, guessTable, translates } from './salutations';
import { half, most, type Samples } from './samples';
import { holdsSalutations, isPartOf } from './valueLook';

/** The sources of names and salutations. */
export class NameGuesser {
  /** A field that has a whole name, though its header says that it is the first or the last one. */
  private wholeName: number | undefined;
  private readonly ignored = new Set<number>();

  private readonly samples: Samples;

  constructor(private readonly guessing: Guessing) {
    this.samples = guessing.samples;
  }

  names(): void {
    this.findWholeName();
    this.name('firstName');
    this.name('lastName');
  }

  salutation(): void {
    const named = this.guessing.named('salutation');
    if (named === undefined) return;
    const { field, how } = named;
    const tells =
      how === 'exact' ||
      (this.guessing.tellsByName(named)
        ? this.samples.isEmpty(field) || this.samples.share(field, looksLikeSalutation) >= half
        : holdsSalutations(field, this.samples));
    this.guessing.take(
      'salutation',
      this.salutationSource(field),
      how === 'similar' ? 'similarName' : tells ? undefined : 'untellingValues',
    );
  }

  salutationSource(field: number): ColumnSource {
    const values = distinctValues(this.guessing.sheet, field);
    const table = values && guessTable(values);
    return table && translates(table) ? { field, table } : { field };
  }

  /** The parts of a full name, for the columns that are still without a source. */
  fullName(): void {
    if (this.guessing.columns.firstName && this.guessing.columns.lastName) return;
    const named = fullNameFields(this.guessing.sheet.headers)
      .slice(0, mostAlike)
      .filter((field) => !this.guessing.isTaken(field) && this.samples.holds(field, half, isName));
    const field = this.wholeName ?? named.find((one) => !this.guessing.ofOthers.has(one)) ?? named[0];
    if (field === undefined) return;
    const first = this.guessing.columns.firstName;
    const pairs = first && 'field' in first ? this.samples.pairs(first.field, field) : [];
    const order = orderOf(this.guessing.headerOf(field), this.samples.of(field), pairs);
    const part = (name: NamePart['part']): NamePart => ({ field, part: name, ...usualNameReading, order });
    this.guessing.offer('firstName', part('firstName'), 'fullName');
    this.guessing.offer('lastName', part('lastName'), 'fullName');
    const hasTitle = this.samples.of(field).some((text) => {
      const name = splitName(text, order);
      return 'salutation' in name && name.salutation !== '';
    });
    if (hasTitle) this.guessing.offer('salutation', part('salutation'), 'fullName');
  }

  private findWholeName(): void {
    const [first, last] = [this.guessing.named('firstName'), this.guessing.named('lastName')];
    if (first === undefined || last === undefined) {
      const only = first ?? last;
      const isWhole =
        only?.how === 'alias' &&
        fullNameFields(this.guessing.sheet.headers).length === 0 &&
        this.samples.share(only.field, (text) => text.includes(' ') && isName(text)) >= most;
      if (isWhole) this.wholeName = only.field;
      return;
    }
    if (first.how === 'exact' && last.how === 'exact') return;
    const pairs = this.samples.pairs(first.field, last.field);
    const whole = fullNameOf(pairs, this.guessing.headerOf(last.field), most);
    if (whole !== undefined) this.wholeName = whole === 'last' ? last.field : first.field;
    // A nickname is no last name.
    if (whole === 'eitherWay') this.ignored.add(last.field);
  }

  private name(column: 'firstName' | 'lastName'): void {
    const named = this.guessing.named(column);
    if (named === undefined || named.field === this.wholeName || this.ignored.has(named.field)) return;
    const { field, how } = named;
    if (how === 'alias' && this.samples.share(field, looksLikeSalutation) >= most) return;
    const isInParts = how === 'alias' && column === 'lastName' && this.hasParticle;
    this.guessing.take(
      column,
      { field },
      how === 'similar' ? 'similarName' : isInParts ? 'partElsewhere' : undefined,
    );
  }

  /** Whether another column has a part of the last name. */
  private get hasParticle(): boolean {
    return this.guessing.sheet.headers.some((header, field) =>
      isPartOf('lastName', header, field, this.samples),
    );
  }
}
