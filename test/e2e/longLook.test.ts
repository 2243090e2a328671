import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import { useWorkbench } from './support/hooks';
import { chooseStream, streamSettings, useStream } from './support/stream';

const rows = Array.from({ length: 10 }, (_, at) => `Asha,Rao,Mrs,987654321${at},+91,+91`);
const secret = 'the right secret';

describe('a look that takes more than two minutes', () => {
  let reads = 0;
  // Ten contacts in pages of two, at two requests a minute.
  const stream = useStream({
    clientSecret: secret,
    pageSizeCap: 2,
    faults: ({ call }) => {
      if (call === 'import') return { when: 'after', act: { kind: 'reset' } };
      reads++;
      return undefined;
    },
  });
  const vscode = useWorkbench(() => ({
    files: { 'long.csv': `${contactColumns.join(',')}\n${rows.join('\n')}\n` },
    settings: {
      ...streamSettings('Support desk', stream()),
      'agentassistContacts.send.requestsPerMinute': 2,
    },
  }));

  it('is asked about, and Skip leaves the rows unknown', async () => {
    const { editors, dialog, notifications } = vscode();
    await editors.open('long.csv');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await chooseStream(vscode(), secret);
    await dialog.press('Send');

    const { message, detail, buttons } = await dialog.read();
    assert.equal(message, 'Look for 10 rows on the stream? This takes about 3 minutes.');
    assert.ok(detail.includes(`Host: ${stream().host}`), detail);
    assert.ok(detail.includes('Requests: 5\n') && !detail.includes('minute'), detail);
    assert.deepEqual([...buttons].sort(), ['Cancel', 'Look Them Up', 'Skip']);
    await vscode().screenshot('long-look');
    await dialog.press('Skip');
    await notifications.wait('got no clear answer and may exist');
    // One page told how long it would take, and none is read after it.
    assert.equal(reads, 1);
  });
});
