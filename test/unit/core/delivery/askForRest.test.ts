import assert from 'node:assert/strict';
import { askForRest, type RestPorts } from '../../../../src/core/delivery/askForRest';
import { Clearance, type Cleared, type ClearanceRefusal } from '../../../../src/core/delivery/clearance';

const send = {};
const claim = { covers: () => true, isHeld: () => Promise.resolve(true), isFresh: true, wasRemoved: false };
const stream = { name: 'Test', host: 'https://a.example', streamId: 'st-1', clientId: 'cs-1' };
const request = { document: undefined, checkedVersion: 0, stream, claim, typedName: '', importId: undefined };
const alive = () => Promise.resolve({ imports: [], hasUnreadable: false });
const yes = () => Clearance.ask(request, { history: { alive }, workspace: { isTrusted: true } });
const no = (reason: Exclude<ClearanceRefusal['reason'], 'beingSent'>): Cleared => ({
  ok: false,
  refusal: { reason },
});

/** A resume of which files are known by their names, and what happened by notes. */
class Resume implements RestPorts<string, object> {
  readonly happened: string[] = [];
  answers: (object | 'nothingLeft' | undefined)[] = [];
  cleared: Cleared[] = [];
  /** What others have done meanwhile, each time that is looked at. */
  meanwhile: string[] = [];

  readonly ask = (opened: string, isAskedAgain: boolean) => {
    this.happened.push(`${isAskedAgain ? 'asked again' : 'asked'} about ${opened}`);
    return Promise.resolve(this.answers.length > 0 ? this.answers.shift() : send);
  };

  readonly lookAgain = (opened: string) => {
    const news = this.meanwhile.shift() ?? '';
    return Promise.resolve({ reopened: opened + news, isAsAsked: news === '' });
  };

  readonly clear = (opened: string) => {
    this.happened.push(`leave for ${opened}`);
    const cleared = this.cleared.shift();
    return cleared ? Promise.resolve(cleared) : yes();
  };

  reopen = () => {
    this.happened.push('reopened');
    return Promise.resolve('the changed file');
  };
}

describe('the question before the rest of an import is sent', () => {
  it('is put once, and what is sent is what was asked about', async () => {
    const resume = new Resume();
    const asked = await askForRest('the file', resume);
    assert.ok(typeof asked === 'object' && asked.ok);
    assert.deepEqual(
      [asked.reopened, asked.answer, asked.clearance.covers(stream)],
      ['the file', send, true],
    );
    assert.deepEqual(resume.happened, ['asked about the file', 'leave for the file']);
  });

  it('is put once more, about the file as it is now, when that was changed while it was asked', async () => {
    const resume = new Resume();
    resume.cleared = [no('changed'), no('changed')];
    const asked = await askForRest('the file', resume);
    assert.deepEqual(typeof asked === 'object' && asked.ok && asked.reopened, 'the changed file');
    assert.deepEqual(resume.happened, [
      ...['asked about the file', 'leave for the file', 'reopened'],
      ...['asked again about the changed file', 'leave for the changed file', 'reopened'],
      ...['asked again about the changed file', 'leave for the changed file'],
    ]);
  });

  it('is put once more when others have sent rows of it meanwhile', async () => {
    const resume = new Resume();
    resume.meanwhile = [', less some'];
    await askForRest('the file', resume);
    assert.deepEqual(resume.happened, [
      'asked about the file',
      'asked again about the file, less some',
      'leave for the file, less some',
    ]);
  });

  it('is not put again when the user gives up, nothing is left, or leave is not given for another reason', async () => {
    for (const answer of [undefined, 'nothingLeft'] as const) {
      const resume = new Resume();
      resume.cleared = [no('changed')];
      resume.answers = [send, answer];
      assert.equal(await askForRest('the file', resume), answer);
      assert.equal(resume.happened.at(-1), 'asked again about the changed file');
    }
    for (const reason of ['untrusted', 'nameNotTyped'] as const) {
      const resume = new Resume();
      resume.cleared = [no(reason)];
      assert.deepEqual(await askForRest('the file', resume), { ok: false, refusal: { reason } });
    }
  });

  it('ends with what keeps the file from being opened again', async () => {
    const resume = new Resume();
    resume.cleared = [no('changed')];
    resume.reopen = () => Promise.reject(new Error('the file has errors now'));
    await assert.rejects(askForRest('the file', resume), { message: 'the file has errors now' });
  });
});
