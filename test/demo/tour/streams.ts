import { click } from '../../e2e/support/click';
import { poll } from '../../e2e/support/poll';
import type { FaultAct } from '../../support/sandbox';
import type { Station } from './station';
import { run, stay, stop } from './steps';

/** Every question about a stream, and what comes of verifying one. */
export const streams: readonly Station[] = [
  stay('name', async ({ window }) => {
    await run(window, 'Add Stream…');
    await window.quickInput.wait('Add Stream (1/7)');
  }),
  stay('name-wrong', async ({ window }) => {
    await window.quickInput.enter('sandbox');
    await window.quickInput.waitForMessage('built-in stream');
  }),
  stay('host', async ({ window }) => {
    await window.quickInput.enter('Support EU');
    await window.quickInput.wait('Add Stream (2/7)');
  }),
  stay('host-wrong', async ({ window }) => {
    await window.quickInput.type('http://assist.example.com');
    await poll('the line', async () =>
      (await window.quickInput.items())[0]?.startsWith('Use https') ? true : undefined,
    );
  }),
  stay('stream-id', async ({ window, stream }) => {
    await window.quickInput.enter(stream.host);
    await window.quickInput.wait('Add Stream (3/7)');
  }),
  stay('stream-id-client', async ({ window, stream }) => {
    await window.quickInput.type(stream.clientId);
    await window.quickInput.waitForMessage('looks like a client ID');
  }),
  stay('stream-id-wrong', async ({ window }) => {
    await window.quickInput.enter('st/x');
    await window.quickInput.waitForMessage('Use only letters');
  }),
  stay('stream-id-prefix', async ({ window, stream }) => {
    await window.quickInput.enter(stream.streamId.replace('st-', ''));
    await window.quickInput.wait('Stream IDs begin with st-');
  }),
  stay('client-id', async ({ window }) => {
    await window.quickInput.accept();
    await window.quickInput.wait('Add Stream (4/7)');
  }),
  stay('find-values', async ({ window }) => {
    await click(window.page.locator('.quick-input-titlebar .codicon-question'));
    await window.webview.locator('h1').waitFor();
  }),
  stay('account-id', async ({ window, stream }) => {
    await window.quickInput.enter(stream.clientId);
    await window.quickInput.wait('Add Stream (5/7)');
  }),
  stay('secret', async ({ window }) => {
    await window.quickInput.accept();
    await window.quickInput.wait('Add Stream (6/7)');
  }),
  stay('protect', async ({ window, stream }) => {
    await window.quickInput.enter(stream.clientSecret);
    await window.quickInput.wait('Protect this stream?');
  }),
  stay('added', async ({ window }) => {
    await window.quickInput.pick('Yes, Protect It');
    await window.notifications.wait('is added and selected');
  }),
  stop('works', async ({ window }) => {
    await window.notifications.press('is added and selected', 'Verify Stream');
    await window.notifications.wait('works');
  }),
  ...verifying(),
  stay('verifying', async ({ window, fail }) => {
    fail(() => ({ when: 'before', act: { kind: 'hang' } }));
    await run(window, 'Verify Stream');
    await window.notifications.wait('Verifying');
  }),
  stop('wrong-secret', async ({ window, fail }) => {
    await window.notifications.press('Verifying', 'Cancel');
    fail();
    await window.changeSettings({});
    await run(window, 'Select Stream…');
    await window.quickInput.pick('Support desk');
    await run(window, 'Set Client Secret…');
    await window.quickInput.pick('Support desk');
    await window.quickInput.wait('Client Secret');
    await window.quickInput.enter('a wrong secret');
    await window.notifications.press('is saved', 'Verify Stream');
    await window.notifications.wait('does not accept the token');
  }),
  stay('set-secret', async ({ window }) => {
    await run(window, 'Set Client Secret…');
    await window.quickInput.wait('Choose a stream');
  }),
  stay('secret-again', async ({ window }) => {
    await window.quickInput.pick('Support desk');
    await window.quickInput.wait('Client secret');
  }),
  stop('secret-saved', async ({ window }) => {
    await window.quickInput.enter('a secret');
    await window.notifications.wait('is saved');
  }),
  stop('delete-secret', async ({ window }) => {
    await run(window, 'Delete Client Secret…');
    await window.quickInput.pick('Support desk');
    await window.notifications.wait('secret');
  }),
  stop('select', async ({ window }) => {
    await run(window, 'Select Stream…');
    await window.quickInput.wait('Choose a stream');
  }),
  stay('edit', async ({ window }) => {
    await run(window, 'Edit Stream…');
    await window.quickInput.wait('Edit Stream');
  }),
  stay('edit-field', async ({ window }) => {
    await window.quickInput.pick('Support desk');
    await window.quickInput.wait('Choose what to change');
  }),
  stay('edit-name', async ({ window }) => {
    await window.quickInput.pick('Name');
    await window.quickInput.wait('Your own name');
  }),
  stop('edit-saved', async ({ window }) => {
    await window.quickInput.enter('Care');
    await window.notifications.wait('is saved');
  }),
  stop('remove', async ({ window }) => {
    await run(window, 'Remove Stream…');
    await window.quickInput.pick('Care');
    await window.dialog.read();
  }),
  stop('settings-problem', async ({ window }) => {
    await window.changeSettings({
      'agentassistContacts.streams': [
        { name: 'X', host: 'http://x.example.com', streamId: 'st-1', clientId: 'cs-1' },
      ],
    });
    await window.notifications.wait('Stream 1 in your settings');
  }),
];

/** Verify Stream where the stream answers in its different ways. */
function verifying(): Station[] {
  const acts: readonly [string, FaultAct][] = [
    ['401', { kind: 'status', status: 401 }],
    ['403', { kind: 'status', status: 403 }],
    ['404', { kind: 'status', status: 404 }],
    ['redirect', { kind: 'status', status: 302, headers: { location: 'https://login.example.com/' } }],
    ['sign-in-page', { kind: 'status', status: 200, html: true }],
    ['not-a-list', { kind: 'notArray' }],
    ['503', { kind: 'status', status: 503 }],
    ['lost', { kind: 'reset' }],
  ];
  return acts.map(([name, act]) =>
    stop(`verify-${name}`, async ({ window, fail }) => {
      fail(() => ({ when: 'before', act }));
      await run(window, 'Verify Stream');
      await window.page.locator('.notification-list-item .codicon-error').first().waitFor();
      await window.notifications.waitUntilGone('Verifying');
    }),
  );
}
