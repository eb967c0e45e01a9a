import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import PeoplePage from './PeoplePage.vue';

const record = { version: 1, archivedAt: null };
const ann = { ...record, id: 'ann', name: 'Ann', email: 'ann@acme.example', role: 'rep', team: null, isActive: true };
const me = { person: { id: 'vera', name: 'Vera', role: 'admin' }, organisation: { currency: 'EUR', decimalMark: '.' } };

it('a person whom somebody else changed meanwhile is settled field by field, and nothing is lost', async () => {
  const sent: unknown[] = [];
  fakeApi({
    'GET /api/v1/me': () => me,
    'GET /api/v1/people': () => ({ items: [ann], next: null, total: 1 }),
    'GET /api/v1/teams': () => ({ items: [], next: null, total: 0 }),
    'PATCH /api/v1/people/ann': ({ body, headers }) => {
      sent.push([headers.get('if-match'), body]);
      const now = { ...ann, version: 4, name: 'Ann Castillo' };
      return sent.length === 1 ? refusal(412, 'version-clash', { current: now }) : { ...now, version: 5 };
    },
  });
  await mountPage(PeoplePage);
  await useSession().load();
  await fireEvent.click(await screen.findByText('Ann'));
  await fireEvent.update(await screen.findByLabelText(/^Name/), 'Anna');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Ann Castillo')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Save this' }));
  await waitFor(() =>
    expect(sent).toEqual([
      ['"1"', { name: 'Anna' }],
      ['"4"', { name: 'Anna' }],
    ]),
  );
});

it('a new person is a rep unless somebody says otherwise, and a team needs no more than a name', async () => {
  const sent: Record<string, unknown>[] = [];
  const take = ({ body }: { body: unknown }) => {
    sent.push(body as Record<string, unknown>);
    return { ...record, ...(body as object) };
  };
  fakeApi({
    'GET /api/v1/me': () => me,
    'GET /api/v1/people': () => ({ items: [], next: null, total: 0 }),
    'GET /api/v1/teams': () => ({ items: [], next: null, total: 0 }),
    'POST /api/v1/people': take,
    'POST /api/v1/teams': take,
  });
  await mountPage(PeoplePage);
  await useSession().load();
  const add = async (button: string, name: string) => {
    await fireEvent.click((await screen.findAllByRole('button', { name: button }))[0] as HTMLElement);
    await fireEvent.update(await screen.findByLabelText(/^Name/), name);
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ name }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  };
  await add('Add a person', 'Ben');
  expect(sent[0]).toEqual({ id: expect.any(String), name: 'Ben', role: 'rep' });
  await fireEvent.mouseDown(screen.getByRole('tab', { name: 'Teams' }));
  await add('Add a team', 'North');
  expect(sent[1]).toEqual({ id: expect.any(String), name: 'North' });
});
