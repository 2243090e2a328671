import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { resultActions, type Results } from '../../../src/protocol/results';
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
import type { ThemeName } from '../../support/page/themes';
import { axeViolations } from '../support/axe';
import { pageHost } from '../support/pages';
import { poll } from '../support/poll';

const mixed = resultsOf(
  [contact(0), missing(1), ...sampleRows(60).slice(2), contact(60, { outcome: 'unmatched', line: null })],
  { sandbox: true, notice: 'The connection was lost. The rest was not sent.', actions: resultActions },
);

/** axe looks at every text on the page, which takes long: a few rows say as much as many. */
const every = resultsOf(everyOutcome, {
  sandbox: true,
  notice: 'The connection was lost. The rest was not sent.',
  actions: resultActions,
  rowCount: everyOutcome.length - 1 + 12_345,
  rowsNotListed: 12_345,
});

/** axe's rules whose answer depends on the theme. */
const aboutColour = ['color-contrast', 'link-in-text-block'];

describe('results page: policy, accessibility, layout', function () {
  this.timeout(180_000);
  let host: PageHost;
  before(async () => (host = await pageHost()));

  /** @param rules which of axe's; all if unset */
  async function accessible(hosted: HostedPage, state: string, rules?: readonly string[]): Promise<void> {
    assert.deepEqual(await axeViolations(hosted.page, rules), [], state);
  }

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies ThemeName[]) {
    it(`has no axe violation and breaks no policy in the ${theme} theme`, async () => {
      const hosted = await host.open(show(every), { theme });
      const { page } = hosted;
      // A theme changes colours and nothing else: whatever is not about them is judged once.
      const rules = theme === 'light' ? undefined : aboutColour;
      await accessible(hosted, 'table', rules);
      await hosted.send({ type: 'order', order: { do: 'mark', place: 0 } });
      await page.locator('.row[aria-current]').waitFor();
      await page.locator('.row.refused .cell.name').click({ modifiers: ['Control'] });
      await page.locator('.row.unknown .cell.name').click({ modifiers: ['Shift'] });
      await accessible(hosted, 'selected rows in the focused table', rules);
      await page.locator('.row.refused .cell.name').click();
      await accessible(hosted, 'details of a row in the focused table', rules);
      await page.locator('.details').focus();
      await accessible(hosted, 'details with the focus', rules);
      for (const outcome of ['Refused', 'Created']) {
        await page.getByRole('button', { name: `1 ${outcome}`, exact: true }).click();
        await accessible(hosted, `narrowed to ${outcome}`, rules);
      }
      await page.getByRole('searchbox').fill('nobody');
      await page.locator('.empty').waitFor();
      await accessible(hosted, 'no match', rules);
      assert.deepEqual(hosted.complaints, []);

      const whole = await host.open(show(resultsOf(everyOutcome)), { theme });
      await page.getByRole('searchbox').focus();
      for (const key of ['ArrowDown', 'Control+a']) await page.keyboard.press(key);
      await page.getByRole('slider').focus();
      await page.keyboard.press('ArrowRight');
      await accessible(whole, 'a stretch of the bar, and selected rows without the focus', rules);
      assert.deepEqual(whole.complaints, []);

      const empty = await host.open(show(resultsOf([])), { theme });
      await accessible(empty, 'no rows', rules);
      assert.deepEqual(empty.complaints, []);
    });
  }

  it('shows markup in any value as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const row = contact(0, {
      firstName: evil,
      stored: null,
      id: evil,
      message: evil,
      details: [[evil, evil]],
    });
    const about = { streamName: evil, fileName: evil, host: evil, notice: evil };
    const hosted = await host.open(show(resultsOf([row], { ...about, sandbox: true })));
    const { page } = hosted;
    assert.equal(await page.locator('.cell.name').last().textContent(), `${evil} Müller`);
    await page.locator('.cell.name').last().click();
    assert.equal(await page.locator('.details h2').textContent(), `${evil} Müller`);
    assert.equal(await page.locator('.details dd').last().textContent(), evil);
    assert.equal(await page.locator('.details .message p').textContent(), evil);
    assert.equal(await page.locator('.notice').textContent(), evil);
    assert.equal(await page.locator('h1').textContent(), evil);
    assert.equal(await page.locator('img').count(), 0);
    assert.deepEqual(hosted.complaints, []);
  });

  for (const width of [1100, 600, 320]) {
    it(`keeps headings above their columns at ${width} px, and the page from scrolling sideways`, async () => {
      const { page } = await host.open(show(mixed), { width });
      for (const left of [0, 400, 100_000]) {
        await page.locator('.grid').evaluate((grid: Dom, to) => grid.scrollTo({ left: to }), left);
        const edges = (rows: string) =>
          page.locator(`${rows} .cell`).evaluateAll((cells: Dom[]) =>
            cells.map((cell) => {
              const { left: start, right: end } = cell.getBoundingClientRect();
              return `${cell.getAttribute('aria-colindex') ?? ''}: ${start.toFixed(1)} ${end.toFixed(1)}`;
            }),
          );
        const heads = await edges('.head');
        const last = page.locator(`.body .row:nth-child(3) [aria-colindex="${heads.length}"]`);
        if (left > 1_000) await last.waitFor();
        // Only those in sight are drawn, and the first three stay in place a frame after the others have moved.
        const inSight = (cells: readonly string[]) =>
          heads.filter((head) => cells.some((cell) => cell.split(':')[0] === head.split(':')[0]));
        const cells = await poll('cells below their headings', async () => {
          const now = await edges('.body .row:nth-child(3)');
          return isDeepStrictEqual(now, inSight(now)) ? now : undefined;
        });
        assert.ok(cells.length > 3);
      }
      const line = await page.locator('.body .row:nth-child(3) .cell.line').boundingBox();
      assert.equal(line?.x, 0, 'the line number stays in sight');
      const overflow = await page
        .locator('html')
        .evaluate((html: Dom) => html.scrollWidth - html.clientWidth);
      assert.equal(overflow, 0);
    });
  }

  it('is of use at 200 % of a small window, and moves nothing for those who want that', async () => {
    const { page } = await host.open(show({ ...mixed, notice: '' }), { width: 640, height: 400 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.locator('*').evaluateAll((all: Dom[]) =>
      all.filter((one) => {
        const { transitionDuration, animationName } = one.ownerDocument.defaultView.getComputedStyle(one);
        return transitionDuration !== '0s' || animationName !== 'none';
      }),
    );
    await page.emulateMedia({ reducedMotion: null });
    assert.equal(moving.length, 0);
    const sideways = await page.locator('html').evaluate((html: Dom) => html.scrollWidth - html.clientWidth);
    assert.equal(sideways, 0);
    await page.getByRole('searchbox').focus();
    for (const key of ['ArrowDown', 'Control+End', 'Enter']) await page.keyboard.press(key);
    for (const part of ['.details h2', '.row[aria-selected=true]']) {
      const box = await page.locator(part).boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= 400, `${part} ${JSON.stringify(box)}`);
    }
  });

  it('can be told apart in the colours that Windows forces on it', async () => {
    const { page } = await host.open(show({ ...mixed, running: 'Sending' }));
    await page.emulateMedia({ forcedColors: 'active' });
    await page.locator('.count.created').click();
    await page.mouse.move(0, 0);
    const colours = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one: Dom) => {
          const { backgroundColor, color } = one.ownerDocument.defaultView.getComputedStyle(one);
          return { backgroundColor, color };
        });
    const [pressed, other] = [await colours('[aria-pressed=true]'), await colours('[aria-pressed=false]')];
    const [link, text] = [await colours('.body .link'), await colours('.body .cell.name')];
    await page.emulateMedia({ forcedColors: null });
    assert.notEqual(pressed.backgroundColor, other.backgroundColor);
    assert.notEqual(pressed.backgroundColor, pressed.color);
    assert.notEqual(link.color, text.color);
  });

  it('puts the details beside the table, or below it in a narrow panel', async () => {
    const { page } = await host.open(show(mixed), { width: 1100 });
    await page.locator('.cell.name').nth(2).click();
    const place = async () => {
      const pane = await page.locator('.pane').boundingBox();
      const details = await page.locator('.details').boundingBox();
      assert.ok(pane && details);
      return details.x >= pane.x + pane.width
        ? 'beside'
        : details.y >= pane.y + pane.height
          ? 'below'
          : 'over';
    };
    assert.equal(await place(), 'beside');
    await page.setViewportSize({ width: 500, height: 700 });
    assert.equal(await place(), 'below');
  });

  it('stays of use in a narrow panel, whatever the header has to say', async () => {
    const { page } = await host.open(show(every), { width: 320, height: 720 });
    await page.getByRole('button', { name: '1 Refused', exact: true }).click();
    await page.locator('.body .cell.outcome').click();
    for (const part of ['.body .row', '.details h2', '.details .message p']) {
      const box = await page.locator(part).boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= 720, part);
    }
  });

  it('says where it went, and that it was the sandbox', async () => {
    const { page } = await host.open(show(mixed));
    const header = page.locator('header');
    for (const text of ['SANDBOX', 'Support EU', 'eu-platform.kore.ai', 'contacts.csv', 'Jan 18, 2023']) {
      assert.match((await header.textContent()) ?? '', new RegExp(text));
    }
    assert.equal(await header.locator('time').getAttribute('title'), mixed.at);

    const { page: good } = await host.open(show(sample(3)));
    assert.equal(await good.locator('.badge').count(), 0);
  });

  it('counts the rows, what was created, and every other outcome that there is, the most pressing first', async () => {
    const numbers = async (results: Results) => {
      const { page } = await host.open(show(results));
      return (await page.locator('.counts li').allInnerTexts()).map((text) =>
        text.split(/\s*\n\s*/).join(' '),
      );
    };
    const change = { rowCount: 1234, counts: { ...every.counts, created: 1228 } };
    assert.deepEqual(await numbers({ ...every, ...change }), [
      '1,234 Rows',
      '1,228 Created',
      '1 Refused',
      '1 Not returned',
      '1 Unknown',
      '1 Not found on stream',
      '1 Not sent',
      '1 Not matched',
      '1 Found on stream',
    ]);
    assert.deepEqual(await numbers(sample(3)), ['3 Rows', '3 Created']);
    const none = resultsOf([missing(0), missing(1, { outcome: 'notSent' })]);
    assert.deepEqual(await numbers(none), ['2 Rows', '0 Created', '1 Not returned', '1 Not sent']);
  });

  it('has each icon that its style names in the font', async () => {
    const { page } = await host.open(show(every));
    const lacking = await page.evaluate<string[]>(`document.fonts.load('16px codicon', '\\uea6c').then(() => {
      const drawn = (text) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 20, height: 20 });
        const context = canvas.getContext('2d');
        context.font = '16px codicon';
        context.fillText(text, 2, 18);
        return canvas.toDataURL();
      };
      const lacking = drawn('\uf8fe');
      return [...document.styleSheets]
        .flatMap(({ cssRules }) => [...cssRules])
        .filter(({ selectorText }) => /^\\.codicon-.*::?before$/.test(selectorText))
        .filter(({ style }) => drawn(style.content.slice(1, -1)) === lacking)
        .map(({ selectorText }) => selectorText);
    })`);
    assert.deepEqual(lacking, []);
  });

  it('gives each outcome an icon of its own beside its word, and alarms only where a look is needed', async () => {
    const { page } = await host.open(show(every));
    const icons = await page
      .locator('.counts .codicon')
      .evaluateAll((found: Dom[]) => found.map((icon) => icon.getAttribute('class')));
    assert.equal(new Set(icons).size, 8);
    const alarmed = ['Refused', 'Not returned', 'Unknown', 'Not found on stream'];
    const tinted = await page
      .locator('.count:not(.all)')
      .evaluateAll((counts: Dom[]) =>
        counts
          .filter(
            (count) =>
              count.ownerDocument.defaultView.getComputedStyle(count).backgroundColor !== 'rgba(0, 0, 0, 0)',
          )
          .map((count) => count.querySelector('.label')?.textContent),
      );
    assert.deepEqual(tinted, alarmed);
    const edged = await page
      .locator('.body .row')
      .evaluateAll((rows: Dom[]) =>
        rows
          .filter(
            (row) =>
              row.ownerDocument.defaultView.getComputedStyle(row.querySelector('.line')).boxShadow !== 'none',
          )
          .map((row) => row.querySelector('.outcome')?.textContent),
      );
    assert.deepEqual(edged.toSorted(), alarmed.toSorted());
  });

  for (const width of [1100, 460, 320]) {
    it(`shows many counts whole at ${width} px`, async () => {
      const counts = { ...every.counts, created: 1_204_480 };
      const { page } = await host.open(
        show({ ...every, rowCount: 1_204_487, counts, rowsNotListed: 1_204_480 }),
        { width },
      );
      const heights = await page
        .locator('.counts li')
        .evaluateAll((items: Dom[]) =>
          items.map((item) => item.getBoundingClientRect().bottom - item.getBoundingClientRect().top),
        );
      assert.ok(Math.max(...heights) < 28, 'no label takes two lines');
      const cut = await page
        .locator('.count')
        .evaluateAll((found: Dom[]) => found.filter((count) => count.scrollWidth > count.clientWidth).length);
      assert.equal(cut, 0);
    });
  }

  it('leaves the rows their room: at most 120 px for file and counts at 460 px, ten rows above the Problems panel', async () => {
    const { page } = await host.open(show({ ...every, notice: '' }), { width: 460 });
    const bottom = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      return box === null ? NaN : box.y + box.height;
    };
    assert.ok((await bottom('.counts')) <= 120, String(await bottom('.counts')));
    const { page: usual } = await host.open(show({ ...mixed, notice: '' }), { width: 490, height: 430 });
    const last = await usual.locator('.body .row').nth(9).boundingBox();
    assert.ok(last && last.y + last.height <= 430, JSON.stringify(last));
  });

  for (const width of [1100, 460, 350]) {
    it(`keeps line, outcome and name in sight at ${width} px, and room for another column`, async () => {
      const { page } = await host.open(show(mixed), { width });
      await page.locator('.grid').evaluate((grid: Dom) => grid.scrollTo({ left: 100_000 }));
      const row = page.locator('.body .row:nth-child(3)');
      let left = 0;
      for (const column of ['line', 'outcome', 'name']) {
        const box = await row.locator(`.cell.${column}`).boundingBox();
        assert.ok(box && Math.abs(box.x - left) < 1, column);
        left = box.x + box.width;
      }
      assert.ok(width - left > 100, `${width - left} px are left`);
    });
  }

  it('tells why the import ended, and a line for each outcome that is not created', async () => {
    const { page } = await host.open(show(every));
    const notice = page.locator('header').getByRole('status');
    assert.equal(await notice.textContent(), `${every.notice} Find Them on the Stream…`);
    assert.equal(await notice.locator('.codicon-warning').count(), 1);
    const story = async () =>
      (await page.locator('.happened .line').allInnerTexts()).map((text) =>
        text.split(/\s*\n\s*/).join(' · '),
      );
    assert.deepEqual(await story(), [
      '1 refused: “cellPhoneNumber must contain numeric digits without any special characters.” · Show · Save as CSV…',
      '1 not returned · Show · Look It Up…',
      '1 got no clear answer and may exist: The connection was reset before an answer came. · Show · Look It Up…',
      '1 not found on the stream · Show · Send It… · Save as CSV…',
      '1 not sent: The import stopped before this row. · Show · Save as CSV…',
      '1 returned contact not matched to a row · Show · Nothing to do',
      '1 found on the stream · Show · Nothing to do',
    ]);

    await host.open(show(resultsOf([missing(0)])));
    assert.deepEqual(await story(), ['1 not returned · Show · Look in Agent Assist']);
    assert.equal(await page.locator('header').getByRole('status').count(), 0);

    await host.open(show(sample(3)));
    assert.equal(await page.getByRole('region', { name: 'What happened' }).count(), 0);
  });

  for (const width of [350, 320, 250]) {
    it(`leaves the extent its room at ${width} px`, async () => {
      const { page } = await host.open(show(every), { width });
      const heights = await page
        .locator('.extent > :not(:empty)')
        .evaluateAll((found: Dom[]) =>
          found.map((one) => one.getBoundingClientRect().bottom - one.getBoundingClientRect().top),
        );
      assert.ok(Math.max(...heights) < 28, heights.map(Math.round).join());
    });
  }

  for (const width of [460, 350, 250]) {
    it(`covers no word with the filter box at ${width} px, however much is not listed`, async () => {
      const unlisted = { ...every, rowCount: 9_999_999, rowsNotListed: 9_999_970 };
      const { page } = await host.open(show(unlisted), { width });
      const box = await page.locator('.filter-box').boundingBox();
      const words = await page.getByText('more rows are counted but not listed').boundingBox();
      assert.ok(box && words);
      assert.ok(words.x >= 0 && words.x + words.width <= width, JSON.stringify(words));
      assert.ok(words.y >= box.y + box.height || words.x >= box.x + box.width, JSON.stringify([box, words]));
    });
  }

  for (const width of [600, 500, 350, 250]) {
    it(`shows a reason whole at ${width} px`, async () => {
      const { page } = await host.open(show(every), { width });
      const cut = await page
        .locator('.happened .sentence')
        .evaluateAll((found: Dom[]) =>
          found.map((one) => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]),
        );
      assert.ok(Math.max(...cut.flat()) <= 1, cut.join(' '));
    });
  }

  it('says how many rows are not listed, also when none is', async () => {
    const { page } = await host.open(show(every));
    const sentence = page.getByText('12,345 more rows are counted but not listed.', { exact: true });
    assert.ok(await sentence.isVisible());
    const unlisted = { rowCount: 12_345, rowsNotListed: 12_345 };
    const { page: none } = await host.open(show(resultsOf([], unlisted)));
    assert.equal(await none.locator('.empty p').innerText(), '12,345 more rows are counted but not listed.');
    const { page: whole } = await host.open(show(sample(3)));
    assert.equal(await whole.getByText('more rows').count(), 0);
  });

  it('keeps a message’s lines, and the longest one inside the pane', async () => {
    const message = `first\n  second\n${'x'.repeat(4_000)}`;
    const { page } = await host.open(show(resultsOf([missing(0, { outcome: 'refused', message })])), {
      width: 320,
    });
    await page.locator('.body .cell.name').click();
    const shown = page.locator('.details .message p');
    assert.equal(await shown.textContent(), message);
    assert.match(await shown.innerText(), /^first\n {2}second\n/);
    const pane = page.locator('.details');
    assert.equal(await pane.evaluate(({ scrollWidth, clientWidth }: Dom) => scrollWidth - clientWidth), 0);
  });
});
