import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { RawServer, reply, type Respond } from '../../../support/rawServer';
import { clientOf, csv, failureOf, never, streamAt } from '../../../support/delivery';

/** The page's sample, its redacted digits filled in. */
const john = {
  status: 'ACTIVE',
  firstName: 'john',
  lastName: 'doe',
  salutation: 'Mr',
  accountId: '63ab016b0d909c22b2da0000',
  orgId: 'o-dd99e2e4-476f-5aa6-90ad-bd7a0b9b0000',
  createdBy: 'u-79cda73a-5947-536f-a1cc-3e939e840000',
  cellPhone: { phoneNumber: '+919876543210', countryCode: '+91', extension: '+' },
  fullName: 'john doe',
  address: [],
  twitterDetails: [],
  createdAt: '2023-01-18T10:53:35.622Z',
  updatedAt: '2023-01-18T10:53:35.622Z',
  id: '63c7cfaf196ce928529b0000',
};

const json = JSON.stringify;

async function withServer<T>(respond: Respond, use: (server: RawServer) => Promise<T>): Promise<T> {
  const server = await RawServer.start(respond);
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

function importTo(respond: Respond) {
  return withServer(respond, ({ origin }) => clientOf(streamAt(origin)).importContacts(csv, never));
}

function listFrom(respond: Respond) {
  return withServer(respond, ({ origin }) =>
    clientOf(streamAt(origin)).listContacts({ skip: 0, limit: 1 }, never),
  );
}

async function importAnswer(respond: Respond) {
  const answer = await importTo(respond);
  assert.ok(answer.ok, json(answer));
  return answer.value;
}

/** The contacts of an answer that holds nothing else. */
async function contactsFrom(respond: Respond) {
  const { contacts, refusals } = await importAnswer(respond);
  assert.deepEqual(refusals, []);
  return contacts;
}

describe('answers that are understood', () => {
  it('keeps every field of the documented sample', async () => {
    assert.deepEqual(await contactsFrom(reply(200, json([john]))), [john]);
  });

  it('keeps what is not documented, inside the phone too', async () => {
    const odd = { id: '1', tags: ['a'], cellPhone: { phoneNumber: '+1', carrier: { name: 'x' } } };
    assert.deepEqual(await contactsFrom(reply(201, json([odd]))), [odd]);
  });

  it('takes null, and what has another type, as absent', async () => {
    const nulls = {
      id: '1',
      firstName: null,
      status: null,
      cellPhone: { phoneNumber: 919876543210, extension: null },
    };
    assert.deepEqual(await contactsFrom(reply(200, json([nulls, { id: '2', cellPhone: 'none' }]))), [
      { id: '1', cellPhone: { phoneNumber: '919876543210' } },
      { id: '2' },
    ]);
  });

  it('takes no contacts for an answer', async () => {
    assert.deepEqual(await contactsFrom(reply(200, '[]')), []);
  });

  it('tells contacts from entries that refuse a row, each in its order', async () => {
    const refused = {
      status: 'FAILED',
      firstName: 'jane',
      cellPhone: { phoneNumber: '+919123456780' },
      errors: [{ msg: 'taken', code: 412 }],
    };
    const bare = { message: 'no number' };
    const answer = await importAnswer(reply(200, json([refused, john, bare, { ...refused, id: null }])));
    assert.deepEqual(answer.contacts, [john]);
    assert.deepEqual(
      answer.refusals.map(({ of, words }) => [of.firstName, of.cellPhone?.phoneNumber, words]),
      [
        ['jane', '+919123456780', 'taken'],
        [undefined, undefined, 'no number'],
        ['jane', '+919123456780', 'taken'],
      ],
    );
  });

  it('takes a contact with a sign of failure for a refusal, id or not', async () => {
    for (const sign of [
      { errors: [{ msg: 'no' }] },
      { errors: 'no' },
      { error: { code: 1 } },
      { error: true },
      { success: false },
      { success: 'false' },
      { status: 'FAILED' },
      { status: 'error' },
      { status: 'REJECTED' },
    ]) {
      const { contacts, refusals } = await importAnswer(reply(200, json([{ ...john, ...sign }])));
      assert.deepEqual([contacts.length, refusals.length], [0, 1], json(sign));
      assert.equal(refusals[0]?.of.cellPhone?.phoneNumber, john.cellPhone.phoneNumber);
    }
    for (const none of [{ errors: [] }, { errors: null }, { error: '' }, { success: true }, { error: {} }])
      assert.equal((await contactsFrom(reply(200, json([{ ...john, ...none }])))).length, 1, json(none));
  });

  it('keeps a status that is no text as one that nobody knows', async () => {
    const contacts = await contactsFrom(
      reply(
        200,
        json([
          { id: '1', status: { a: 1 } },
          { id: '2', status: 7 },
        ]),
      ),
    );
    assert.deepEqual(
      contacts.map(({ status }) => status),
      ['object', '7'],
    );
  });

  it('says when it was asked, by the clock of the server if that tells, and whether it may lack something', async () => {
    const about = async (status: number, headers = {}) => {
      const { askedAt, isPartial } = await importAnswer(reply(status, '[]', headers));
      return [askedAt?.byServer, isPartial, askedAt?.ms ?? NaN] as const;
    };
    assert.deepEqual((await about(200)).slice(0, 2), [false, false]);
    const date = new Date(Date.now() + 86_400_000).toUTCString();
    const [byServer, isPartial, ms] = await about(202, { Date: date });
    assert.deepEqual([byServer, isPartial], [true, true]);
    // As long before as the answer took to come.
    assert.ok(ms < Date.parse(date) && ms > Date.parse(date) - 60_000);
    for (const status of [205, 206, 207]) {
      const answer = await importTo(reply(status, '[]'));
      assert.equal(answer.ok ? answer.value.isPartial : answer.failure.effect, answer.ok ? true : 'unknown');
    }
  });

  it('does not believe a clock of the server that is behind, by which every older contact would be new', async () => {
    for (const [behindMs, isBelieved] of [
      [4 * 60_000, true],
      [6 * 60_000, false],
      [Date.now(), false],
    ] as const) {
      const started = Date.now();
      const headers = { Date: new Date(started - behindMs).toUTCString() };
      const { askedAt } = await importAnswer(reply(200, '[]', headers));
      assert.equal(askedAt?.byServer, isBelieved);
      assert.equal(askedAt.ms >= started, !isBelieved);
    }
  });

  it('reads UTF-8 with a BOM, compressed, and JSON that calls itself HTML', async () => {
    const text = '\ufeff' + json([{ id: '1', firstName: 'Jürgen 😀' }]);
    const headers = { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' };
    const [contact] = await contactsFrom(reply(200, gzipSync(text), headers));
    assert.equal(contact?.firstName, 'Jürgen 😀');
  });

  it('tells the log sizes, status and request id, and nothing of the contacts', async () => {
    const body = json([john]);
    const answer = await importTo(reply(200, body, { 'X-Request-Id': 'a1b2-0001' }));
    const { url, ms, ...rest } = answer.exchange;
    assert.deepEqual(rest, {
      method: 'POST',
      sentBytes: csv.bytes.length,
      receivedBytes: body.length,
      status: 200,
      requestId: 'a1b2-0001',
    });
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/agentassist\/.*\/import-contacts$/);
    assert.ok(ms >= 0);
  });

  it('reads a page, with or without its counts, and logs no query', async () => {
    const full = await listFrom(
      reply(200, json({ results: [john], hasMore: true, totalResults: 7, skip: 0 })),
    );
    assert.ok(full.ok);
    assert.deepEqual(full.value, { contacts: [john], hasMore: true, totalResults: 7, skip: 0 });
    assert.ok(!full.exchange.url.includes('?'));
    const bare = await listFrom(reply(200, json({ results: [], hasMore: null })));
    assert.ok(bare.ok);
    assert.deepEqual([bare.value.contacts, bare.value.hasMore], [[], undefined]);
  });
});

const page = '<!DOCTYPE html><html><body>Sign in</body></html>';
const html = { 'Content-Type': 'text/html; charset=utf-8' };
const errors = (msg: string, code: unknown = 4002) => json({ errors: [{ msg, code }] });

describe('answers that are failures', () => {
  const table: readonly (readonly [Respond, reason: string, effect: string, label: string])[] = [
    [reply(401, errors('Invalid SDK credentials')), 'credentials', 'none', '401 credentials'],
    [reply(401, errors('INVALID JWT TOKEN.')), 'token', 'none', '401 token, other case'],
    [reply(401, errors('Permission denied. Scope is incorrect!')), 'scope', 'none', '401 scope'],
    [reply(403, json({ message: 'Permission denied. Scope is incorrect!' })), 'scope', 'none', '403 scope'],
    [reply(401, errors('Who are you?')), 'unauthorized', 'none', '401 other'],
    [reply(401, ''), 'unauthorized', 'none', '401 empty'],
    [reply(403, '{}'), 'unauthorized', 'none', '403'],
    [reply(402, '{}'), 'refused', 'none', '402'],
    [reply(404, '{}'), 'notFound', 'none', '404'],
    [reply(405, errors('Method Not Allowed', 405)), 'method', 'none', '405'],
    [reply(405, page, html), 'method', 'none', '405 HTML'],
    [reply(407, page, html), 'proxy', 'none', '407 HTML'],
    [reply(301, '', { Location: '/' }), 'redirect', 'unknown', '301'],
    [
      reply(302, page, { ...html, Location: 'https://login.example/x?y=z' }),
      'redirect',
      'unknown',
      '302 HTML',
    ],
    [reply(303, '', { Location: '/' }), 'redirect', 'unknown', '303'],
    [reply(300, ''), 'redirect', 'unknown', '300'],
    [reply(307, '', { Location: '/' }), 'redirect', 'none', '307'],
    [reply(308, ''), 'redirect', 'none', '308 without location'],
    [reply(400, json({ message: 'CSV format is incorrect' })), 'csvFormat', 'none', '400 CSV'],
    [reply(400, errors('Something else')), 'refused', 'none', '400 other'],
    [reply(412, errors('Invalid arguments', 412)), 'validation', 'none', '412'],
    [reply(422, '{}'), 'validation', 'none', '422'],
    [reply(409, 'taken', { 'Content-Type': 'text/plain' }), 'refused', 'none', '409 text'],
    [reply(413, page, html), 'tooLarge', 'none', "413, nginx's page"],
    [reply(429, page, html), 'rateLimit', 'none', "429, nginx's page"],
    [
      reply(
        400,
        errors("You've exceeded the per-minute rate limit. Please wait for sometime before retrying."),
      ),
      'rateLimit',
      'none',
      '400 with the documented rate limit text',
    ],
    [
      reply(503, page, { ...html, 'Retry-After': '5' }),
      'gateway',
      'unknown',
      '503 as a page with Retry-After',
    ],
    [reply(503, '{}', { 'Retry-After': '5' }), 'server', 'unknown', '503 with Retry-After'],
    [
      reply(503, errors("You've exceeded the hourly rate limit. Please wait for sometime before retrying.")),
      'rateLimit',
      'none',
      '503 with the documented text on the hourly limit',
    ],
    [
      reply(403, errors('Rate limit for this API has been reached. Please try again after some time.')),
      'rateLimit',
      'none',
      '403 with the documented text on the limit of an API',
    ],
    [
      reply(500, errors("You've exceeded the per-minute rate limit.")),
      'server',
      'unknown',
      '500 with the documented rate limit text',
    ],
    [reply(503, errors('rate limit')), 'server', 'unknown', '503 with another text on a rate limit'],
    [
      reply(403, json({ message: 'You\u2019ve exceeded the hourly rate limit. Please wait.' })),
      'rateLimit',
      'none',
      '403 with the text of the hour',
    ],
    [
      reply(400, errors('Rate limit for this API has been reached. Please try again after some time.')),
      'rateLimit',
      'none',
      '400 with the text of the API',
    ],
    [reply(400, errors('Set a rate limit first')), 'refused', 'none', '400 with another text'],
    [reply(503, '{}'), 'server', 'unknown', '503 without Retry-After'],
    [reply(503, '{}', { 'Retry-After': 'soon' }), 'server', 'unknown', '503 with no time in Retry-After'],
    [reply(500, errors('Internal')), 'server', 'unknown', '500'],
    [reply(504, ''), 'server', 'unknown', '504 empty'],
    [reply(408, page, html), 'server', 'unknown', '408'],
    [reply(502, page, html), 'gateway', 'unknown', '502 HTML'],
    [reply(401, page, html), 'gateway', 'unknown', '401 HTML'],
    [reply(403, page, html), 'gateway', 'unknown', '403 HTML'],
    [reply(404, page, html), 'gateway', 'unknown', '404 HTML'],
    [reply(400, page, html), 'gateway', 'none', '400 HTML'],
    [reply(403, page), 'gateway', 'unknown', '403 HTML without its type'],
    [reply(200, page, html), 'gateway', 'unknown', '200 HTML'],
    [reply(200, 'OK', html), 'gateway', 'unknown', '200 text as HTML'],
    [reply(200, 'OK'), 'notJson', 'unknown', '200 text'],
    [reply(200, ''), 'notJson', 'unknown', '200 empty'],
    [reply(204, ''), 'notJson', 'unknown', '204'],
    [reply(200, '{"contacts":[]}'), 'notContacts', 'unknown', '200 object'],
    [reply(200, '[{"firstName":"x"}]'), 'notContacts', 'unknown', '200 without id'],
    [reply(200, '[{"message":""}]'), 'notContacts', 'unknown', '200 with an error that says nothing'],
    [reply(200, '[{"id":"1"},7]'), 'notContacts', 'unknown', '200 with a number among contacts'],
    [reply(200, '[{"id":""}]'), 'notContacts', 'unknown', '200 with an empty id'],
    [reply(200, '[null]'), 'notContacts', 'unknown', '200 with null'],
    [reply(200, 'null'), 'notContacts', 'unknown', '200 null'],
    [reply(777, '[]'), 'server', 'unknown', 'a status that does not exist'],
  ];
  for (const [respond, reason, effect, label] of table)
    it(`${label}: ${reason}, effect ${effect}`, async () => {
      const failure = failureOf(await importTo(respond));
      assert.deepEqual([failure.reason, failure.effect], [reason, effect]);
      assert.ok(failure.status !== undefined);
    });

  it('says that a failed read has no effect', async () => {
    for (const respond of [reply(500, ''), reply(200, '[]'), reply(200, page, html)])
      assert.equal(failureOf(await listFrom(respond)).effect, 'none');
  });

  const bodies: readonly (readonly [body: string, words: string | undefined, code: string | undefined])[] = [
    [
      json({
        errors: [
          { msg: 'a', code: 4002 },
          { message: 'b', code: 'X' },
        ],
      }),
      'a\nb',
      '4002',
    ],
    [json({ message: 'top', code: '412' }), 'top', '412'],
    [json({ errors: [{ msg: 'a' }], message: 'top' }), 'a\ntop', undefined],
    [json({ errors: 'odd', message: 'top' }), 'odd\ntop', undefined],
    [json({ errors: 7, error: false, message: 'top' }), 'top', undefined],
    [json({ errors: [null, 1, { msg: 'a' }] }), 'a', undefined],
    [json({ errors: ['a', { msg: 'b' }] }), 'a\nb', undefined],
    [json({ errors: { msg: 'a', code: 1 } }), 'a', '1'],
    [json({ error: 'a' }), 'a', undefined],
    [json({ error: { message: 'a' } }), 'a', undefined],
    ['{"reason":"odd"}', '{"reason":"odd"}', undefined],
    ['plain words\n', 'plain words', undefined],
    ['[]', '[]', undefined],
    ['', undefined, undefined],
    [page, undefined, undefined],
  ];
  for (const [body, words, code] of bodies)
    it(`finds the words in ${json(body)}`, async () => {
      const failure = failureOf(await importTo(reply(400, body)));
      assert.deepEqual([failure.serverWords, failure.serverCode], [words, code]);
    });

  it("keeps a server's words of a 2xx, and no more of them than a page shows", async () => {
    assert.equal(failureOf(await importTo(reply(200, errors('No')))).serverWords, 'No');
    const long = failureOf(await importTo(reply(400, errors('x'.repeat(1e5)))));
    assert.equal(long.serverWords?.length, 4000);
  });

  it('names only the origin of a redirect', async () => {
    const at = async (location: string) =>
      failureOf(await importTo(reply(302, '', { Location: location }))).location;
    assert.equal(await at('https://login.example:8443/x?session=1'), 'https://login.example:8443');
    assert.match((await at('/login')) ?? '', /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(await at('http://[broken'), undefined);
  });

  for (const status of [301, 302, 303, 307, 308])
    it(`does not follow a ${status}`, async () => {
      await withServer(reply(200, '[]'), async (elsewhere) => {
        const answer = await importTo(reply(status, '', { Location: `${elsewhere.origin}/x` }));
        assert.equal(failureOf(answer).location, elsewhere.origin);
        assert.equal(elsewhere.requests.length, 0);
      });
    });
});
