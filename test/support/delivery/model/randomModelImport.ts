import type { ImportEnd, ImportRow } from '../../../../src/core/delivery';
import type { RequestQueue } from '../../../../src/core/delivery/run/requestQueue';
import type { Random } from '../../../bench/random';
import { failureOfAct } from '../failures';
import { obstacles } from '../obstacles';
import { numberOf, rowAt } from '../rows';
import { assertClaimsAreTrue } from './claimsAreTrue';
import { brokenShapes, honest, wholeShapes } from './listShapes';
import { ModelImport } from './modelImport';
import { ModelStream, repeatPolicies, wellBehaved, type ModelFate, type ModelHabits } from './modelStream';
import { settleModel } from './settle';
import { comparable, incomparable, joined } from './spellings';

/** The longest that a stream works on a request, in ms. */
const longestWorkMs = 120_000;

/** Lists that lag show nothing by which that could be told, once the contacts are old enough that must be on them. */
const shapes = Object.entries(brokenShapes).filter(([name]) => !name.includes('older than'));

/** An import to a stream with any habits, at which anything may go wrong at any time, and all that follows from it. */
export class RandomModelImport {
  readonly stream: ModelStream;
  private readonly own: ModelImport;
  /** How likely it is that a request goes wrong. */
  private trouble: number;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly random: Random,
    queue: RequestQueue,
    happened: Set<string>,
  ) {
    this.trouble = random.pick([0.1, 0.3, 0.6]);
    const isWhole = random.chance(0.7);
    const list = isWhole
      ? random.pick([...Object.values(wholeShapes), honest(1 + random.below(30))])
      : random.pick(shapes)[1];
    // Where no number can be compared nothing counts as created, and nothing shows that a list leaves out the latest.
    const spellings = isWhole && random.chance(0.4) ? incomparable : comparable;
    const spelling = random.chance(0.5) ? joined : random.pick(Object.values(spellings));
    const habits: ModelHabits = {
      repeated: random.pick(repeatPolicies),
      list,
      spelling,
      deletion: { isListed: random.chance(0.5), freesNumber: random.chance(0.5) },
      mostRows: random.chance(0.2) ? 1 + random.below(6) : Infinity,
    };
    // What is created first is what a list must have.
    const fate = (request: number) => (request === 0 ? wellBehaved : this.fate());
    this.stream = new ModelStream(habits, fate, () => this.readFate());
    const rows = this.rows();
    this.own = new ModelImport(rows, this.stream, {
      batchRows: 2 + random.below(12),
      queue,
      control: () => this.user(),
      watch: (activity) => happened.add(activity.kind === 'waiting' ? activity.why : activity.kind),
    });
  }

  /** Contacts that were there before, some of them deleted, some with a number that a row has. */
  prepare(): void {
    this.stream.addOthers(this.random.below(40));
    for (let index = 0; index < 3; index++)
      if (this.random.chance(0.3)) this.stream.delete(`other${this.random.below(40)}`);
  }

  /** @throws what is not true of it */
  async play(end: (work: Promise<ImportEnd>) => Promise<ImportEnd>, happened: Set<string>): Promise<void> {
    const ended = await end(this.own.send());
    happened.add(ended.why);
    for (const outcome of this.own.claims.outcomes) happened.add(outcome);
    assertClaimsAreTrue(this.own.claims, this.stream);
    await settleModel(this.own, end);
    this.trouble = 0;
    await settleModel(this.own, end);
    for (const timer of this.timers) clearTimeout(timer);
  }

  /** Some rows: a few share a number, and a few are such as a stream refuses. None of the first is one of them. */
  private rows(): readonly ImportRow[] {
    const { random } = this;
    return Array.from({ length: 4 + random.below(40) }, (_, index) => {
      const isPlain = index < 14 || random.chance(0.9);
      const row = rowAt(index, numberOf(isPlain ? index : random.below(40)));
      if (index < 14 || !random.chance(0.03)) return row;
      const values = { ...row.values, salutation: '' };
      return { ...row, values, record: row.record.replace(',Mr,', ',,') };
    });
  }

  private fate(): ModelFate {
    const { random } = this;
    const workMs = random.below(random.pick([1_000, 30_000, longestWorkMs]));
    const isAtOnce = random.chance(0.5);
    const insteadAfterMs = random.below(random.pick([1_000, 60_000]));
    if (!random.chance(this.trouble)) return { ...wellBehaved, workMs, isAtOnce };
    const { act, when } = random.pick(obstacles);
    const isProcessed = random.pick(when) === 'after';
    const instead = typeof act === 'object' && act.kind === 'hang' ? 'nothing' : failureOfAct(act);
    return { instead, isProcessed, insteadAfterMs, workMs, isAtOnce };
  }

  private readFate() {
    if (!this.random.chance(this.trouble / 4)) return undefined;
    const { act } = this.random.pick(
      obstacles.filter((one) => typeof one.act === 'string' || one.act.kind !== 'hang'),
    );
    return failureOfAct(act);
  }

  /** Somebody who may cancel at any moment, give the request up a moment later, and does not always want to wait. */
  private user() {
    const { random, timers } = this;
    const [stop, giveUp, skip] = [new AbortController(), new AbortController(), new AbortController()];
    if (this.trouble > 0 && random.chance(0.4)) {
      const at = random.below(random.pick([5_000, 60_000, 600_000]));
      if (random.chance(0.5)) timers.push(setTimeout(() => skip.abort(), at));
      else {
        timers.push(setTimeout(() => stop.abort(), at));
        if (random.chance(0.5)) timers.push(setTimeout(() => giveUp.abort(), at + random.below(5_000)));
      }
    }
    return { stop: stop.signal, giveUp: giveUp.signal, skip: skip.signal };
  }
}
