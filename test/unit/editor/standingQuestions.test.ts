import assert from 'node:assert/strict';
import { StandingQuestions } from '../../../src/editor/sending/standingQuestions';

describe('a question that stands', () => {
  const uri = 'file:///contacts.csv';

  /** Commands that ask, and are answered when they are told to be. */
  function asking() {
    const questions = new StandingQuestions();
    const asked: string[] = [];
    const ends: (() => void)[] = [];
    const send = (name: string, file = uri) =>
      questions.unlessOneStands(file, async (answered) => {
        asked.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (name === 'goes on') {
          answered();
          await new Promise<void>((resolve) => ends.push(resolve));
        }
      });
    const end = async () => {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { questions, asked, send, end };
  }

  it('makes a second one about the same file ignored, and no other', async () => {
    const { asked, send, end } = asking();
    const first = send('first');
    await send('second');
    const other = send('other', 'file:///other.csv');
    assert.deepEqual(asked, ['first', 'other']);
    await end();
    await end();
    await Promise.all([first, other]);
    const third = send('third');
    assert.deepEqual(asked, ['first', 'other', 'third']);
    await end();
    await third;
  });

  it('is over when it is answered, though the command goes on', async () => {
    const { asked, send, end, questions } = asking();
    const first = send('goes on');
    await end();
    const second = send('second');
    assert.deepEqual(asked, ['goes on', 'second']);
    // What the first one asks then is asked though the second one stands, and makes a third one ignored.
    await questions.during(uri, async () => {
      await end();
      await first;
      await end();
      await second;
      await send('third');
    });
    assert.deepEqual(asked, ['goes on', 'second']);
  });

  it('is over when asking fails', async () => {
    const { questions, asked, send, end } = asking();
    await assert.rejects(
      questions.unlessOneStands(uri, () => Promise.reject(new Error('closed'))),
      { message: 'closed' },
    );
    const next = send('next');
    assert.deepEqual(asked, ['next']);
    await end();
    await next;
  });
});
