import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const ofColours = ['color-contrast', 'link-in-text-block'];

/** All there is to say of a page; only what hangs on its colours; or only what does not. */
export type Reading = 'all' | 'colours' | 'all but colours';

/**
 * What axe holds against the page as it stands: one sentence a rule, with the places. `serious` (serious and critical)
 * must be empty on every screen; `minor` is worth a look.
 * @param within a selector: read only this, such as a dialog over a page that was read already.
 */
export async function findingsOf(
  page: Page,
  { within, reading = 'all' }: { within?: string | undefined; reading?: Reading } = {},
): Promise<{ serious: string[]; minor: string[] }> {
  // No screen has frames, so axe need not gather them in a window of its own, which takes longer than the reading itself. Of what the
  // rules found only the violations are told in full.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (reading === 'colours') axe.withRules(ofColours);
  if (reading === 'all but colours') axe.disableRules(ofColours);
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  const serious: string[] = [];
  const minor: string[] = [];
  for (const { id, impact, help, nodes } of violations) {
    const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`).join('\n  ');
    const list = impact === 'serious' || impact === 'critical' ? serious : minor;
    list.push(`${id} (${impact}): ${help}\n  ${places}`);
  }
  return { serious, minor };
}
