import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { resultActions } from '../../../src/protocol/results';
import { nameOf, phoneOf } from '../../../src/webview/results/columns';
import { outcomeHelp } from '../../../src/webview/results/labels';
import type { Dom } from '../../support/page/dom';
import type { HostedPage, PageHost } from '../../support/page/host';
import {
  contact,
  everyOutcome,
  missing,
  resultsOf,
  sample,
  sampleRows,
  show,
} from '../../support/page/results';
import { sendManyRows } from '../../support/page/manyRows';
import { axeViolations } from '../support/axe';
import { pageHost } from '../support/pages';

describe('results page: use', function () {
  this.timeout(180_000);
  let host: PageHost;
  let hosted: HostedPage;
  let page: Page;
  before(async () => (host = await pageHost()));
  afterEach(() => assert.deepEqual(hosted.complaints, []));

  async function open(shown = show(sample(200, 50))): Promise<void> {
    hosted = await host.open(shown);
    page = hosted.page;
  }
  /** Row and column of the focused cell as assistive technology counts them, both from 1. */
  const focused = () =>
    page
      .locator('[role=row]:focus-within')
      .evaluate((row: Dom) => [
        Number(row.getAttribute('aria-rowindex')),
        Number(row.querySelector('[aria-colindex]:focus-within')?.getAttribute('aria-colindex')),
      ]);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const lines = () => page.locator('.body .cell.line').allTextContents();
  const shown = async (text: string) => page.getByText(text, { exact: true }).waitFor();
  const heading = (name: string) => page.getByRole('columnheader', { name, exact: true });

  it('draws the outcomes along the file, and goes to the row that is clicked or chosen there', async () => {
    const rows = [...Array(400).keys()].map((place) => (place === 300 ? missing(place) : contact(place)));
    await open(show(resultsOf(rows)));
    const bar = page.getByRole('slider', { name: 'Outcomes along the file' });
    const { width = 0 } = (await bar.boundingBox()) ?? {};
    await page.getByRole('searchbox').fill('nobody');
    await bar.click({ position: { x: width * 0.7525, y: 6 } });
    await shown('400 of 400 shown');
    assert.equal((await focused())[0], 302);
    assert.equal(await page.locator('.row[aria-selected=true] .cell.line').textContent(), '302');
    assert.equal(
      await page
        .locator('.row[aria-selected=true]')
        .evaluate((row: Dom) => row.getBoundingClientRect().top > 0),
      true,
    );
    const says = () => bar.getAttribute('aria-valuetext');
    assert.equal(await says(), 'Not returned: line 302');
    await page.getByRole('searchbox').focus();
    await press('Escape', 'Shift+Tab');
    while (!(await bar.evaluate((one: Dom) => one.matches(':focus')))) await press('Tab');
    await press('ArrowRight');
    assert.equal(await says(), 'Created: line 304 to line 401');
    await press('Home');
    assert.equal(await says(), 'Created: line 2 to line 301');
    await press('ArrowRight', 'Enter');
    assert.equal((await focused())[0], 302);
    await open(show(sample(20)));
    assert.equal(await page.locator('.bar').isVisible(), false, 'one outcome needs no picture');
  });

  it('walks the whole grid with the keyboard', async () => {
    await open();
    await page.getByRole('searchbox').focus();
    await press('ArrowDown');
    assert.deepEqual(await focused(), [2, 1]);
    await press('ArrowRight', 'ArrowDown', 'ArrowDown');
    assert.deepEqual(await focused(), [4, 2]);
    await press('End');
    assert.deepEqual(await focused(), [4, 8]);
    await press('ArrowUp', 'Home');
    assert.deepEqual(await focused(), [3, 1]);
    await press('Control+End');
    assert.deepEqual(await focused(), [201, 8]);
    await press('PageUp');
    const [up = 0] = await focused();
    assert.ok(up < 195 && up > 150, String(up));
    await press('PageDown');
    assert.deepEqual(await focused(), [201, 8]);
    await press('Control+Home', 'ArrowUp');
    assert.deepEqual(await focused(), [1, 1]);
    await press('ArrowRight');
    assert.deepEqual(await focused(), [1, 2]);
    assert.equal(await page.locator('[role=grid] [tabindex="0"]').count(), 1);
  });

  it('keeps what has the focus in sight, clear of headings and line numbers', async () => {
    await open();
    await page.getByRole('searchbox').focus();
    await press('ArrowDown', 'Control+End', 'PageUp', 'PageUp', 'ArrowLeft', 'ArrowLeft');
    for (let step = 0; step < 9; step++) {
      await press('ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp');
      // Two opposite corners, as far as the panel shows them: whatever lies there has to be the cell itself.
      const hidden = await page.locator('.cell:focus').evaluateAll((cells: Dom[]) =>
        cells.filter((cell) => {
          const { left, top, right, bottom } = cell.getBoundingClientRect();
          const { ownerDocument } = cell;
          const start = ownerDocument.elementFromPoint(left + 3, top + 3);
          const end = ownerDocument.elementFromPoint(right - 3, bottom - 3);
          return start?.closest('.cell') !== cell || end?.closest('.cell') !== cell;
        }),
      );
      assert.equal(hidden.length, 0, `step ${step}`);
    }
  });

  it('keeps the focus when its row is scrolled far away', async () => {
    await open();
    await page.locator('.cell.name').nth(3).click();
    const before = await focused();
    await page.locator('.grid').evaluate((grid: Dom) => grid.scrollTo({ top: 4000 }));
    await page.locator('[aria-rowindex="170"]').waitFor();
    assert.deepEqual(await focused(), before);
  });

  it('has rows in the document in their order once scrolling rests, and each shows its own values', async () => {
    const all = sampleRows(200, 50).map((row, at) => (at === 160 ? contact(at, { line: null }) : row));
    await open(show(resultsOf(all)));
    await page.locator('.cell.name').nth(3).click();
    const found = () =>
      page.locator('.body .row').evaluateAll((rows: Dom[]) =>
        rows.map((row) => ({
          place: Number(row.getAttribute('aria-rowindex')) - 2,
          cells: ['line', 'name', 'phone'].map((name) => row.querySelector(`.${name}`)?.textContent ?? ''),
        })),
      );
    for (const top of [3000, 3400, 2700, 0]) {
      await page.locator('.grid').evaluate((grid: Dom, to) => grid.scrollTo({ top: to }), top);
      await page.locator('.grid.moving').waitFor();
      await page.locator('.grid:not(.moving)').waitFor();
      const rows = await found();
      const places = rows.map(({ place }) => place);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
      for (const { place, cells } of rows) {
        const row = all[place] ?? contact(place);
        assert.deepEqual(cells, [row.line === null ? '–' : String(row.line), nameOf(row), phoneOf(row)]);
      }
    }
    assert.deepEqual(await focused(), [4, 3]);
  });

  it('sorts by a heading: up, down, and back to the file’s order', async () => {
    await open(show(resultsOf([contact(1), missing(2), contact(0), contact(3)])));
    const sortOf = (name: string) => heading(name).getAttribute('aria-sort');
    assert.equal(await sortOf('Phone number'), 'none');
    await heading('Phone number').getByRole('button').click();
    assert.equal(await sortOf('Phone number'), 'ascending');
    assert.deepEqual(await lines(), ['5', '4', '2', '3'].sort(byNumber));
    const heard = page.locator('.toolbar [aria-live]').last();
    assert.equal(await heard.textContent(), 'Sorted by Phone number, ascending');
    await press('Enter');
    assert.equal(await heard.textContent(), 'Sorted by Phone number, descending');
    assert.equal(await sortOf('Phone number'), 'descending');
    assert.deepEqual(await lines(), ['5', '4', '2', '3'].sort(byNumber).reverse());
    await press('Enter');
    assert.equal(await sortOf('Phone number'), 'none');
    assert.deepEqual(await lines(), ['3', '4', '2', '5']);
    assert.deepEqual(await focused(), [1, 4]);
  });

  /** By the numbers that the rows of those lines have: prefixes first. */
  function byNumber(left: string, right: string): number {
    const number = (line: string) => phoneOf(contact(Number(line) - 2));
    return new Intl.Collator('en', { numeric: true }).compare(number(left), number(right));
  }

  it('filters without regard to case and accents, and clears', async () => {
    await open();
    await shown('200 of 200 shown');
    await page.getByRole('searchbox').fill('NUNEZ angel');
    await shown('40 of 200 shown');
    assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '41');
    await page.getByRole('searchbox').fill('nobody at all');
    await shown('0 of 200 shown');
    await page.locator('.empty').getByRole('button', { name: 'Clear Filter' }).click();
    await shown('200 of 200 shown');
    assert.equal(await page.getByRole('searchbox').inputValue(), '');
    assert.ok(await page.getByRole('searchbox').evaluate((box: Dom) => box.matches(':focus')));
  });

  it('narrows to one outcome and back, from its number and from the list', async () => {
    await open();
    const toggle = page.getByRole('button', { name: '4 Not returned', exact: true });
    const other = page.getByRole('button', { name: '196 Created', exact: true });
    const pressed = async () => [
      await toggle.getAttribute('aria-pressed'),
      await other.getAttribute('aria-pressed'),
    ];
    assert.deepEqual(await pressed(), ['false', 'false']);
    await toggle.click();
    await shown('4 of 200 shown');
    assert.deepEqual(await pressed(), ['true', 'false']);
    assert.deepEqual(await lines(), ['51', '101', '151', '201']);
    assert.deepEqual(
      await page.locator('.body .cell.outcome').allTextContents(),
      Array(4).fill('Not returned'),
    );
    assert.equal(await page.locator('.body .codicon-warning').count(), 4);
    await other.click();
    await shown('196 of 200 shown');
    assert.deepEqual(await pressed(), ['false', 'true']);
    await other.click();
    await shown('200 of 200 shown');
    await toggle.click();
    await page.getByRole('button', { name: '200 Rows', exact: true }).click();
    await shown('200 of 200 shown');
    assert.deepEqual(await pressed(), ['false', 'false']);
  });

  it('has every number and every action within reach of the keyboard', async () => {
    await open(show(resultsOf(everyOutcome, { notice: 'It stopped.', actions: resultActions })));
    const names: string[] = [];
    for (let step = 0; step < 12; step++) {
      await press('Tab');
      names.push(await page.locator(':focus').innerText());
    }
    assert.deepEqual(
      names.map((name) => name.replace(/\s*\n\s*/g, ' ')),
      [
        '7 Rows',
        '1 Created',
        '1 Refused',
        '1 Not returned',
        '1 Unknown',
        '1 Not found on stream',
        '1 Not sent',
        '1 Not matched',
        '1 Found on stream',
        'Find Them on the Stream…',
        'Show',
        'Save as CSV…',
      ],
    );
    await press('Enter');
    for (let step = 0; step < 3; step++) await press('Shift+Tab');
    await press(' ');
    await shown('1 of 8 shown');
    assert.deepEqual(await page.locator('.body .cell.outcome').allTextContents(), ['Found on stream']);
    assert.ok(await page.locator('.count.present').evaluate((count: Dom) => count.matches(':focus')));
    assert.deepEqual(hosted.received.slice(1), [{ type: 'act', action: 'saveRest' }]);
  });

  it('narrows the list to what is only counted, too, says how much of it is listed, and exports all of it', async () => {
    const partly = [missing(0, { outcome: 'refused' }), missing(1)];
    const results = resultsOf(partly, { rowsNotListed: 100 });
    const counts = { ...results.counts, created: 99, refused: 2 };
    await open(show({ ...results, rowCount: 102, counts }));
    await page.getByText('100 more rows are counted but not listed.', { exact: true }).waitFor();
    const created = page.getByRole('button', { name: '99 Created', exact: true });
    assert.equal(await created.getAttribute('title'), `${outcomeHelp().created}\nCounted, but Not Listed`);
    await created.focus();
    await press('Enter');
    assert.equal(await created.getAttribute('aria-pressed'), 'true');
    await shown('0 of 2 shown');
    const empty = page.locator('.empty');
    await empty.getByText('99 more rows are counted but not listed.').waitFor();
    await empty.getByRole('button', { name: 'Export Results…' }).click();
    await page.getByRole('button', { name: '2 Refused', exact: true }).click();
    await shown('1 of 2 shown');
    await page
      .locator('.toolbar')
      .getByText('1 more row is counted but not listed.', { exact: true })
      .waitFor();
    await page.getByRole('button', { name: '1 Not returned', exact: true }).click();
    await shown('1 of 2 shown');
    assert.equal(await page.locator('.toolbar').getByText('counted but not').count(), 0);
    assert.deepEqual(hosted.received.slice(1), [{ type: 'export', shown: [], outcome: 'created' }]);
    const none = page.getByRole('button', { name: '0 Found on stream', exact: true });
    assert.equal(await none.count(), 0);
  });

  it('shows the rows of a line of what happened alone, and all again', async () => {
    const refused = [1, 2, 3].map((place) =>
      missing(place, { outcome: 'refused', message: place === 3 ? 'no number' : 'no name' }),
    );
    await open(show(resultsOf([contact(0), ...refused])));
    const names = page.getByRole('button', { name: 'Show: 2 refused: “no name”' });
    await names.click();
    await shown('2 of 4 shown');
    assert.deepEqual(await lines(), ['3', '4']);
    assert.equal(await names.getAttribute('aria-pressed'), 'true');
    assert.equal(
      await page.getByRole('button', { name: '3 Refused', exact: true }).getAttribute('aria-pressed'),
      'true',
    );
    await page.getByRole('button', { name: 'Show: 1 refused: “no number”' }).click();
    assert.deepEqual(await lines(), ['5']);
    await page.getByRole('button', { name: 'Show: 1 refused: “no number”' }).press('Enter');
    await shown('4 of 4 shown');
  });

  it('asks for an action at every press of its button', async () => {
    const refused = missing(0, { outcome: 'refused', note: 'batch', remark: 'The whole request.' });
    await open(show(resultsOf([refused], { actions: ['findRefused', 'saveRest'] })));
    await page.getByRole('button', { name: 'Save as CSV…' }).click();
    await page.getByRole('button', { name: 'Find Which…' }).click();
    assert.equal(await page.getByRole('button', { name: 'Look Them Up…' }).count(), 0);
    assert.deepEqual(hosted.received.slice(1), [
      { type: 'act', action: 'saveRest' },
      { type: 'act', action: 'findRefused' },
    ]);
  });

  it('offers beside the notice to find rows, and shows of those that were found what the stream has', async () => {
    const blank = { salutation: '', firstName: '', lastName: '', phoneNumber: '', countryCode: '' };
    const unnamed = contact(0, { ...blank, extension: '', line: null, stored: null, createdAt: '' });
    const state = resultsOf([unnamed], { notice: 'The file was not found.', actions: ['findOnStream'] });
    await open(show(state));
    await page.locator('.body .cell.outcome').click();
    await page.getByRole('button', { name: 'Find Them on the Stream…' }).press('Enter');
    assert.deepEqual(hosted.received.slice(1), [{ type: 'act', action: 'findOnStream' }]);
    const { salutation, firstName, lastName, phoneNumber, countryCode, extension } = contact(0);
    const stored = { salutation, firstName, lastName, phoneNumber, countryCode, extension };
    await hosted.show(show(resultsOf([contact(0, { line: null, stored })], { notice: 'Found.' })));
    const details = page.getByRole('region', { name: 'Details' });
    await details.getByRole('heading', { name: 'Zoë Müller' }).waitFor();
    assert.equal(await details.getByRole('heading', { name: 'On the stream' }).count(), 1);
    assert.equal(await details.getByRole('table').count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Find Them on the Stream…' }).count(), 0);
    assert.ok(await page.locator('.notice').evaluate((line: Dom) => line.matches(':focus')));
  });

  it('tells why in the row, in the details, and to the filter', async () => {
    const refused = missing(1, { outcome: 'refused', message: 'cellPhoneNumber: digits only' });
    await open(show(resultsOf([contact(0), refused])));
    await page.getByRole('searchbox').fill('DIGITS');
    await shown('1 of 2 shown');
    assert.equal(await page.locator('.body .cell.why').innerText(), refused.message);
    await page.locator('.body .cell.name').click();
    const details = page.getByRole('region', { name: 'Details' });
    assert.equal(await details.getByRole('heading', { name: 'Why' }).count(), 1);
    assert.ok(await details.getByText(refused.message, { exact: true }).isVisible());
    assert.ok(!(await details.innerText()).includes('no further fields'));

    await page.getByRole('searchbox').fill('');
    await page.locator('.body .cell.name').first().click();
    assert.equal(await details.getByRole('heading', { name: 'Why' }).count(), 0);
  });

  it('opens details with Enter, follows the arrows, and gives the focus back on Escape', async () => {
    await open();
    await page.getByRole('searchbox').focus();
    await press('ArrowDown', 'ArrowRight', 'Enter');
    const details = page.getByRole('region', { name: 'Details' });
    assert.ok(await details.evaluate((pane: Dom) => pane.matches(':focus')));
    assert.match(
      (await details.textContent()) ?? '',
      /Zoë Müller.*Sent: created.*accountId63ab016b0d909c22b2da0001.*updatedAt/,
    );
    await press('Escape');
    assert.equal(await details.count(), 0);
    assert.deepEqual(await focused(), [2, 2]);

    await page.locator('.cell.name').nth(1).click();
    await press('ArrowDown', 'ArrowDown');
    assert.equal(await details.locator('h2').textContent(), 'Ángel Núñez');
    assert.equal(await page.locator('[aria-selected=true]').getAttribute('aria-rowindex'), '4');
    await press('Escape');
    assert.equal(await page.locator('[aria-selected=true]').count(), 0);
    assert.deepEqual(await focused(), [4, 3]);
  });

  it('asks for the line, by mouse, by keyboard and from the details', async () => {
    await open(show(resultsOf([contact(0), missing(4), contact(9, { outcome: 'unmatched', line: null })])));
    await page.getByRole('button', { name: '6' }).click();
    await press('ArrowUp', 'Enter');
    await page.locator('.row.notReturned .cell.phone').click();
    await page.getByRole('button', { name: 'Go to line 6' }).last().click();
    const asked = hosted.received.flatMap((message) => (message.type === 'goToRow' ? [message.place] : []));
    assert.deepEqual(asked, [4, 0, 4]);
    await page.locator('.row.unmatched .cell.phone').click();
    assert.equal(await page.locator('.details').getByRole('button').count(), 1, 'no line to go to');
  });

  it('shows what the stream has beside what was sent, marks what differs, and tells the row’s history', async () => {
    const stored = { ...(contact(1).stored ?? assert.fail()), firstName: 'Janet' };
    const row = contact(1, {
      outcome: 'present',
      note: 'otherName',
      remark: 'On the stream under “Janet Doe”. It may be another person.',
      stored,
      history: [
        ['unknown', '2023-01-18T10:53:36.000Z'],
        ['present', ''],
      ],
    });
    await open(show(resultsOf([contact(0), row], { actions: ['saveRest'] })));
    await page.getByText('1 found on the stream under another name', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save as CSV…' }).click();
    assert.deepEqual(hosted.received.slice(1), [{ type: 'act', action: 'saveRest' }]);
    assert.equal(await page.locator('.row.otherName .cell.name').innerText(), 'Jane Doe');
    await page.locator('.row.otherName .cell.name').click();
    const beside = page.locator('.beside tr.differs');
    assert.deepEqual(await beside.locator('td').allTextContents(), ['Jane', ' Janet']);
    assert.equal(await beside.getByRole('img', { name: 'Differs' }).count(), 1);
    assert.deepEqual(await page.locator('.history li').allInnerTexts(), [
      'Sent: no clear answer Jan 18, 2023, 10:53:36 AM',
      'Looked up: found on the stream time not known',
    ]);
    assert.deepEqual(await axeViolations(page), []);
  });

  it('hides, shows and resizes columns by mouse and keyboard, and keeps that', async () => {
    await open();
    const headings = () => page.getByRole('columnheader').allInnerTexts();
    const usual = await headings();
    assert.deepEqual(usual.slice(0, 4), ['Line', 'Outcome', 'Name', 'Phone number']);
    await page.getByRole('button', { name: 'Columns' }).click();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole('checkbox', { name: 'Country code' }).check();
    await page.getByRole('checkbox', { name: 'Status' }).press(' ');
    const chosen = ['Line', 'Outcome', 'Name', 'Phone number', 'Salutation', 'Country code', 'ID', 'Created'];
    assert.deepEqual(await headings(), chosen);
    await press('Escape');
    assert.ok(
      await page.getByRole('button', { name: 'Columns' }).evaluate((one: Dom) => one.matches(':focus')),
    );
    const width = async (name: string) => (await heading(name).boundingBox())?.width ?? 0;
    const before = await width('Phone number');
    await heading('Phone number').getByRole('button').focus();
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    assert.equal(await width('Phone number'), Math.round(before + 32));
    const box = (await heading('Name').boundingBox()) ?? assert.fail();
    await page.mouse.move(box.x + box.width - 2, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 198, box.y + 8);
    await page.mouse.up();
    assert.ok(Math.abs((await width('Name')) - 200) <= 2, String(await width('Name')));
    assert.equal(await heading('Name').getAttribute('aria-sort'), 'none', 'a drag does not sort');
    await hosted.reload();
    assert.deepEqual(await headings(), chosen);
    assert.ok(Math.abs((await width('Name')) - 200) <= 2);
    await hosted.show(show(sample(5, 2, { at: '2024-01-01T00:00:00.000Z' })));
    assert.deepEqual(await headings(), chosen, 'the next import, too');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'Default' }).click();
    assert.ok(!(await headings()).includes('Country code'));
  });

  it('copies the focused cell', async () => {
    await open(show(resultsOf([contact(0)])));
    await page.locator('.body .cell.phone').click();
    await press('Control+c');
    await page.getByRole('searchbox').focus();
    await press('Control+v');
    assert.equal(await page.getByRole('searchbox').inputValue(), phoneOf(contact(0)));
  });

  it('comes back after a reload as it was left', async () => {
    await open();
    await page.getByRole('searchbox').fill('a');
    await heading('ID').getByRole('button').click();
    await heading('ID').getByRole('button').click();
    await page.locator('.cell.name').nth(5).click();
    const name = await page.locator('.details h2').textContent();
    await page.locator('.grid').evaluate((grid: Dom) => grid.scrollTo({ top: 1200 }));
    await page.waitForTimeout(400);
    const before = await lines();
    await hosted.reload();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'a');
    assert.equal(await heading('ID').getAttribute('aria-sort'), 'descending');
    assert.equal(await page.locator('.details h2').textContent(), name);
    assert.equal(await page.locator('.grid').evaluate((grid: Dom) => grid.scrollTop), 1200);
    // All but the row that had the focus, which may have moved back into the window.
    assert.deepEqual((await lines()).slice(-20), before.slice(-20));
    assert.equal(hosted.received.filter(({ type }) => type === 'ready').length, 2);

    await hosted.show(show(sample(5, Infinity, { importId: 'another' })));
    await shown('5 of 5 shown');
    assert.equal(await page.getByRole('searchbox').inputValue(), '');
    assert.equal(await page.locator('.details:not([hidden])').count(), 0);
  });

  it('ignores messages that are none of the protocol’s', async () => {
    await open();
    const state = { ...sample(3), rows: [{}] };
    const bad = [
      null,
      'state',
      { type: 'state' },
      { type: 'state', state },
      { type: 'settled', id: 99, ok: true },
    ];
    for (const message of bad) await hosted.send(message);
    await shown('200 of 200 shown');
    await hosted.show(show(sample(3)));
    await shown('3 of 3 shown');
  });

  it('leaves rows where they are on the screen when the import ends, also at the end of the list', async () => {
    const running = sample(200, Infinity, { running: 'Sending' });
    const topOf = (line: number) =>
      page
        .locator(`.body [aria-rowindex="${line}"]`)
        .evaluate((row: Dom) => Math.round(row.getBoundingClientRect().top));
    for (const [top, line] of [
      [1200, 60],
      [100_000, 195],
    ] as const) {
      await open(show(running));
      await page.locator('.grid').evaluate((grid: Dom, to) => grid.scrollTo({ top: to }), top);
      const before = await topOf(line);
      await hosted.show(show({ ...running, running: '' }));
      await page.locator('.progress').waitFor({ state: 'hidden' });
      assert.equal(await topOf(line), before);
    }
  });

  it('says when nothing is answered, once, until there is something new to show', async () => {
    await open(show(resultsOf([missing(0, { outcome: 'refused' })], { actions: ['saveRest'] })));
    hosted.silent = true;
    // Nobody waits a minute here.
    await page.evaluate('{ const later = setTimeout; setTimeout = (run) => later(run, 0); }');
    await page.getByRole('button', { name: '2', exact: true }).click();
    await page.getByRole('button', { name: 'Save as CSV…' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    assert.equal(await alert.innerText(), 'VS Code did not answer. Close this page and open it again.');
    assert.deepEqual(await axeViolations(page), []);
    await hosted.show(show(sample(5)));
    await shown('5 of 5 shown');
    assert.equal(await alert.count(), 0);
  });

  it('speaks the editor’s language', async () => {
    const bundle = {
      '{shown, number} of {total, plural, one {#} other {#}} shown':
        '{total, plural, one {# Zeile} other {# Zeilen}}, {shown, number} davon hier',
      Line: 'Zeile',
    };
    hosted = await host.open(show(sample(1234)), { words: { type: 'words', language: 'de', bundle } });
    page = hosted.page;
    await shown('1.234 Zeilen, 1.234 davon hier');
    assert.equal(await heading('Zeile').count(), 1);
    assert.equal(await heading('Outcome').count(), 1, 'English where the bundle has nothing');
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    assert.equal(await page.locator('header time').textContent(), '18.01.2023, 10:53');
  });

  it('keeps 100,000 rows fluid by rendering only those in sight', async () => {
    await open();
    const drawn = await sendManyRows(hosted, 100_000);
    await shown('100,000 of 100,000 shown');
    assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '100001');
    const columns = await page.getByRole('columnheader').count();
    const nodes = () => page.locator('*').count();
    const most = async () => {
      const { height } = (await page.locator('.grid').boundingBox()) ?? assert.fail();
      return (Math.ceil(height / 24) + 20) * (columns + 2) + 200;
    };
    assert.ok((await nodes()) <= (await most()), `${await nodes()} nodes`);
    await page.getByRole('searchbox').focus();
    await press('ArrowDown', 'Control+End');
    assert.deepEqual(await focused(), [100_001, columns]);
    assert.ok((await nodes()) <= (await most()), `${await nodes()} nodes`);
    const sorting = Date.now();
    await heading('Name').getByRole('button').click();
    await page.locator('[aria-sort=ascending]').waitFor();
    const typing = Date.now();
    await page.getByRole('searchbox').fill('doe 91 99');
    await page.getByRole('status').filter({ hasText: '963 of 100,000 shown' }).waitFor();
    console.log(
      `      drawn ${Math.round(drawn)} ms after the last rows, sort ${typing - sorting} ms, first search ${Date.now() - typing} ms`,
    );
    assert.ok((await nodes()) <= (await most()));
  });

  it('draws only what is in sight, also of all columns in a narrow panel', async () => {
    hosted = await host.open(show(sample(2_000)), { width: 460, height: 700 });
    page = hosted.page;
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    const inSight = (cells: Dom[]) =>
      cells.filter(
        (cell) => cell.getBoundingClientRect().left < 460 && cell.getBoundingClientRect().right > 0,
      ).length;
    const size = async () => ({
      nodes: await page.locator('*').count(),
      rows: Math.ceil(((await page.locator('.grid').boundingBox())?.height ?? 0) / 24) - 1,
      columns: await page.getByRole('columnheader').evaluateAll(inSight),
    });
    for (const left of [0, 300, 100_000]) {
      await page.locator('.grid').evaluate((grid: Dom, to) => grid.scrollTo({ left: to }), left);
      const { nodes, rows, columns } = await size();
      assert.ok(nodes <= (rows + 20) * (columns + 2) + 200, JSON.stringify({ nodes, rows, columns }));
      const heads = await page
        .getByRole('columnheader')
        .evaluateAll((all: Dom[]) => all.map((one) => one.getBoundingClientRect().left));
      const cells = await page
        .locator('.row[aria-rowindex="3"] .cell')
        .evaluateAll((all: Dom[]) =>
          all.map(
            (one) => [Number(one.getAttribute('aria-colindex')), one.getBoundingClientRect().left] as const,
          ),
        );
      for (const [column, at] of cells) assert.equal(at, heads[column - 1]);
    }
    await page.getByRole('searchbox').focus();
    await press('ArrowDown', 'End', 'ArrowLeft', 'Home', 'ArrowDown', 'End');
    assert.deepEqual(await focused(), [3, 14]);
  });
});
