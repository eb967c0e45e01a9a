import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe holds against the page as it stands: one sentence a rule, with the places. `serious` (serious and critical)
 * must be empty on every screen; `minor` is worth a look.
 */
export async function findingsOf(page: Page): Promise<{ serious: string[]; minor: string[] }> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious: string[] = [];
  const minor: string[] = [];
  for (const { id, impact, help, nodes } of violations) {
    const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`).join('\n  ');
    const list = impact === 'serious' || impact === 'critical' ? serious : minor;
    list.push(`${id} (${impact}): ${help}\n  ${places}`);
  }
  return { serious, minor };
}
