import assert from 'node:assert/strict';
import type { Failure, FailureReason } from '../../src/core/delivery/failure';
import { failureMessage, failureText } from '../../src/editor/delivery/failureMessages';
import { verificationOf, type Verification } from '../../src/editor/delivery/verification';
import { acceptedHost, offerHosts } from '../../src/editor/streams/askHost';
import { judgeSecret, secretPrompt } from '../../src/editor/streams/askSecret';

const stream = { name: 'Support', host: 'https://assist.example.com' };

/** Every reason, what its words must speak of, and its first button. */
const table: Readonly<Record<FailureReason, readonly [words: RegExp, firstAction: string | undefined]>> = {
  credentials: [
    /Client ID, client secret or stream ID is wrong.*assist\.example\.com is fine/,
    'setClientSecret',
  ],
  token: [/secret.*clock.*JWE/, 'setClientSecret'],
  scope: [/App Settings > Dev Tools > API Scopes.*Configuration.*“Contact Center”.*publish/, 'verifyStream'],
  unauthorized: [/refuses access.*account ID/, 'setClientSecret'],
  notFound: [/no such stream.*Check host and stream ID/, 'editStream'],
  method: [/Check the host.*proxy/, 'editStream'],
  proxy: [/proxy.*setting http\.proxy/, 'openProxySettings'],
  redirect: [/https:\/\/login\.example\.com.*token was not sent there/, 'editStream'],
  csvFormat: [/could not read the file.*UTF-8/, 'openLog'],
  validation: [/does not accept.*Fix/, 'editStream'],
  refused: [/refused.*Verify the stream/, 'verifyStream'],
  tooLarge: [/too large.*Split/, 'openLog'],
  rateLimit: [/60 a minute.*Wait 30 seconds/, 'openLog'],
  server: [/failed to answer/, 'verifyStream'],
  gateway: [/web page.*proxy/, 'editStream'],
  notJson: [/cannot be read/, 'verifyStream'],
  notContacts: [/not with a list of contacts/, 'verifyStream'],
  inconclusive: [/does not say what became of the rows/, 'verifyStream'],
  tooMuch: [/too large.*fewer rows/, 'editStream'],
  unknownHost: [/no host https:\/\/assist\.example\.com.*spelling/, 'editStream'],
  unreachable: [/cannot be reached.*firewall/, 'editStream'],
  certificate: [/certificate.*CERT_HAS_EXPIRED.*clock/, 'editStream'],
  connectionLost: [/was lost/, 'verifyStream'],
  timeout: [/in time.*timeoutSeconds/, 'verifyStream'],
  cancelled: [/^Cancelled\. $/, undefined],
};
const reasons = Object.keys(table) as FailureReason[];
const failed = (reason: FailureReason): Failure => ({
  reason,
  effect: 'none',
  retryAfterMs: 29_400,
  location: 'https://login.example.com',
  systemCode: 'CERT_HAS_EXPIRED',
  serverWords: 'Jane Doe +4915112345678 eyJhbGciOiJIUzI1NiJ9',
});

describe('words for failures', () => {
  for (const reason of reasons) {
    it(`say what to do about ${reason}`, () => {
      const { message, advice, actions } = failureMessage(failed(reason), stream);
      const [words, firstAction] = table[reason];
      assert.match(`${message} ${advice}`, words);
      assert.equal(actions[0], firstAction);
      assert.equal(actions.at(-1), firstAction && 'openLog');
      assert.doesNotMatch(`${message} ${advice}`, /Jane|\{\d\}|undefined/);
    });
  }

  it('name the hour at which to resume when the stream asks for a wait of more than 15 minutes', () => {
    const after = (hours: number) => {
      const failure = { ...failed('rateLimit'), retryAfterMs: hours * 3_600_000 };
      return failureMessage(failure, stream).advice;
    };
    const inTwo = new Date(Date.now() + 2 * 3_600_000);
    assert.match(after(2), /^Wait until .*:.*, then resume the import or try again\.$/);
    assert.ok(after(2).includes(String(inTwo.getMinutes()).padStart(2, '0')), after(2));
    const inThreeDays = new Date(Date.now() + 72 * 3_600_000);
    assert.ok(
      after(72).includes(new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(inThreeDays)),
      after(72),
    );
    // Beyond what a Date holds.
    assert.match(after(8.64e15 / 3_600_000), /asks to wait for more than a year/);
  });

  it('ask for an account ID only when there is none', () => {
    const { advice } = failureMessage(failed('refused'), { ...stream, accountId: 'a1' });
    assert.match(advice, /check its account ID/);
  });

  it('quote the server in dialogs alone, without a link that runs a command', () => {
    const about = (serverWords: string, quotes: boolean) =>
      failureMessage({ reason: 'validation', effect: 'none', serverWords }, stream, quotes).message;
    assert.equal(about('', true), 'The stream does not accept the rows.');
    assert.equal(about(' a\r\n\u202eb ', true), 'The stream does not accept the rows: “a b”.');
    assert.equal(about('a b', false), 'The stream does not accept the rows.');
    const link = about('[Click](command:workbench.action.quit)', true);
    assert.ok(!link.includes(']('), link);
  });

  it('come in two sentences, with what is known beside them', () => {
    for (const reason of reasons) {
      const { message, advice } = failureMessage({ ...failed(reason), serverWords: 'no' }, stream, true);
      for (const known of ['', 'No contact was created', '1,000 created, 500 not sent']) {
        const text = failureText(message, advice, known);
        const sentences = text.split(/[.?](?=\s+\p{Lu})/u);
        assert.ok(sentences.length <= 2, text);
        assert.ok(text.startsWith(known), text);
      }
    }
  });
});

