import type { LeadView } from '@milepost/contract/leads';
import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import LeadPage from './LeadPage.vue';

const lead = {
  id: 'l1',
  version: 2,
  createdAt: '2026-03-16T08:00:00.000Z',
  updatedAt: '2026-03-16T08:00:00.000Z',
  archivedAt: null,
  kind: 'person',
  name: 'Wang Ming',
  title: 'CTO',
  company: 'Huaxin',
  email: 'ming@huaxin.example',
  phone: null,
  website: null,
  address: null,
  notes: null,
  status: 'new',
  source: 'clip',
  owner: { id: 'p', name: 'Ann' },
  account: null,
  contact: null,
  opportunity: null,
  provenance: [
    {
      field: 'email',
      value: 'ming@huaxin.example',
      raw: 'ming@huaxin.example',
      source: 'link',
      path: 'a',
      confidence: 0.98,
      page: { url: 'https://huaxin.example/team', title: 'Our team', takenAt: '2026-03-16T08:00:00.000Z' },
    },
  ],
} as LeadView;
const stages = [{ id: 's1', name: 'Prospecting', category: 'open' }];
type Asked = { leads: { kind: string; exceptId: string; among?: string[]; websites: string[] }[] };
const account = { kind: 'account', id: 'a1', label: 'Huaxin Ltd', version: 1 };

async function page({
  now = lead,
  company = { status: 'likely', reasons: ['same-domain'], record: account } as object,
  person = { status: 'none', reasons: [] } as object,
  convert = () => ({ leadId: 'l1', accountId: 'a1', contactId: null, opportunityId: null }) as unknown,
} = {}) {
  const sent: { body: unknown; ifMatch: string | null }[] = [];
  const asked: Asked['leads'] = [];
  fakeApi({
    'GET /api/v1/leads/l1': () => now,
    'GET /api/v1/activities': () => ({ items: [], next: null, total: null }),
    'GET /api/v1/changes': () => ({ items: [], next: null }),
    'GET /api/v1/merges': () => ({ items: [] }),
    'GET /api/v1/stages': () => ({ items: stages, next: null, total: null }),
    'POST /api/v1/capture/match': ({ body }) => {
      const [one] = (body as Asked).leads;
      if (one) asked.push(one);
      return { matches: [{ key: 'lead', ...(one?.kind === 'company' ? company : person) }] };
    },
    'POST /api/v1/leads/l1/convert': ({ body, headers }) => {
      sent.push({ body, ifMatch: headers.get('if-match') });
      return convert();
    },
    'PATCH /api/v1/leads/l1': ({ body, headers }) => {
      sent.push({ body, ifMatch: headers.get('if-match') });
      return { ...now, version: 3, ...(body as object) };
    },
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/leads/:id', component: { template: '' } },
      { path: '/:rest(.*)*', component: { template: '' } },
    ],
  });
  await mountPage(LeadPage, { path: '/leads/l1', router });
  await screen.findByRole('heading', { name: 'Wang Ming' });
  return { sent, asked, router };
}
async function openDialog() {
  await fireEvent.click(screen.getByRole('button', { name: 'Convert' }));
  return within(await screen.findByRole('dialog'));
}
const submit = () => fireEvent.submit(document.querySelector('[role=dialog] form') as HTMLFormElement);

describe('E1 a lead', () => {
  it('tells where each value was taken, how sure, from which page and when', async () => {
    await page();
    const link = screen.getByRole('link', { name: 'Our team' });
    expect(link.getAttribute('href')).toBe('https://huaxin.example/team');
    expect(screen.getByText('Link')).toBeTruthy();
    expect(screen.getByText('sure, 98%')).toBeTruthy();
  });

  it('X6 says when it is likely known already, and why, never comparing it with itself', async () => {
    const record = { kind: 'contact', id: 'c1', label: 'Ming Wang', version: 1 };
    const { asked } = await page({ person: { status: 'likely', reasons: ['same-name', 'same-company'], record } });
    expect(await screen.findByText(/Likely the same as this contact/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ming Wang' }).getAttribute('href')).toBe('/contacts/c1');
    expect(screen.getByText('Both have the same name and company.')).toBeTruthy();
    expect(asked[0]?.exceptId).toBe('l1');
  });

  it('of a record out of sight says only that a colleague knows it', async () => {
    await page({ person: { status: 'known', reasons: [] } });
    expect(await screen.findByText(/A colleague knows this one already/)).toBeTruthy();
  });

  it('is dismissed with the version that was seen, and opened again by undo', async () => {
    const { sent } = await page();
    await fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent).toEqual([
      { body: { status: 'dismissed' }, ifMatch: '"2"' },
      { body: { status: 'new' }, ifMatch: '"3"' },
    ]);
  });

  it('that was converted links what it became, and offers no further conversion', async () => {
    const now = {
      ...lead,
      status: 'converted' as const,
      account: { id: 'a1', name: 'Huaxin Ltd' },
      opportunity: { id: 'o1', name: 'First order' },
    };
    const { asked } = await page({ now });
    expect(screen.getByRole('link', { name: 'First order' }).getAttribute('href')).toBe('/pipeline/deals/o1');
    expect(screen.queryByRole('button', { name: 'Convert' })).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('E1 converting', () => {
  it('proposes the account that matches the company, and goes there', async () => {
    const { sent, asked, router } = await page();
    const dialog = await openDialog();
    await dialog.findByText(/likely the lead’s company/);
    expect(asked.at(-1)).toMatchObject({ kind: 'company', among: ['account'], websites: ['https://huaxin.example'] });
    await submit();
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/accounts/a1'));
    expect(sent).toEqual([
      {
        body: { account: { existingId: 'a1' }, contact: { id: expect.any(String) }, opportunity: null },
        ifMatch: '"2"',
      },
    ]);
  });

  it('makes a new account and a deal, with the same ids when it is pressed again after a lost answer', async () => {
    let presses = 0;
    const { sent } = await page({
      company: { status: 'none', reasons: [] },
      convert: () => {
        presses += 1;
        return presses === 1
          ? refusal(500, 'internal')
          : { leadId: 'l1', accountId: 'a1', contactId: null, opportunityId: null };
      },
    });
    const dialog = await openDialog();
    await fireEvent.click(dialog.getByLabelText('Begin a deal'));
    await fireEvent.update(await dialog.findByLabelText(/Amount/), '1,000.50');
    await waitFor(() => expect(dialog.getByRole('combobox').textContent).toContain('Prospecting'));
    await submit();
    expect((await dialog.findByRole('alert')).textContent).toContain('Something went wrong');
    await submit();
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]?.body).toMatchObject({
      account: { name: 'Huaxin' },
      opportunity: { name: 'Huaxin', stageId: 's1', amountMinor: 100_050 },
    });
    expect(sent[1]).toEqual(sent[0]);
  });

  it('warns before a second account for a colleague’s company, and says when the lead was changed meanwhile', async () => {
    await page({
      company: { status: 'known', reasons: [] },
      convert: () => refusal(412, 'version-clash'),
    });
    const dialog = await openDialog();
    expect(await dialog.findByText(/A colleague has this company/)).toBeTruthy();
    await submit();
    expect((await dialog.findByRole('alert')).textContent).toContain('Somebody else changed this record');
  });
});
