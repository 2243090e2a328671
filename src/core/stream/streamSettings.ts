import { parseHost, type HostProblem } from './host';
import { isUsable, judgeAccountId, judgeClientId, judgeStreamId } from './identifiers';
import { nameProblem, type NameProblem } from './name';
import { ownClaims, type ClaimValue, type Stream, type StreamClaims } from './stream';

/**
 * What is wrong with an entry of the setting: `host.…` and `name.…` carry the problem of that value; `missing`,
 * `notText` and `notBoolean` speak of a key; `invalid` is an identifier that cannot be used; `notClaims` are claims that
 * are no object; `claim.invalid` is one that is neither text, number, boolean nor a list of texts, `claim.own` one that is
 * made for each token; `secret` is a key that looks like a secret, which must be taken out of the settings.
 */
export type StreamProblemCode =
  | 'notAList'
  | 'notAnObject'
  | 'missing'
  | 'notText'
  | 'notBoolean'
  | 'invalid'
  | 'notClaims'
  | 'claim.invalid'
  | 'claim.own'
  | 'secret'
  | `host.${Exclude<HostProblem, 'empty'>}`
  | `name.${Exclude<NameProblem, 'empty'>}`;

/** One thing that is wrong in the setting. Never holds the value: it may be a secret in the wrong place. */
export interface StreamProblem {
  readonly code: StreamProblemCode;
  /** 0-based place of the entry; absent when the setting as a whole is no list. */
  readonly index?: number;
  /** The key as it is spelled in the entry; absent when the entry as a whole is wrong. */
  readonly key?: string;
}

/** A usable entry, and where it stands in the setting. */
export interface StreamEntry {
  readonly index: number;
  readonly stream: Stream;
}

/** What is needed of VS Code's configuration: what each place says, before one hides the other. */
export interface InspectedSettings {
  inspect(key: string): { readonly globalValue?: unknown } | undefined;
}

/**
 * The setting `streams` as the user's own settings have it. Never as VS Code merges it, whatever the manifest says of its
 * scope: a folder could name the host that contacts and tokens go to.
 */
export function ownStreams(settings: InspectedSettings): unknown {
  return settings.inspect('streams')?.globalValue;
}

/**
 * Validates the setting `agentassistContacts.streams` as it was read, whatever it is. An entry with a problem is
 * left out, with one exception: a key that looks like a secret is never read, so the entry stays usable while the
 * user is told to remove it, before all other problems. Keys that are not known are ignored.
 */
export function readStreams(setting: unknown): {
  readonly entries: readonly StreamEntry[];
  readonly problems: readonly StreamProblem[];
} {
  if (setting === undefined || setting === null) return { entries: [], problems: [] };
  if (!Array.isArray(setting)) return { entries: [], problems: [{ code: 'notAList' }] };

  const entries: StreamEntry[] = [];
  const problems: StreamProblem[] = [];
  for (const [index, entry] of setting.entries()) {
    const found: StreamProblem[] = [];
    const report = (code: StreamProblemCode, key?: string) =>
      found.push({ code, index, ...(key !== undefined && { key }) });
    const taken = entries.map(({ stream }) => stream.name);
    const stream = isRecord(entry) ? readEntry(entry, taken, report) : void report('notAnObject');
    problems.push(...found);
    if (stream !== undefined && found.every(({ code }) => code === 'secret')) entries.push({ index, stream });
  }
  // A secret leaks for as long as it is there; of all problems only the first may be read.
  const isSecret = ({ code }: StreamProblem) => code === 'secret';
  return {
    entries,
    problems: [...problems.filter(isSecret), ...problems.filter((problem) => !isSecret(problem))],
  };
}

type Report = (code: StreamProblemCode, key?: string) => void;

function readEntry(entry: Record<string, unknown>, taken: readonly string[], report: Report): Stream {
  for (const key of Object.keys(entry)) if (looksSecret(key)) report('secret', key);

  const name = readText(entry, 'name', report);
  const nameFault = name && nameProblem(name, taken);
  if (nameFault && nameFault !== 'empty') report(`name.${nameFault}`, 'name');

  const host = readText(entry, 'host', report);
  const parsed = host ? parseHost(host) : undefined;
  if (parsed?.ok === false && parsed.problem !== 'empty') report(`host.${parsed.problem}`, 'host');

  const streamId = readText(entry, 'streamId', report);
  if (streamId && !isUsable(judgeStreamId(streamId))) report('invalid', 'streamId');
  const clientId = readText(entry, 'clientId', report);
  if (clientId && !isUsable(judgeClientId(clientId))) report('invalid', 'clientId');
  const accountId = readText(entry, 'accountId', report, 'optional');
  if (accountId && !isUsable(judgeAccountId(accountId))) report('invalid', 'accountId');
  const subject = readText(entry, 'subject', report, 'optional');
  const claims = readClaims(entry['claims'], report);
  const isProtected = entry['protected'];
  if (isProtected !== undefined && typeof isProtected !== 'boolean') report('notBoolean', 'protected');

  return {
    name,
    host: parsed?.ok ? parsed.origin : '',
    streamId,
    clientId,
    ...(accountId && { accountId }),
    ...(subject && { subject }),
    ...(claims && { claims }),
    ...(isProtected === true && { protected: true }),
  };
}

/** The claims of an entry, without those that are reported; `undefined` when there are none. */
function readClaims(value: unknown, report: Report): StreamClaims | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) {
    report('notClaims', 'claims');
    return undefined;
  }
  const claims: Record<string, ClaimValue> = {};
  for (const [name, claim] of Object.entries(value)) {
    if (looksSecret(name)) report('secret', `claims.${name}`);
    else if (ownClaims.includes(name)) report('claim.own', `claims.${name}`);
    else if (isClaim(claim)) claims[name] = claim;
    else report('claim.invalid', `claims.${name}`);
  }
  return Object.keys(claims).length === 0 ? undefined : claims;
}

function isClaim(value: unknown): value is ClaimValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function looksSecret(key: string): boolean {
  return /secret|passw|token|jwt|(api|private|signing).?key/i.test(key);
}

/** The trimmed text under a key; empty, and reported unless optional, when there is none. */
function readText(
  entry: Record<string, unknown>,
  key: string,
  report: Report,
  optional?: 'optional',
): string {
  const value = entry[key] ?? '';
  if (typeof value !== 'string') report('notText', key);
  else if (value.trim() !== '') return value.trim();
  else if (!optional) report('missing', key);
  return '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