describe('verification', () => {
  it('never says of host, credentials and scope what the answer does not prove', () => {
    const order = { works: 2, fails: 1, unknown: 0 } as const;
    for (const reason of reasons) {
      const { host, credentials, scope }: Verification = verificationOf({ reason });
      assert.ok(host === 'works' || order[credentials] === 0, reason);
      assert.ok(credentials === 'works' || order[scope] === 0, reason);
      assert.notEqual(scope, 'works', reason);
    }
    assert.deepEqual(verificationOf({ reason: 'scope' }), {
      host: 'works',
      credentials: 'works',
      scope: 'fails',
    });
  });
});

describe('the host question', () => {
  const active = (typed: string) => offerHosts(typed).active?.origin;

  it('takes a known host by its beginning, and what is typed otherwise', () => {
    assert.equal(active(''), 'https://platform.kore.ai');
    assert.equal(active('jp'), 'https://jp-platform.kore.ai');
    assert.equal(active('platform.kore.ai'), 'https://platform.kore.ai');
    assert.equal(active('https://platform.kore.ai/some/path'), 'https://platform.kore.ai');
    assert.equal(active('assist.example.com/x'), 'https://assist.example.com');
    assert.equal(active('http://127.0.0.1:8080'), 'http://127.0.0.1:8080');
  });

  it('never takes a line of an earlier text for what is typed now', () => {
    const jp = { label: 'https://jp-platform.kore.ai', origin: 'https://jp-platform.kore.ai' };
    assert.equal(acceptedHost('', jp), jp.origin);
    assert.equal(acceptedHost('JP', jp), jp.origin);
    assert.equal(acceptedHost('assist.example.com/x', jp), 'https://assist.example.com');
    assert.equal(acceptedHost('http://assist.example.com', jp), undefined);
    assert.equal(acceptedHost('jp', { label: 'what is wrong' }), undefined);
  });

  it('keeps known hosts in their places, whatever is typed', () => {
    const places = (typed: string) => offerHosts(typed).items.map(({ label }) => label);
    const known = places('');
    for (const typed of [
      'jp',
      'assist.example.com',
      'http://assist.example.com',
      'https://platform.kore.ai',
    ]) {
      assert.deepEqual(places(typed).slice(0, known.length), known, typed);
    }
  });

  it('stands on the line that says what is wrong, which answers nothing', () => {
    const { active: line } = offerHosts('http://assist.example.com');
    assert.equal(line?.origin, undefined);
    assert.match(line?.label ?? '', /Use https:\/\//);
  });
});

describe('the question for a secret', () => {
  it('names host and client ID', () => {
    assert.match(
      secretPrompt({ host: stream.host, clientId: 'cs-1' }),
      /cs-1.*https:\/\/assist\.example\.com/,
    );
  });

  it('refuses what is none, and doubts what looks like something else', () => {
    assert.equal(judgeSecret('')?.severity, 'error');
    assert.equal(judgeSecret('a\u0007b')?.severity, 'error');
    assert.equal(judgeSecret('eyJhbGciOiJIUzI1NiJ9.e30.c2ln')?.severity, 'warning');
    assert.equal(judgeSecret('cs-733b03fb-667c-58d4-89ab-9d13f63f0123')?.severity, 'warning');
    assert.equal(judgeSecret('dGhpcyBpcyBub25l'), undefined);
  });
});
