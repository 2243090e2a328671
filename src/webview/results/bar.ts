import * as l10n from '@vscode/l10n';
import type { Results, RowOutcome } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import { element } from '../shared/dom';
import type { Format } from '../shared/format';
import { outcomeBuckets, stretchesOf, type Bucket, type Stretch } from './buckets';
import { outcomesByUrgency } from './columns';
import { outcomeLabels } from './labels';

/** Fewer than the narrowest page has pixels. */
const mostBuckets = 300;

/**
 * The outcomes along the file, so that a bad stretch is seen at once. A click goes to the worst row there. For the keyboard
 * and for readers of the screen it is a slider: the arrows go from stretch to stretch, and Enter goes to its first row.
 * Hidden where every row has one outcome: that says no more than its count.
 */
export class Bar {
  /** A landmark of its own: it belongs to the table, and is above it also when the details are beside. */
  readonly element: HTMLElement;
  readonly #slider: HTMLElement;
  /** Around the stretch that the keyboard is on. */
  readonly #here = element('span', { class: 'here' });
  readonly #format: Pick<Format, 'message'>;
  readonly #goTo: (row: number) => void;
  #rows: Rows | undefined;
  #buckets: readonly (Bucket | undefined)[] = [];
  #stretches: readonly Stretch[] = [];
  #at = 0;

  /** @param goTo called with an index into the rows */
  constructor(format: Pick<Format, 'message'>, goTo: (row: number) => void) {
    this.#format = format;
    this.#goTo = goTo;
    const label = l10n.t('Outcomes along the file');
    this.#slider = element('div', { class: 'bar', role: 'slider', tabindex: '0', 'aria-label': label });
    this.element = element('section', { 'aria-label': label }, this.#slider);
    this.#listen();
  }

  update(rows: Rows, { rowCount }: Pick<Results, 'rowCount'>): void {
    this.#rows = rows;
    this.#buckets = outcomeBuckets(rows, rowCount, mostBuckets);
    this.#stretches = stretchesOf(this.#buckets);
    const drawn = outcomesByUrgency.filter((it) => this.#stretches.some(({ outcome }) => outcome === it));
    this.element.hidden = drawn.length < 2;
    this.#slider.replaceChildren(picture(this.#buckets, drawn), this.#here);
    this.#turnTo(this.#at);
  }

  #listen(): void {
    this.#slider.addEventListener('click', ({ clientX }) => {
      const bucket = this.#bucketAt(clientX);
      this.#turnTo(this.#stretchAt(bucket));
      this.#goToRow(this.#buckets[bucket]);
    });
    this.#slider.addEventListener('pointermove', ({ clientX }) => {
      const stretch = this.#stretches[this.#stretchAt(this.#bucketAt(clientX))];
      this.#slider.title = stretch ? this.#name(stretch) : '';
    });
    this.#slider.addEventListener('keydown', (event) => {
      const place = target(event.key, this.#at, this.#stretches.length);
      if (place !== undefined) this.#turnTo(place);
      else if (event.key === 'Enter') this.#goToRow(this.#stretches[this.#at]);
      else return;
      event.preventDefault();
    });
  }

  #turnTo(place: number): void {
    const { length } = this.#stretches;
    this.#at = Math.max(0, Math.min(length - 1, place));
    const stretch = this.#stretches[this.#at];
    if (stretch === undefined) return;
    const values = { min: 1, max: length, now: this.#at + 1, text: this.#name(stretch) };
    for (const [name, value] of Object.entries(values))
      this.#slider.setAttribute(`aria-value${name}`, String(value));
    const share = (buckets: number) => `${(buckets / this.#buckets.length) * 100}%`;
    this.#here.style.left = share(stretch.from);
    this.#here.style.width = share(stretch.to - stretch.from);
  }

  #goToRow(bucket: Bucket | undefined): void {
    if (bucket) this.#goTo(bucket.row);
  }

  #bucketAt(clientX: number): number {
    const { left, width } = this.#slider.getBoundingClientRect();
    const bucket = Math.floor(((clientX - left) / width) * this.#buckets.length);
    return Math.max(0, Math.min(this.#buckets.length - 1, bucket));
  }

  #stretchAt(bucket: number): number {
    return this.#stretches.findIndex(({ from, to }) => from <= bucket && bucket < to);
  }

  #name({ outcome, row, last }: Stretch): string {
    const label = outcomeLabels()[outcome];
    const [from, to] = [row, last].map((index) => this.#rows?.at(index)?.line);
    // A row that the file no longer has stands on no line.
    if (!from || !to) return label;
    // Without separators, as the editor's own line numbers.
    const lines = { outcome: label, first: String(from), last: String(to) };
    return from === to
      ? this.#format.message(l10n.t('{outcome}: line {first}'), lines)
      : this.#format.message(l10n.t('{outcome}: line {first} to line {last}'), lines);
  }
}

/** Where a key leads, as in any slider; `undefined` for one that does not move. */
function target(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return from + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return from - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The more pressing an outcome is, the higher it stands: colour alone tells nothing apart. */
function picture(buckets: readonly (Bucket | undefined)[], drawn: readonly RowOutcome[]): SVGElement {
  const floor = drawn.length;
  const shapeOf = (outcome: RowOutcome, height: number) =>
    buckets
      .map((bucket, at) => (bucket?.outcome === outcome ? `M${at} ${floor}v-${height}h1v${height}z` : ''))
      .join('');
  return svg(
    'svg',
    { viewBox: `0 0 ${buckets.length} ${floor}`, preserveAspectRatio: 'none' },
    // One shape an outcome, however many stretches: the page has to stay light.
    ...drawn.map((outcome, place) =>
      svg('path', { class: outcome, d: shapeOf(outcome, drawn.length - place) }),
    ),
  );
}

function svg(name: string, attributes: Readonly<Record<string, string>>, ...children: Node[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
