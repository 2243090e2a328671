import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { ResultsOrder } from '../../../src/protocol/results';
import type { Dom } from '../../support/page/dom';
import type { HostedPage, PageHost } from '../../support/page/host';
import { sendManyRows } from '../../support/page/manyRows';
import { contact, missing, resultsOf, sample, show } from '../../support/page/results';
import { pageHost } from '../support/pages';
import { poll } from '../support/poll';

describe('results page: selected rows', function () {
  this.timeout(180_000);
  let host: PageHost;
  let hosted: HostedPage;
  let page: Page;
  before(async () => (host = await pageHost()));
  beforeEach(async () => {
    hosted = await host.open(show(sample(200, 50)));
    page = hosted.page;
  });
  afterEach(() => assert.deepEqual(hosted.complaints, []));

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const enter = async () => {
    await page.getByRole('searchbox').focus();
    await press('ArrowDown');
  };
  const order = (what: ResultsOrder) => hosted.send({ type: 'order', order: what });
  const selected = () => page.locator('.row[aria-selected=true] .cell.line').allTextContents();
  const says = async (text: string) =>
    page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${text}$`) })
      .waitFor();
  /** What the page has asked for, as soon as it is so much. */
  const asked = (count: number) =>
    poll(`${count} requests`, () => {
      const requests = hosted.received.slice(1);
      return Promise.resolve(requests.length >= count ? requests : undefined);
    });
  const cell = (line: number) => page.locator(`.row:has(.link:text-is("${line}")) .cell.name`);

  it('are chosen with the keyboard alone: one by one, as a range, all, none', async () => {
    await enter();
    assert.equal(await page.getByRole('grid').getAttribute('aria-multiselectable'), 'true');
    await press(' ', 'ArrowDown', 'ArrowDown', ' ');
    assert.deepEqual(await selected(), ['2', '4']);
    await says('2 rows selected');
    assert.equal(hosted.received.length, 1, 'Space on a line number selects');
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    assert.deepEqual(await selected(), ['4', '5', '6']);
    await press('Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowUp');
    assert.deepEqual(await selected(), ['3', '4']);
    await press('Shift+Control+Home');
    assert.deepEqual(await selected(), ['2', '3', '4']);
    await press('Shift+Control+End');
    await says('198 rows selected');
    await press('Control+a');
    await says('200 rows selected');
    await press('Escape');
    assert.deepEqual(await selected(), []);
    assert.equal(await page.locator('.details:not([hidden])').count(), 0);
  });

  it('are chosen with the mouse, and without text in between', async () => {
    await cell(3).click();
    await cell(5).click({ modifiers: ['Control'] });
    assert.deepEqual(await selected(), ['3', '5']);
    await cell(7).click({ modifiers: ['Shift'] });
    assert.deepEqual(await selected(), ['5', '6', '7']);
    assert.equal(await page.evaluate('String(getSelection())'), '');
    await cell(6).click({ modifiers: ['Control'] });
    assert.deepEqual(await selected(), ['5', '7']);
    await cell(2).click();
    assert.deepEqual(await selected(), ['2']);
  });

  it('stay when the table is sorted, and go when a filter hides them', async () => {
    await enter();
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await says('3 rows selected');
    await page.getByRole('searchbox').fill('doe');
    await says('1 row selected');
    await page.getByRole('searchbox').fill('');
    await says('1 row selected');
  });

  it('are copied with all columns that are shown, as the table shows them', async () => {
    const words = 'no "digits"\nat all';
    hosted = await host.open(
      show(resultsOf([contact(0), missing(1, { outcome: 'refused', message: words }), contact(2)])),
    );
    await enter();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+c');
    await says('3 rows copied');
    await press('ContextMenu');
    await order({ do: 'copy', form: 'json' });
    const [first, second] = await asked(2);
    assert.ok(first?.type === 'copy' && second?.type === 'copy');
    assert.deepEqual(first.headings, await page.getByRole('columnheader').allInnerTexts());
    assert.equal(first.rows.length, 3);
    assert.deepEqual(first.rows[1]?.slice(0, 5), ['3', 'Refused', 'Jane Doe', '+91 9876500001', words]);
    // For a program: no words of the user's language.
    assert.deepEqual(second.columns, first.columns);
    assert.deepEqual(second.rows[1]?.slice(0, 5), ['3', 'refused', 'Jane Doe', '+91 9876500001', words]);
    await press('Escape', 'ArrowRight', 'ContextMenu');
    await order({ do: 'copy', form: 'cell' });
    await order({ do: 'copy', form: 'csv' });
    const [cellAlone, rowAlone] = (await asked(4)).slice(2);
    assert.ok(cellAlone?.type === 'copy' && rowAlone?.type === 'copy');
    assert.deepEqual([cellAlone.columns, cellAlone.rows], [['outcome'], [['Created']]]);
    assert.deepEqual(
      rowAlone.rows.map(([line]) => line),
      ['4'],
      'the row that has the focus',
    );
  });

  it('are what the menu is about, which opens by mouse or key and has no Cut and Paste', async () => {
    await enter();
    await press('ArrowDown', ' ', 'Shift+ArrowDown');
    const context = await page
      .locator('.cell.name')
      .nth(2)
      .evaluate((one: Dom) => {
        const texts: string[] = [];
        for (let place: Dom | null = one; place; place = place.parentElement)
          texts.push(place.getAttribute('data-vscode-context') ?? '');
        return texts.filter(Boolean).map((text) => JSON.parse(text) as unknown);
      });
    assert.deepEqual(context, [
      { webviewSection: 'agentassistContactsRows' },
      { importId: sample(1).importId, preventDefaultContextMenuItems: true },
    ]);
    await press('ContextMenu');
    assert.deepEqual(await selected(), ['3', '4']);
    await cell(4).click({ button: 'right' });
    assert.deepEqual(await selected(), ['3', '4'], 'one of several');
    await cell(6).click({ button: 'right' });
    assert.deepEqual(await selected(), ['6'], 'another one');
    await order({ do: 'goToLine' });
    await order({ do: 'selectInFile' });
    await order({ do: 'export' });
    await page.getByRole('searchbox').fill('doe');
    await order({ do: 'export' });
    const [narrowed] = (await asked(4)).slice(3);
    assert.deepEqual(hosted.received.slice(1, 4), [
      { type: 'goToRow', place: 4 },
      { type: 'selectInFile', rows: [4] },
      { type: 'export', selected: [4] },
    ]);
    assert.ok(narrowed?.type === 'export');
    assert.deepEqual([narrowed.shown?.length, narrowed.selected], [40, undefined]);
  });

  it('are not what a menu is about beside the rows, where there is none', async () => {
    hosted = await host.open(show(sample(3)), { width: 1400 });
    page = hosted.page;
    await page.evaluate(`
      window.menus = [];
      addEventListener('contextmenu', (event) => menus.push(event.defaultPrevented || event.target.closest('.row') === null));
    `);
    // Columns that the user has sized leave room behind them.
    for (const heading of await page.locator('.head button').all()) await heading.press('Shift+ArrowLeft');
    await cell(3).click();
    const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator('.body').boundingBox()) ?? {};
    await page.mouse.click(x + width - 4, y + 4, { button: 'right' });
    await page.mouse.click(x + 40, y + height + 60, { button: 'right' });
    assert.deepEqual(await page.evaluate('menus'), [true, true]);
    assert.deepEqual(await selected(), ['3']);
  });

  it('are selected again after a reload, however far down', async () => {
    hosted = await host.open(show(sample(3_000)));
    page = hosted.page;
    await page.locator('[role=grid][aria-rowcount="3001"]').waitFor();
    await enter();
    await press('Control+End', 'Shift+ArrowUp', 'Shift+ArrowUp');
    await says('3 rows selected');
    await page.waitForTimeout(400);
    await hosted.reload();
    await says('3 rows selected');
    assert.deepEqual(await selected(), ['2999', '3000', '3001']);
  });

  describe('while an import goes on', () => {
    const rowsNow = (done: number) =>
      Array.from({ length: 12 }, (_, place) =>
        place < done ? contact(place) : missing(place, { outcome: 'waiting' }),
      );
    const running = (done: number) => resultsOf(rowsNow(done), { running: 'Sending' });
    const heldBy = (outcome: string) => page.locator(`.count:has-text("${outcome}") strong`);
    /** Has so many rows been answered, with focus and pointer elsewhere, as a menu of VS Code takes them. */
    async function answer(done: number): Promise<void> {
      await page.mouse.move(0, 0);
      await page.getByRole('searchbox').focus();
      await hosted.show(show(running(done)));
      await heldBy('Created')
        .filter({ hasText: new RegExp(`^${done}$`) })
        .waitFor();
    }
    const line = (request: unknown) =>
      (request as { readonly rows: string[][] }).rows.map(([first]) => first);

    beforeEach(async () => {
      hosted = await host.open(show(running(2)));
      page = hosted.page;
      await page.locator('.count:has-text("Waiting")').click();
      await enter();
    });

    it('are still those that the menu was opened on when its order comes', async () => {
      await press(' ', 'Shift+ArrowDown', 'Shift+ArrowDown');
      await cell(5).click({ button: 'right' });
      await answer(6);
      assert.deepEqual(await selected(), ['4', '5', '6']);
      await page.getByRole('button', { name: 'Update List' }).waitFor();
      // VS Code gives the page the focus before it is ordered something.
      await cell(9).locator('xpath=..').locator('button').focus();
      await order({ do: 'copy', form: 'tsv' });
      await order({ do: 'goToLine' });
      await order({ do: 'selectInFile' });
      const [copied, ...others] = await asked(3);
      assert.deepEqual(line(copied), ['4', '5', '6']);
      assert.deepEqual(others, [
        { type: 'goToRow', place: 3 },
        { type: 'selectInFile', rows: [2, 3, 4] },
      ]);
      await says('3 rows copied');
      await answer(7);
      await says('3 rows copied');
    });

    it('keep the keyboard’s place beside the details of another row', async () => {
      await cell(4).click();
      await cell(8).click({ button: 'right' });
      await answer(3);
      await order({ do: 'copy', form: 'cell' });
      await order({ do: 'goToLine' });
      const [copied, gone] = await asked(2);
      assert.deepEqual([line(copied), gone], [['Jane Doe'], { type: 'goToRow', place: 6 }]);
    });

    it('stay in their places for somebody who works elsewhere, and may be updated', async () => {
      const shownLines = () => page.locator('.body .cell.line').allTextContents();
      const before = await shownLines();
      await answer(6);
      assert.deepEqual(await shownLines(), before);
      await page.getByRole('button', { name: 'Update List' }).click();
      assert.deepEqual(await shownLines(), before.slice(4));
      await page.locator('.count:has-text("Created")').click();
      await answer(8);
      assert.deepEqual((await shownLines()).at(-1), '9', 'those that have come are behind all others');
    });

    it('are laid out anew at the end below a pointer that only rests there, as after a click on Send', async () => {
      const message = 'cellPhoneExtension is required';
      const over = rowsNow(12).with(7, missing(7, { outcome: 'refused', message }));
      const why = async () => {
        const cell = page.locator('.body .cell.why').first();
        return (await cell.count()) > 0 ? ((await cell.boundingBox())?.width ?? 0) : 0;
      };
      hosted = await host.open(show(running(0)));
      page = hosted.page;
      // A dialog of VS Code takes the pointer, and is gone with the click.
      await page.evaluate(
        `document.body.append(Object.assign(document.createElement('dialog'), { id: 'above' }))`,
      );
      await page.evaluate(`document.getElementById('above').showModal()`);
      await page.mouse.move(500, 300);
      await page.evaluate(`document.getElementById('above').remove()`);
      await page.locator('.grid:hover').waitFor();
      await hosted.show(show(resultsOf(over)));
      await poll('room for the reason', async () => ((await why()) > 150 ? true : undefined), 5_000);
      assert.equal(await page.getByRole('button', { name: 'Update List' }).isVisible(), false);
    });

    it('are none when they are no longer listed', async () => {
      const partial = (at: string) => ({ ...running(12), running: '', at, rowCount: 13, rowsNotListed: 1 });
      hosted = await host.open(show(partial('2026-01-01T00:00:00.000Z')));
      page = hosted.page;
      await cell(4).click({ button: 'right' });
      await hosted.show(show(partial('2026-01-02T00:00:00.000Z')));
      assert.deepEqual(await selected(), []);
      await order({ do: 'selectInFile' });
      await says('The list has changed. Select the rows again.');
      assert.equal(hosted.received.length, 1);
    });
  });

  it('has the row of the editor’s cursor marked, and scrolls there unless somebody reads the table', async () => {
    const marked = page.locator('.row[aria-current=location]');
    await order({ do: 'mark', place: 150 });
    await marked.waitFor();
    assert.equal(await marked.getAttribute('aria-rowindex'), '152');
    assert.equal(await marked.isVisible(), true);
    await enter();
    const top = () => page.locator('.grid').evaluate((grid: Dom) => grid.scrollTop);
    const before = await top();
    await order({ do: 'mark', place: 199 });
    await marked.waitFor({ state: 'detached' });
    assert.equal(await top(), before);
    await press('Control+End');
    await marked.waitFor();
    await order({ do: 'mark' });
    await marked.waitFor({ state: 'detached' });
  });

  it('are 100,000 at once as quickly as one', async () => {
    await sendManyRows(hosted, 100_000);
    await page.getByText('100,000 of 100,000 shown', { exact: true }).waitFor();
    await enter();
    const began = Date.now();
    await press('Control+a');
    await says('100,000 rows selected');
    const all = Date.now();
    await press('Control+Home', ' ', 'Shift+Control+End');
    await says('99,999 rows selected|100,000 rows selected');
    console.log(`      all ${all - began} ms, a range of them ${Date.now() - all} ms`);
  });
});
