import assert from 'node:assert/strict';
import { withoutEntities } from '../../../../src/core/contact/entities';

describe('references to characters', () => {
  it('are read as browsers read them', () => {
    for (const [text, right] of [
      ['O&#146;Brien &#x92;', 'O’Brien ’'],
      ['Rao &AMP; Iyer &LT;', 'Rao & Iyer <'],
      ['Wa&lstrok;&eogon;sa &Lstrok;', 'Wałęsa Ł'],
      ['&euro; 5 &trade;', '€ 5 ™'],
      ['B&abreve;sescu &odblac; &Zdot; &umacr; &uring;', 'Băsescu ő Ż ū ů'],
      ['M&uuml;ller', 'Müller'],
    ] as const) {
      assert.equal(withoutEntities(text), right);
    }
  });

  it('stay where they are none, or what they mean is not seen', () => {
    for (const text of ['A&B;', 'Rao & Iyer;', '&#129;', '&#0;', '&nosuch;', '&qbreve;']) {
      assert.equal(withoutEntities(text), text);
    }
  });
});
