import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import AuditPage from './AuditPage.vue';

const change = (id: string, more: object) => ({
  ...{ id, at: '2026-11-25T09:00:00.000Z', actor: { id: 'v', name: 'Vera' }, recordId: `r-${id}`, name: null },
  ...{ version: 2, before: null, after: null, reason: null, action: 'updated', subject: 'account' },
  ...more,
});

it('tells who changed what from what to what, why, and leads to the record; older changes come on demand', async () => {
  fakeApi({
    'GET /api/v1/changes': ({ url }) =>
      url.searchParams.get('after')
        ? { items: [change('2', { actor: null, name: 'Hengyuan', action: 'archived' })], next: null }
        : {
            items: [
              change('1', {
                ...{ subject: 'sale', action: 'corrected', reason: 'Discount' },
                ...{ before: { revenue_minor: 500 }, after: { revenue_minor: 300 } },
              }),
            ],
            next: 'older',
          },
  });
  await mountPage(AuditPage);
  const entry = (await screen.findByText(/Vera · Sale: corrected/)).closest('li') as HTMLElement;
  expect(entry.textContent).toContain('5.00 → 3.00');
  expect(within(entry).getByText('Reason: Discount')).toBeTruthy();
  expect(within(entry).getByRole('link').getAttribute('href')).toBe('/sales/r-1');
  const earlier = screen.getByText('Earlier').closest('button') as HTMLButtonElement;
  await waitFor(() => expect(earlier.disabled).toBe(false));
  await fireEvent.click(earlier);
  expect((await screen.findByText('Hengyuan')).getAttribute('href')).toBe('/accounts/r-2');
  expect(screen.getByText(/Milepost · Account: archived/)).toBeTruthy();
});

it('says that nothing was changed where nothing was', async () => {
  fakeApi({ 'GET /api/v1/changes': () => ({ items: [], next: null }) });
  await mountPage(AuditPage);
  expect(await screen.findByText('Nothing was changed yet.')).toBeTruthy();
});
