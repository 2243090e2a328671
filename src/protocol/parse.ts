import * as v from 'valibot';

/** What a value has to be like to be taken for a `T`. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** A line of a file, from 1. */
export const line = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** How many there are of something, from 0. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The value as the schema has it, or `undefined`: what is wrong with it interests nobody on the other side. */
export function parse<T>(schema: Schema<T>, value: unknown): T | undefined {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success ? result.output : undefined;
}
