import type { Page } from 'playwright-core';

/** A password that is long enough for every story. */
export const password = 'a long walk by the sea';

/** Signs in by the screen, as a person does, and waits for the first room. */
export async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Rooms' }).first().waitFor();
}
