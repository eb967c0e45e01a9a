import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import { goTo } from './go-to.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { type Ask, openTwoTeams } from './two-teams.ts';
import { until } from './until.ts';

export const title =
  'Mentors: a manager matches 12 mentees to 5 mentors, pins one, sees the price, assigns; mentor and mentee log a joint visit';

/** Beside Ann eleven others of North have something to learn; beside Ben four others of South guide. */
const others = ['Ada', 'Bea', 'Cem', 'Dora', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jan', 'Kim'];
const guides = ['Leo', 'Moa', 'Nils', 'Olga'];

async function furnish(asVera: Ask, idOf: (name: 'Ann' | 'Ben') => string): Promise<void> {
  const { items: teams } = await asVera<{ items: { id: string; name: string }[] }>('get', '/api/v1/teams');
  const teamOf = (name: string) => teams.find((team) => team.name === name)?.id;
  const hire = async (name: string, team: string): Promise<string> => {
    const person = { id: uuidv7(), name, email: `${name.toLowerCase()}@acme.example`, role: 'rep' };
    await asVera('post', '/api/v1/people', { ...person, teamId: teamOf(team) });
    return person.id;
  };
  const learners = [idOf('Ann')];
  for (const name of others) learners.push(await hire(name, 'North'));
  for (const [at, personId] of learners.entries())
    await asVera('post', '/api/v1/mentee-profiles', {
      ...{ id: uuidv7(), personId, isSeeking: true },
      needs: [
        { skill: 'Closing', level: at % 3, required: 4, weight: 2 },
        { skill: 'Calling', level: 1 + (at % 2), required: 4, weight: 1 },
      ],
    });
  const mentors = [idOf('Ben')];
  for (const name of guides) mentors.push(await hire(name, 'South'));
  for (const [at, personId] of mentors.entries())
    await asVera('post', '/api/v1/mentor-profiles', {
      ...{ id: uuidv7(), personId, capacity: 2, isOpen: true },
      gives: [
        { skill: 'closing', level: 3 + (at % 3) },
        { skill: 'calling', level: 4 - (at % 2) },
      ],
    });
}

export async function run(context: StoryContext): Promise<void> {
  const { openWindow, step, picture } = context;
  const { server, asVera, idOf } = await openTwoTeams(context);
  const { url } = server;
  await furnish(asVera, idOf);
  const mia = await openWindow();
  await signIn(mia, url, 'mia@acme.example');

  await step('12 mentees, 5 mentors of 2 places: ten pairs are proposed, and two wait with the reason', async () => {
    await goTo(mia, '/growth/matching');
    await mia.getByRole('button', { name: 'Assign 10 pairs' }).waitFor();
    await mia.getByRole('heading', { name: '2 people wait' }).waitFor();
    await until(
      () => mia.getByText(/^Places are short; the best fit missed is/).count(),
      (count) => count === 2,
    );
    await picture(mia, 'matching');
  });
  await step('she pins Ann to Ben, and sees at once what it costs', async () => {
    await mia.getByRole('button', { name: 'Other mentors for Ann' }).click();
    await mia.getByRole('dialog').getByRole('button', { name: 'Pin Ann to Ben' }).click();
    const price = mia.getByRole('button', { name: /^Price of decisions by hand: / });
    await price.waitFor();
    await mia.getByRole('button', { name: 'Take back: Ann with Ben' }).waitFor();
    await price.click();
    await mia
      .getByRole('dialog')
      .getByText(/total without them/)
      .first()
      .waitFor();
    await mia.keyboard.press('Escape');
    await mia.getByRole('dialog').waitFor({ state: 'hidden' });
  });
  await step('each side of the dial is a proposal of its own that keeps the pin', async () => {
    for (const name of ['Stable', 'Fair', 'Largest total']) {
      await mia.getByRole('radio', { name }).check();
      await mia.locator('[data-mentee="Ann"]').getByText('with Ben').waitFor();
      await mia.getByRole('button', { name: /^Assign \d+ pairs$/ }).waitFor();
    }
  });
  await step('assigned in one go: ten pairs run, two still look for a mentor', async () => {
    await mia.getByRole('button', { name: 'Assign 10 pairs' }).click();
    await mia.getByRole('dialog').getByRole('button', { name: 'Assign' }).click();
    await mia.getByText('10 pairs assigned', { exact: true }).waitFor();
    const { items } = await asVera<{ items: { mentor: { name: string }; mentee: { name: string } }[] }>(
      'get',
      '/api/v1/mentorships',
    );
    assert.equal(items.length, 10);
    assert.equal(items.find(({ mentee }) => mentee.name === 'Ann')?.mentor.name, 'Ben');
  });
  await step('Ann logs a joint visit with what was seen; Ben reads it, and how far she has come', async () => {
    const ann = await openWindow();
    await signIn(ann, url, 'ann@acme.example');
    await goTo(ann, '/growth/pairs');
    await ann.getByRole('link', { name: 'Ann – Ben' }).click();
    await ann.getByRole('button', { name: 'Log a joint visit' }).first().click();
    const sheet = ann.getByRole('dialog', { name: 'Log a joint visit' });
    await sheet.getByLabel('What it was about').fill('Together at Huaxin');
    await sheet.getByRole('combobox', { name: 'Closing' }).click();
    await ann.getByRole('option', { name: '2 – with help' }).click();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await ann.getByText('Together at Huaxin').first().waitFor();
    await ann.getByRole('button', { name: /^Progress · Ann – Ben: / }).waitFor();
    await picture(ann, 'pair');
    const ben = await openWindow();
    await signIn(ben, url, 'ben@acme.example');
    await goTo(ben, '/growth/pairs');
    await ben.getByRole('link', { name: 'Ann – Ben' }).click();
    await ben.getByText('Together at Huaxin').first().waitFor();
  });
}
