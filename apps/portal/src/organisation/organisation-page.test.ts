import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import OrganisationPage from './OrganisationPage.vue';

const organisation = {
  id: 'o',
  version: 3,
  name: 'Nordpumpe',
  currency: 'EUR',
  exponent: 2,
  timeZone: 'Europe/Berlin',
  fiscalYearStart: 1,
  fiscalYearLabel: 'start',
  weekStart: 1,
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-12-25'],
  dateFormat: 'dmy',
  decimalMark: ',',
  locale: 'en',
  country: null,
  proRata: 'working-capacity',
  sellingHoursPerDay: 8,
  hoursPerLead: null,
  workStart: '09:00',
  workEnd: '17:00',
};
const nameField = async () => (await screen.findByLabelText(/Name of the organisation/)) as HTMLInputElement;
const save = () => fireEvent.click(screen.getByText('Save').closest('button') as HTMLElement);
const discardButton = () => screen.queryByText('Discard changes');

/** A server that takes settings, and keeps what was sent to it. */
function server(answer: (write: { body: unknown; version: string | null }, count: number) => unknown) {
  const writes: { body: unknown; version: string | null }[] = [];
  fakeApi({
    'GET /api/v1/organisation': () => organisation,
    'GET /api/v1/me': () => ({ person: { role: 'admin' }, organisation }),
    'PATCH /api/v1/organisation/settings': ({ body, headers }) => {
      writes.push({ body, version: headers.get('if-match') });
      return answer(writes.at(-1) as (typeof writes)[number], writes.length);
    },
  });
  return writes;
}

it('sends only the settings that were changed, with the version that was seen', async () => {
  const writes = server(({ body }) => ({ ...organisation, ...(body as object), version: 4 }));
  await mountPage(OrganisationPage);
  await fireEvent.update(await nameField(), 'Südpumpe');
  await fireEvent.click(screen.getByText('Sat'));
  await save();
  const body = { name: 'Südpumpe', workingWeekdays: [1, 2, 3, 4, 5, 6] };
  await waitFor(() => expect(writes).toEqual([{ body, version: '"3"' }]));
  await waitFor(() => expect(discardButton()).toBeNull());
  expect((await nameField()).value).toBe('Südpumpe');
});

it('shows the currency, which cannot be changed', async () => {
  server(() => organisation);
  await mountPage(OrganisationPage);
  await nameField();
  const currency = screen.getByLabelText('Currency') as HTMLButtonElement;
  expect(currency.textContent).toContain('EUR');
  expect(currency.disabled).toBe(true);
});

it('lets both win when somebody else changed the settings meanwhile', async () => {
  const current = { ...organisation, name: 'Westpumpe', workingWeekdays: [1, 2, 3], version: 7 };
  const writes = server((_, count) =>
    count === 1
      ? refusal(412, 'version-clash', { current })
      : { ...current, workingWeekdays: [1, 2, 3, 4], version: 8 },
  );
  await mountPage(OrganisationPage);
  await fireEvent.update(await nameField(), 'Südpumpe');
  await fireEvent.click(screen.getByText('Fri'));
  await save();
  await fireEvent.click(await screen.findByLabelText(/Westpumpe/));
  expect(screen.getByText('Monday, Tuesday, Wednesday')).toBeTruthy();
  await fireEvent.click(screen.getByText('Save this').closest('button') as HTMLElement);
  await waitFor(() => expect(writes).toHaveLength(2));
  expect(writes[1]).toEqual({ body: { workingWeekdays: [1, 2, 3, 4] }, version: '"7"' });
});

it('takes the edits back', async () => {
  server(() => organisation);
  await mountPage(OrganisationPage);
  await fireEvent.update(await nameField(), 'Südpumpe');
  await fireEvent.click(screen.getByText('Discard changes'));
  expect((await nameField()).value).toBe('Nordpumpe');
  expect(discardButton()).toBeNull();
});
