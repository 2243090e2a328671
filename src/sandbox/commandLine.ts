import { parseArgs } from 'node:util';
import * as v from 'valibot';

import type { SandboxOptions } from './index';
import { repeatedNumberPolicies } from './repeatedNumber';

/** What `npm run sandbox` takes. */
export const usage = `\
Usage: npm run sandbox -- [--port N] [--requests-per-minute N] [--repeated-number POLICY]

  --port N                  from 0 to 65535; any free port when it is 0 or left out
  --requests-per-minute N   answer 429 above N requests in any 60 seconds, N from 1; no limit when left out
  --repeated-number POLICY  what becomes of a row whose number is already there:
                            ${repeatedNumberPolicies.join(', ')}; dropRow when left out`;

const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

const commandLine = v.object({
  port: v.exactOptional(v.pipe(whole, v.maxValue(65_535))),
  'requests-per-minute': v.exactOptional(v.pipe(whole, v.minValue(1))),
  'repeated-number': v.exactOptional(v.picklist(repeatedNumberPolicies)),
});

/** Reads a command line's arguments; `undefined` when one is unknown or has a value that it cannot have. */
export function readOptions(args: readonly string[]): SandboxOptions | undefined {
  const parsed = v.safeParse(commandLine, valuesOf(args));
  if (!parsed.success) return undefined;
  const { port, 'requests-per-minute': requestsPerMinute, 'repeated-number': repeatedNumber } = parsed.output;
  return {
    ...(port !== undefined && { port }),
    ...(requestsPerMinute !== undefined && { requestsPerMinute }),
    ...(repeatedNumber !== undefined && { repeatedNumber }),
  };
}

function valuesOf(args: readonly string[]): unknown {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      options: { port: text, 'requests-per-minute': text, 'repeated-number': text },
    }).values;
  } catch {
    // Its error names the argument, but not what would be right: the usage does.
    return undefined;
  }
}
