import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import { goTo } from './go-to.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { type Ask, openTwoTeams } from './two-teams.ts';

export const title =
  'Learning: a gap, the course that closes it, failed and passed, the certificate with its evidence, the rung met, and reopened when it expires';

/** Ann aims at a rung that asks a skill and a certificate; one course leads to both. */
async function furnish(asVera: Ask, annId: string): Promise<void> {
  const [skillId, profileId, certificateId, rungId, courseId] = Array.from({ length: 5 }, () => uuidv7());
  await asVera('post', '/api/v1/skills', { id: skillId, name: 'Negotiation' });
  const requirements = [{ skillId, required: 3, weight: 1 }];
  await asVera('post', '/api/v1/role-profiles', { id: profileId, name: 'Expert', requirements });
  const holds = { mode: 'completion', months: 12, windowMonths: 1 };
  await asVera('post', '/api/v1/certificates', { id: certificateId, name: 'Negotiator', ...holds });
  const rung = { name: 'Expert', track: 'specialist', profileId, certificateIds: [certificateId] };
  await asVera('post', '/api/v1/rungs', { id: rungId, ...rung });
  await asVera('put', `/api/v1/careers/${annId}`, { aimRungId: rungId }, 0);
  await asVera('post', '/api/v1/goals', { id: uuidv7(), personId: annId, certificateId, dueOn: '2099-12-31' });
  await asVera('post', '/api/v1/courses', {
    ...{ id: courseId, name: 'Give and get', hours: 4, certificateId, raises: [{ skillId, level: 3 }] },
    sections: [{ id: uuidv7(), kind: 'text', title: 'Every gift has an if', body: 'First the condition.', link: null }],
  });
  const options = ['The condition', 'The gift'].map((text) => ({ id: uuidv7(), text }));
  const question = { id: uuidv7(), text: 'What comes first?', options, rightIds: [options[0]?.id] };
  const questions = [{ ...question, explanation: 'A gift without a condition is forgotten.' }];
  const rules = { questionCount: 1, passRatio: 1, attemptLimit: 2, minutes: 10 };
  await asVera('post', '/api/v1/quizzes', { id: courseId, ...rules, questions });
}

async function answer(page: Page, option: string): Promise<void> {
  await page.getByRole('radio', { name: option }).click();
  await page.getByText('1 of 1 answered').waitFor();
  await page.getByRole('button', { name: 'Hand in' }).click();
}

export async function run(context: StoryContext): Promise<void> {
  const { openWindow, step, picture } = context;
  const folder = mkdtempSync(join(tmpdir(), 'milepost-clock-'));
  const clock = join(folder, 'days');
  writeFileSync(clock, '0');
  const preload = new URL('./moved-clock.ts', import.meta.url).href;
  const env = { MOVED_CLOCK: clock, NODE_OPTIONS: `--import=${preload}` };
  const startServer: StoryContext['startServer'] = (options) => context.startServer({ ...options, env });
  const { server, asVera, idOf } = await openTwoTeams({ ...context, startServer });
  const { url } = server;
  await furnish(asVera, idOf('Ann'));
  const ann = await openWindow();
  await signIn(ann, url, 'ann@acme.example');

  await step('she sees her gap, and on her path the course that closes it', async () => {
    await goTo(ann, '/growth/skills');
    await ann.getByRole('button', { name: /^Gap in Negotiation: 3/ }).waitFor();
    await goTo(ann, '/growth/path');
    await ann.getByText('for a certificate that is a goal · Negotiation 3').waitFor();
    await picture(ann, 'path');
    await ann.getByRole('link', { name: 'Give and get' }).click();
  });
  await step('she takes it, reads, and fails its quiz: the material stays, and one attempt is left', async () => {
    await ann.getByRole('button', { name: 'Take this course' }).click();
    await ann.getByRole('button', { name: 'I have read this: Every gift has an if' }).click();
    await ann.getByText('1 of 2 parts done').waitFor();
    await ann.getByRole('button', { name: 'Start the quiz' }).click();
    await answer(ann, 'The gift');
    await ann.getByText('not passed').waitFor();
    await ann.getByText('A gift without a condition is forgotten.').waitFor();
    await ann.getByText('First the condition.').waitFor();
    await ann.getByText('1 of 2 attempts left').waitFor();
  });
  await step('she tries again and passes: the course is done', async () => {
    await ann.getByRole('button', { name: 'Try again' }).click();
    await answer(ann, 'The condition');
    await ann.getByText('passed', { exact: true }).waitFor();
    await ann.getByText(/^Certificate earned, until/).waitFor();
    await picture(ann, 'course');
  });
  await step('the certificate stands with the quiz as its evidence, and the goal is reached', async () => {
    await goTo(ann, '/growth/certificates');
    await ann.getByText('Passed quiz').waitFor();
    await ann.getByText('valid', { exact: true }).waitFor();
    await ann.getByText('reached', { exact: true }).waitFor();
  });
  const rung = () => ann.getByRole('button', { name: /^Expert/ });
  await step('her manager assesses what she can do now, and the rung is met', async () => {
    const mia = await openWindow();
    await signIn(mia, url, 'mia@acme.example');
    await goTo(mia, '/growth/team');
    await mia.getByRole('link', { name: 'Ann' }).click();
    await mia.getByRole('button', { name: 'Assess Negotiation' }).click();
    const sheet = mia.getByRole('dialog');
    await sheet.getByRole('radio', { name: 'Level 3' }).click();
    await sheet.getByLabel('Note').fill('Gave nothing without an if');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await picture(mia, 'assessed');
    await goTo(ann, '/growth/ladder');
    await rung().getByText('reached', { exact: true }).waitFor();
  });
  await step(
    'a year on it has expired: the goal is open again, the rung is not met, the course is back on her path',
    async () => {
      await server.stop();
      writeFileSync(clock, '370');
      await server.start();
      await ann.context().clearCookies();
      await signIn(ann, url, 'ann@acme.example');
      await goTo(ann, '/growth/certificates');
      await ann.getByText('expired', { exact: true }).waitFor();
      await ann.getByText(/reopened on/).waitFor();
      await picture(ann, 'expired');
      await goTo(ann, '/growth/ladder');
      await rung().waitFor();
      assert.equal(await rung().getByText('reached', { exact: true }).count(), 0);
      await goTo(ann, '/growth/path');
      await ann.getByRole('link', { name: 'Give and get' }).waitFor();
    },
  );
  rmSync(folder, { recursive: true, force: true });
}
