import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with a page without frames, one line a rule.
 * @param rules which of axe's; all if unset
 */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Without frames axe needs no second page to put together what it found in them; and to describe every element that
  // is right, which nobody reads, takes it a third of its time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
