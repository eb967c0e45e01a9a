import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import StagesPage from './StagesPage.vue';

const stage = (id: string, category: string, position: number, winProbability: number) => ({
  ...{ id, name: id, category, position, winProbability },
  ...{ version: position + 1, archivedAt: null },
});
const stages = [
  stage('Talk', 'open', 0, 0.1),
  stage('Offer', 'open', 1, 0.5),
  stage('Won', 'won', 2, 1),
  stage('Lost', 'lost', 3, 0),
];
const list = { 'GET /api/v1/stages': () => ({ items: stages, next: null, total: null }) };

it('moves a stage by the keyboard, says where it stands, and keeps the focus on it', async () => {
  fakeApi({
    ...list,
    'PUT /api/v1/stages/order': ({ body }) => {
      expect(body).toEqual({ ids: ['Offer', 'Talk', 'Won', 'Lost'] });
      return { items: [stages[1], stages[0], stages[2], stages[3]] };
    },
  });
  await mountPage(StagesPage);
  await fireEvent.click(await screen.findByRole('button', { name: 'Move “Offer” up' }));
  expect(await screen.findByText('“Offer” is now number 1 of 2.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Move “Offer” down'));
  expect((screen.getByRole('button', { name: 'Move “Offer” up' }) as HTMLButtonElement).disabled).toBe(true);
});

it('deletes a stage and says where its deals go; the last of a category stays', async () => {
  const deleted: string[] = [];
  fakeApi({
    ...list,
    'GET /api/v1/opportunities': () => ({ items: [], next: null, total: 12 }),
    'DELETE /api/v1/stages/Offer': ({ url, headers }) => {
      deleted.push(`${url.searchParams.get('moveTo')} ${headers.get('if-match')}`);
      return stages[1];
    },
  });
  await mountPage(StagesPage);
  await fireEvent.click(await screen.findByRole('button', { name: 'Delete “Offer”' }));
  expect(await screen.findByText('12 deals stand in it and move along.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(deleted).toEqual(['Talk "2"']));
  expect((screen.getByLabelText('Delete “Won”') as HTMLButtonElement).disabled).toBe(true);
});

it('adds a stage to its category, with its chance in percent', async () => {
  const made: unknown[] = [];
  fakeApi({
    ...list,
    'POST /api/v1/stages': ({ body }) => {
      made.push(body);
      return { ...stage('Trial', 'open', 2, 0.65) };
    },
  });
  await mountPage(StagesPage);
  await fireEvent.click((await screen.findAllByRole('button', { name: 'Add a stage' }))[0] as HTMLElement);
  await fireEvent.update(await screen.findByLabelText(/^Name/), 'Trial');
  await fireEvent.update(screen.getByLabelText(/^Chance of a win/), '65');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(made).toHaveLength(1));
  expect(made[0]).toMatchObject({ name: 'Trial', category: 'open', winProbability: 0.65 });
});
