import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Dom } from '../../support/page/dom';
import { PageHost, type HostedPage } from '../../support/page/host';
import { contact, missing, resultsOf, sample, show } from '../../support/page/results';
import type { ThemeName } from '../../support/page/themes';

const mixed = resultsOf(
  [contact(0), missing(1), ...sample(60).rows.slice(2), contact(60, { outcome: 'unmatched', line: null })],
  { sandbox: true },
);

/** axe looks at every text on the page, which takes long: a few rows say as much as many. */
const few = resultsOf(
  [contact(0), missing(1), contact(2), contact(5, { outcome: 'unmatched', line: null })],
  {
    sandbox: true,
  },
);

describe('results page: policy, accessibility, layout', function () {
  this.timeout(180_000);
  let host: PageHost;
  before(async () => (host = await PageHost.start()));
  afterEach(() => host.closePages());
  after(() => host.stop());

  async function accessible(hosted: HostedPage, state: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: hosted.page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    assert.deepEqual(found, [], state);
  }

  for (const theme of ['light', 'dark', 'highContrast'] satisfies ThemeName[]) {
    it(`has no axe violation and breaks no policy in the ${theme} theme`, async () => {
      const hosted = await host.open(show(few), { theme });
      const { page } = hosted;
      await accessible(hosted, 'table');
      await page.locator('.row.notReturned .cell.firstName').click();
      await accessible(hosted, 'details of a row in the focused table');
      await page.locator('.details').focus();
      await accessible(hosted, 'details with the focus');
      await page.getByRole('button', { name: 'Show Only These' }).click();
      await accessible(hosted, 'narrowed');
      await page.getByRole('searchbox').fill('nobody');
      await page.locator('.empty').waitFor();
      await accessible(hosted, 'no match');
      assert.deepEqual(hosted.complaints, []);

      const empty = await host.open(show(resultsOf([])), { theme });
      await accessible(empty, 'no rows');
      assert.deepEqual(empty.complaints, []);
    });
  }

  it('shows markup in any value as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const row = contact(0, { firstName: evil, fullName: evil, id: evil, details: [[evil, evil]] });
    const hosted = await host.open(
      show(resultsOf([row], { streamName: evil, fileName: evil, host: evil, sandbox: true })),
    );
    const { page } = hosted;
    assert.equal(await page.locator('.cell.firstName').last().textContent(), evil);
    await page.locator('.cell.firstName').last().click();
    assert.equal(await page.locator('.details h2').textContent(), evil);
    assert.equal(await page.locator('.details dd').last().textContent(), evil);
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
              return `${start.toFixed(1)} ${end.toFixed(1)}`;
            }),
          );
        assert.deepEqual(await edges('.body .row:nth-child(3)'), await edges('.head'));
      }
      const line = await page.locator('.body .row:nth-child(3) .cell.line').boundingBox();
      assert.equal(line?.x, 0, 'the line number stays in sight');
      const overflow = await page
        .locator('html')
        .evaluate((html: Dom) => html.scrollWidth - html.clientWidth);
      assert.equal(overflow, 0);
    });
  }

  it('puts the details beside the table, or below it in a narrow panel', async () => {
    const { page } = await host.open(show(mixed), { width: 1100 });
    await page.locator('.cell.firstName').nth(2).click();
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

  it('says plainly what was not returned, where it went, and that it was the sandbox', async () => {
    const { page } = await host.open(show(mixed));
    const header = page.locator('header');
    for (const text of ['SANDBOX', 'Support EU', 'eu-platform.kore.ai', 'contacts.csv', 'Jan 18, 2023']) {
      assert.match((await header.textContent()) ?? '', new RegExp(text));
    }
    assert.deepEqual(await header.locator('.count dd:first-of-type').allTextContents(), ['60', '60', '1']);
    assert.equal(await header.locator('time').getAttribute('title'), mixed.at);

    const { page: good } = await host.open(show(sample(3)));
    assert.equal(await good.getByRole('button', { name: 'Show Only These' }).count(), 0);
    assert.equal(await good.locator('.banner').count(), 0);
  });
});
