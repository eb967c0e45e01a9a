import { fireEvent, screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import PeoplePage from './PeoplePage.vue';

it('says that the teams could not be read, instead of that there are none, and reads them again', async () => {
  let isUp = false;
  fakeApi({
    'GET /api/v1/people': () => ({ items: [], next: null, total: 0 }),
    'GET /api/v1/teams': () =>
      isUp
        ? { items: [{ id: 't', name: 'East', parentId: null, manager: null, memberCount: 3 }], next: null, total: null }
        : refusal(500, 'internal'),
  });
  await mountPage(PeoplePage);
  const tab = await screen.findByRole('tab', { name: 'Teams' });
  await fireEvent.mouseDown(tab, { button: 0 });
  expect(await screen.findByText(/Something went wrong/)).toBeTruthy();
  expect(screen.queryByText(/No team yet/)).toBeNull();
  isUp = true;
  await fireEvent.click(screen.getByRole('button', { name: /again/i }));
  expect(await screen.findByText('East')).toBeTruthy();
});
