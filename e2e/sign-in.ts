import assert from 'node:assert/strict';
import type { APIRequestContext, Page } from 'playwright-core';

/** A password that is long enough for every story. */
export const password = 'a long walk by the sea';

const isIn = (page: Page) => page.getByRole('navigation', { name: 'Rooms' }).first().waitFor();

/** Signs in by the screen, as a person does, and waits for the first room. */
export async function signInByScreen(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await isIn(page);
}

/** Signs a window in without a screen. */
export async function letIn({ request }: { request: APIRequestContext }, url: string, email: string): Promise<void> {
  const answer = await request.post(`${url}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: url },
  });
  assert.ok(answer.ok(), `signing in answered ${answer.status()}`);
}

/** Opens the first room as somebody who has signed in: day.e2e.ts does it by the screen. */
export async function signIn(page: Page, url: string, email: string): Promise<void> {
  await letIn(page, url, email);
  await page.goto(url);
  await isIn(page);
}
