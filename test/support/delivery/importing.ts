import { ImportRun, type ImportAnswer } from '../../../src/core/delivery';
import type { ImportEnd } from '../../../src/core/delivery';
import type { Answer, Failure } from '../../../src/core/delivery/failure';
import { TestParts } from './parts';
import { contactOf, outgoingOf, rowAt, rowsOf } from './rows';
import { answered, failed, type ScriptedCalls, type ScriptedImport } from './scriptedCalls';

/** Creates every row of a request. */
export function create({ places }: ScriptedImport): Answer<ImportAnswer> {
  return answered(places.map((place) => contactOf(rowAt(place))));
}

/** Answers the first requests with these failures, and creates what comes after. */
export function first(...failures: readonly Failure[]): (request: ScriptedImport) => Answer<ImportAnswer> {
  return (request) => {
    const found = failures[request.number];
    return found ? failed(found) : create(request);
  };
}

export function times<T>(count: number, value: T): T[] {
  return Array<T>(count).fill(value);
}

/** An import of some rows that can be sent, two a request unless told otherwise. */
export function importing(
  count: number,
  calls: ScriptedCalls,
  { size = 2, ...more }: { size?: number } & ConstructorParameters<typeof TestParts>[2] = {},
): { readonly parts: TestParts; readonly send: () => Promise<ImportEnd> } {
  const rows = rowsOf(count);
  const parts = new TestParts(rows, calls, { limits: { rows: size, bytes: 900_000 }, ...more });
  return { parts, send: () => new ImportRun(parts).send(outgoingOf(rows)) };
}
