import type { Fault, FaultAct } from '../sandbox';
import type { FailureAction } from '../../../src/core/delivery/run/failureAction';

/** What can stand in the way of an import request, and what that means by `actionAfter`. */
export interface Obstacle {
  readonly name: string;
  readonly meaning: FailureAction;
  /** What the sandbox does instead of answering; or the host to which the request goes instead of the sandbox. */
  readonly act: FaultAct | ElsewhereName;
  /** When the sandbox does so: without processing the request, or after it has. */
  readonly when: readonly Fault['when'][];
  /** Whether it stands for those that are like it. */
  readonly isTypical: boolean;
}

/** Hosts at which no request arrives: nobody listens, no such name, a certificate that is no good. */
export type ElsewhereName = 'closed' | 'nameless' | 'expired';

const before = ['before'] as const;
const both = ['before', 'after'] as const;

function status(code: number, more: Omit<Extract<FaultAct, { kind: 'status' }>, 'kind' | 'status'> = {}) {
  return { kind: 'status', status: code, ...more } as const;
}

function says(code: number, msg: string) {
  return status(code, { body: { errors: [{ msg, code: 4002 }] } });
}

function named(
  meaning: FailureAction,
  when: Obstacle['when'],
  acts: Readonly<Record<string, Obstacle['act']>>,
) {
  return Object.entries(acts).map(([name, act], index): Obstacle => ({
    name,
    meaning,
    act,
    when,
    isTypical: index === 0,
  }));
}

/**
 * Every row of the table of answers, the typical one of those that are alike first. What means "not processed" comes only before the processing: an answer that says so
 * of a request that was processed contradicts itself, and whoever believes its own words would have to be wrong.
 */
export const obstacles: readonly Obstacle[] = [
  ...named('halve', before, { '413': status(413), '413 as a page': status(413, { html: true }) }),
  ...named('wait', before, {
    '429': status(429),
    '429 with Retry-After': status(429, { headers: { 'retry-after': '0' }, html: true }),
    '400 that speaks of the rate limit': says(400, "You've exceeded the per-minute rate limit."),
    '503 that speaks of the rate limit': says(503, 'Rate limit for this API has been reached.'),
    '400 that speaks of the hour': says(400, "You've exceeded the hourly rate limit."),
    '403 that speaks of the API': says(
      403,
      'Rate limit for this API has been reached. Please try again after some time.',
    ),
  }),
  ...named('reconnect', before, {
    'a refused connection': 'closed',
    'an unknown host': 'nameless',
    'a certificate that is no good': 'expired',
  }),
  ...named('stop', before, {
    '401 credentials': says(401, 'Invalid SDK credentials'),
    '401 token': says(401, 'Invalid JWT token'),
    '401 scope': says(401, 'Permission denied. Scope is incorrect!'),
    '401': status(401),
    '403': status(403),
    '404': status(404),
    '405': status(405),
    '407': status(407, { html: true }),
    '307': status(307, { headers: { location: '/' } }),
    '308': status(308),
  }),
  ...named('end', both, {
    '302': status(302, { headers: { location: '/login' }, html: true }),
    '301': status(301, { headers: { location: 'https://a.example/' } }),
    '303': status(303, { headers: { location: '/done' } }),
    '401 as a page': status(401, { html: true }),
    '403 as a page': status(403, { html: true }),
    '404 as a page': status(404, { html: true }),
  }),
  // A stream may say no and have stored rows all the same: that is why they are looked up before they are sent again.
  ...named('refused', both, {
    '400': says(400, 'CSV format is incorrect'),
    '400 as a page': status(400, { html: true }),
    '409': status(409),
    '412': status(412),
    '422': status(422),
  }),
  ...named('unknown', both, {
    '500': status(500),
    '408': status(408),
    '502 as a page': status(502, { html: true }),
    '503': status(503),
    '503 with Retry-After': status(503, { headers: { 'retry-after': '0' } }),
    '503 with Retry-After as a page': status(503, { headers: { 'retry-after': '0' }, html: true }),
    '504 as a page': status(504, { html: true }),
    '200 as a page': status(200, { html: true }),
    'a 2xx without contacts': { kind: 'notArray' },
    'an empty 200': { kind: 'empty' },
  }),
  ...named('unknown', both, { 'a reset': { kind: 'reset' } }),
  ...named('unknown', both, { 'an answer cut short': { kind: 'cutShort' } }),
  ...named('unknown', both, { 'no answer in time': { kind: 'hang' } }),
  ...named('unknown', before, { 'a reset while it is sent': { kind: 'resetEarly' } }),
];
