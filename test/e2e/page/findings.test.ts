import assert from 'node:assert/strict';
import { everySeverity, showFindings } from '../../support/page/findings';
import type { PageHost } from '../../support/page/host';
import type { ThemeName } from '../../support/page/themes';
import { axeViolations } from '../support/axe';
import { pageHost } from '../support/pages';

describe('findings page', function () {
  this.timeout(180_000);
  let host: PageHost;
  before(async () => (host = await pageHost()));

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies ThemeName[]) {
    it(`has no axe violation and breaks no policy in the ${theme} theme`, async () => {
      const { page, complaints } = await host.open(showFindings(everySeverity), { theme });
      assert.deepEqual(await axeViolations(page), []);
      assert.deepEqual(complaints, []);
    });
  }

  it('counts what was found, lists it, and asks for the place of each', async () => {
    const { page, received } = await host.open(showFindings(everySeverity));
    assert.equal(
      await page
        .locator('.facts')
        .innerText()
        .then((text) => text.replace(/\s+/g, ' ')),
      'Rows 812,345 Errors 12,004 Warnings 3,210 Information 1 Hints 1 Checked Mar 1, 2026, 9:30 AM',
    );
    assert.equal(await page.locator('.note').innerText(), everySeverity.notices[0]);
    assert.deepEqual(await page.locator('tbody tr').nth(1).locator('td').allInnerTexts(), [
      'Warning',
      'Line 612345, column 45',
      '“98765” is no valid phone number for +91.',
      'phone.invalid',
    ]);
    await page.getByRole('button', { name: 'Line 612345, column 45' }).press('Enter');
    assert.deepEqual(received, [{ type: 'ready' }, { type: 'goTo', line: 612_345, column: 45 }]);
  });

  it('keeps a long word inside a narrow panel, where the codes give way', async () => {
    const { page } = await host.open(showFindings(everySeverity), { width: 320 });
    const main = page.locator('main');
    assert.equal(
      await main.evaluate(
        (box: { scrollWidth: number; clientWidth: number }) => box.scrollWidth - box.clientWidth,
      ),
      0,
    );
    assert.equal(await page.locator('.rule').first().isVisible(), false);
  });

  it('shows markup as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const problems = everySeverity.problems.map((problem) => ({ ...problem, message: evil, code: evil }));
    const { page, complaints } = await host.open(
      showFindings({ ...everySeverity, fileName: evil, notices: [evil], problems }),
    );
    assert.equal(await page.locator('td.problem').first().textContent(), evil);
    assert.equal(await page.locator('h1').textContent(), evil);
    assert.equal(await page.locator('img').count(), 0);
    assert.deepEqual(complaints, []);
  });
});
