import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const ofColours = ['color-contrast', 'link-in-text-block'];

/** All there is to say of a page; only what hangs on its colours; or only what does not. */
export type Reading = 'all' | 'colours' | 'all but colours';

const optionsOf: Readonly<Record<Reading, RunOptions>> = {
  all: {},
  colours: { runOnly: { type: 'rule', values: ofColours } },
  'all but colours': { rules: Object.fromEntries(ofColours.map((rule) => [rule, { enabled: false }])) },
};

/** The rules are put into a window once: it takes longer to read them than to apply them. */
async function rulesIn(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
}

/**
 * What axe holds against the page as it stands: one sentence a rule, with the places. `serious` (serious and critical)
 * must be empty on every screen; `minor` is worth a look.
 * @param within a selector: read only this, such as a dialog over a page that was read already.
 */
export async function findingsOf(
  page: Page,
  { within, reading = 'all' }: { within?: string | undefined; reading?: Reading } = {},
): Promise<{ serious: string[]; minor: string[] }> {
  await rulesIn(page);
  // Of what the rules found only the violations are told in full.
  const asked = { within, options: { ...optionsOf[reading], resultTypes: ['violations'] } satisfies RunOptions };
  const { violations } = await page.evaluate(({ within: place, options }): Promise<AxeResults> => {
    const { axe: inPage } = window as unknown as { axe: { run: (at: unknown, how: unknown) => Promise<AxeResults> } };
    return inPage.run(place ?? document, options);
  }, asked);
  const serious: string[] = [];
  const minor: string[] = [];
  for (const { id, impact, help, nodes } of violations) {
    const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`).join('\n  ');
    const list = impact === 'serious' || impact === 'critical' ? serious : minor;
    list.push(`${id} (${impact}): ${help}\n  ${places}`);
  }
  return { serious, minor };
}
