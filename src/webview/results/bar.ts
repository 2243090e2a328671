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
 * @param goTo called with an index into the rows
 * @returns `undefined` where every row has one outcome: that says no more than its count
 */
export function createBar(
  rows: Rows,
  { rowCount }: Pick<Results, 'rowCount'>,
  format: Pick<Format, 'message'>,
  goTo: (row: number) => void,
): HTMLElement | undefined {
  const buckets = outcomeBuckets(rows, rowCount, mostBuckets);
  const stretches = stretchesOf(buckets);
  const drawn = outcomesByUrgency.filter((it) => stretches.some(({ outcome }) => outcome === it));
  if (drawn.length < 2) return undefined;
  const name = (stretch: Stretch) => stretchName(rows, stretch, format);
  const here = element('span', { class: 'here' });
  const bar = element(
    'div',
    {
      ...{ class: 'bar', role: 'slider', tabindex: '0', 'aria-label': l10n.t('Outcomes along the file') },
      ...{ 'aria-valuemin': '1', 'aria-valuemax': String(stretches.length) },
    },
    picture(buckets, drawn),
    here,
  );
  let at = 0;
  const turnTo = (place: number) => {
    at = Math.max(0, Math.min(stretches.length - 1, place));
    const stretch = stretches[at];
    if (stretch === undefined) return;
    bar.setAttribute('aria-valuenow', String(at + 1));
    bar.setAttribute('aria-valuetext', name(stretch));
    here.style.left = `${(stretch.from / buckets.length) * 100}%`;
    here.style.width = `${((stretch.to - stretch.from) / buckets.length) * 100}%`;
  };
  turnTo(0);
  const bucketAt = (clientX: number) => {
    const { left, width } = bar.getBoundingClientRect();
    const bucket = Math.floor(((clientX - left) / width) * buckets.length);
    return Math.max(0, Math.min(buckets.length - 1, bucket));
  };
  const stretchAt = (bucket: number) => stretches.findIndex(({ from, to }) => from <= bucket && bucket < to);
  bar.addEventListener('click', ({ clientX }) => {
    const bucket = bucketAt(clientX);
    turnTo(stretchAt(bucket));
    const { row } = buckets[bucket] ?? {};
    if (row !== undefined) goTo(row);
  });
  bar.addEventListener('pointermove', ({ clientX }) => {
    const stretch = stretches[stretchAt(bucketAt(clientX))];
    bar.title = stretch ? name(stretch) : '';
  });
  bar.addEventListener('keydown', (event) => {
    const place = target(event.key, at, stretches.length);
    const { row } = stretches[at] ?? {};
    if (place !== undefined) turnTo(place);
    else if (event.key === 'Enter' && row !== undefined) goTo(row);
    else return;
    event.preventDefault();
  });
  return bar;
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

function stretchName(rows: Rows, { outcome, row, last }: Stretch, format: Pick<Format, 'message'>): string {
  const label = outcomeLabels()[outcome];
  const [from, to] = [rows.at(row)?.line, rows.at(last)?.line];
  // A row that the file no longer has stands on no line.
  if (!from || !to) return label;
  // Without separators, as the editor's own line numbers.
  const [first, second] = [String(from), String(to)];
  if (first === second)
    return format.message(l10n.t('{outcome}: line {line}'), { outcome: label, line: first });
  return format.message(l10n.t('{outcome}: line {first} to line {last}'), {
    ...{ outcome: label, first, last: second },
  });
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
