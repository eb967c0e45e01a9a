import { goTo } from './go-to.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
export const title = 'shots';
export async function run({ openWindow }: StoryContext): Promise<void> {
  const url = 'http://127.0.0.1:41877';
  const page = await openWindow();
  await page.goto(url);
  await page.getByRole('button', { name: /Max / }).first().click().catch(() => undefined);
  await page.waitForTimeout(3000);
  const shots: [string, string][] = [['attainment','/review/attainment'],['quarter','/review/attainment?grain=quarter&by=line'],['overview','/review/overview'],['kpis','/review/kpis'],['satisfaction','/review/satisfaction'],['scorecard','/plan/scorecard'],['segment','/review/attainment?grain=year&by=segment']];
  for (const [w, scheme] of [[1280,'light'],[390,'dark'],[1280,'dark'],[390,'light']] as const) {
    await page.setViewportSize({ width: w, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    for (const [name, path] of shots) {
      if (w === 1280 && scheme === 'dark' && name !== 'attainment' && name !== 'overview') continue;
      if (w === 390 && scheme === 'light' && name !== 'attainment') continue;
      await page.goto(url + path);
      await page.waitForTimeout(2500);
      await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached', timeout: 60000 }).catch(() => undefined);
      await page.waitForTimeout(800);
      // all of it: the main scroller grows
      await page.addStyleTag({ content: 'html,body,#app{height:auto!important;overflow:visible!important}' });
      const h = await page.evaluate(() => Math.max(...[...document.querySelectorAll('main, main *')].map((e) => e.scrollHeight)));
      await page.setViewportSize({ width: w, height: Math.min(4000, h + 200) });
      await page.waitForTimeout(500);
      await page.screenshot({ path: `/tmp/shots/${name}-${w}-${scheme}.png` });
      await page.setViewportSize({ width: w, height: 900 });
      console.log(name, w, scheme);
    }
  }
}
