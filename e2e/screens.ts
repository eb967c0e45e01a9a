import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import { chooseFile } from './import-file.ts';
import type { Ask } from './two-teams.ts';

type Record = { id: string };
const firstOf = async (ask: Ask, path: string, filter: readonly object[] = []): Promise<string> => {
  const asked = filter.length > 0 ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : '';
  const { items } = await ask<{ items: Record[] }>('get', `/api/v1${path}${asked}`);
  assert.ok(items[0], `the demonstration has none at ${path}`);
  return items[0].id;
};

const ofRevenue = [{ field: 'measure', op: 'is', value: 'revenue' }];
const ofShares = [{ field: 'basis', op: 'is', value: 'rate' }];

/**
 * How a page is opened whose address says more than its route. A page without a parameter opens at its path, one of a record
 * (`/products/:id`) at the first that the API has under that name: neither needs a line here.
 */
const addresses: Readonly<{ [route: string]: (ask: Ask) => Promise<string> }> = {
  '/:path(.*)*': async () => '/there/is/nothing',
  '/leads/:id': async (ask) => {
    const lead = {
      id: uuidv7(),
      kind: 'person',
      name: 'Jane Doe',
      company: 'Huaxin',
      email: 'jane.doe@huaxin.example',
    };
    await ask('post', '/api/v1/leads', lead);
    return `/leads/${lead.id}`;
  },
  '/growth/catalogue/:id': async (ask) => `/growth/catalogue/${await firstOf(ask, '/skills')}`,
  '/growth/certificate-catalogue/:id': async (ask) =>
    `/growth/certificate-catalogue/${await firstOf(ask, '/certificates')}`,
  '/growth/courses/:id': async (ask) => `/growth/courses/${await firstOf(ask, '/courses')}`,
  '/growth/cases/:id': async (ask) => `/growth/cases/${await firstOf(ask, '/case-studies')}`,
  '/verify/:code': async (ask) => {
    const { items } = await ask<{ items: { verifyPath: string | null }[] }>('get', '/api/v1/awards');
    return items.find(({ verifyPath }) => verifyPath)?.verifyPath ?? '/verify/there-is-no-such-certificate';
  },
  '/pipeline/deals/:id': async (ask) => `/pipeline/deals/${await firstOf(ask, '/opportunities')}`,
  '/credits/:id': async (ask) => {
    const path = `/sales/${await firstOf(ask, '/sales')}/credits`;
    return `/credits/${await firstOf(ask, path)}`;
  },
  '/settings/fields/:id': async (ask) => `/settings/fields/${await firstOf(ask, '/custom-fields')}`,
  '/settings/expense-limits/:id': async (ask) => `/settings/expense-limits/${await firstOf(ask, '/expense-limits')}`,
  '/plan/actions/:id': async (ask) => {
    const { items } = await ask<{ items: Record[] }>('get', '/api/v1/actions');
    if (items[0]) return `/plan/actions/${items[0].id}`;
    const me = await ask<{ person: Record }>('get', '/api/v1/me');
    const action = {
      ...{ id: uuidv7(), name: 'Two visits a day', fact: 'Far behind the plan', cause: 'volume' },
      ...{ scopeKind: 'person', scopeId: me.person.id, dueOn: '2099-12-31', expectedMinor: 100_000 },
    };
    await ask('post', '/api/v1/actions', action);
    return `/plan/actions/${action.id}`;
  },
  '/review/reports/:id': async (ask) => {
    const edition = await ask<Record>('post', '/api/v1/editions', { id: uuidv7(), kind: 'week' });
    return `/review/reports/${edition.id}`;
  },
  '/review/win-backs/:id': async (ask) => {
    const begun = await ask<{ items: Record[] }>('get', '/api/v1/win-backs');
    if (begun.items[0]) return `/review/win-backs/${begun.items[0].id}`;
    const accountId = await firstOf(ask, '/accounts');
    const said = { id: uuidv7(), accountId, verdict: 'danger', reason: 'Their buyer left', untilDay: '2099-12-31' };
    await ask('post', '/api/v1/churn-overrides', said);
    const open = [{ field: 'status', op: 'is', value: 'open' }];
    const plan = {
      ...{ id: uuidv7(), alertId: await firstOf(ask, '/churn-alerts', open), offer: 'A visit', dueOn: '2099-12-31' },
      steps: [{ id: uuidv7(), name: 'Call', kind: 'call', dueOn: '2099-12-30' }],
    };
    await ask('post', '/api/v1/win-backs', plan);
    return `/review/win-backs/${plan.id}`;
  },
  '/review/renewals/:id': async (ask) => `/review/renewals/${await firstOf(ask, '/renewals')}`,
  '/review/risks/:id': async (ask) => `/review/risks/${await firstOf(ask, '/risks')}`,
  '/review/talk-tracks/:id': async (ask) => `/review/talk-tracks/${await firstOf(ask, '/talk-tracks')}`,
  '/growth/scenarios/:id': async (ask) => `/growth/scenarios/${await firstOf(ask, '/role-play-scenarios')}`,
  '/growth/role-plays/:id': async (ask) => `/growth/role-plays/${await firstOf(ask, '/role-plays')}`,
  '/review/issues/:id': async (ask) => `/review/issues/${await firstOf(ask, '/issues')}`,
  '/growth/pairs/:id': async (ask) => `/growth/pairs/${await firstOf(ask, '/mentorships')}`,
  '/review/meetings/:id': async (ask) => {
    const me = await ask<{ person: Record }>('get', '/api/v1/me');
    const meeting = { id: uuidv7(), name: 'Deliveries', onDay: '2099-12-31', attendeeIds: [me.person.id] };
    await ask('post', '/api/v1/meetings', meeting);
    return `/review/meetings/${meeting.id}`;
  },
  '/team/leavers/:id': async (ask) => {
    const { items } = await ask<{ items: (Record & { role: string })[] }>('get', '/api/v1/people?limit=200');
    return `/team/leavers/${items.find(({ role }) => role === 'rep')?.id}`;
  },
  '/plan/targets/:id': async (ask) => `/plan/targets/${await firstOf(ask, '/targets', ofRevenue)}`,
  '/plan/rate-targets/:id': async (ask) => `/plan/rate-targets/${await firstOf(ask, '/targets', ofShares)}`,
  '/plan/targets/:id/letter/:personId': async (ask) => {
    const id = await firstOf(ask, '/targets', ofRevenue);
    const { plan } = await ask<{ plan: { persons: string[] } }>('get', `/api/v1/targets/${id}/grid`);
    return `/plan/targets/${id}/letter/${plan.persons[0]}`;
  },
  '/invitations/:token': async (ask) => {
    const person = { id: uuidv7(), name: 'Nora Lind', email: `nora.${uuidv7()}@acme.example`, role: 'rep' };
    await ask('post', '/api/v1/people', person);
    const invitation = { id: uuidv7(), personId: person.id };
    return new URL((await ask<{ link: string }>('post', '/api/v1/invitations', invitation)).link).pathname;
  },
};

/** Pages that nobody reaches who is signed in to an organisation; the story that reads them. */
const elsewhere: Readonly<{ [route: string]: string }> = {
  '/': 'leads on to the first room',
  '/plan': 'leads on to pace',
  '/market': 'leads on to lookalikes',
  '/review': 'leads on to the overview',
  '/growth': 'leads on to the ladder',
  '/sign-in': 'read before signing in',
  '/set-up': 'plan.e2e.ts',
};

/**
 * Every page of the portal that runs, or of one room of it (`/plan/`), by its own router: none can be forgotten. `onlyInSight` leaves out
 * pages of records of which whoever asks sees none; the administrator sees one of each.
 */
export async function screensOf(
  page: Page,
  ask: Ask,
  { room = '/', onlyInSight = false }: { room?: string; onlyInSight?: boolean } = {},
): Promise<{ route: string; address: string }[]> {
  const routes = await page.evaluate(() => {
    type Mounted = { __vue_app__: { config: { globalProperties: { $router: { getRoutes(): { path: string }[] } } } } };
    const { __vue_app__: app } = document.querySelector('#app') as unknown as Mounted;
    return app.config.globalProperties.$router.getRoutes().map(({ path }) => path);
  });
  const listed = [...Object.keys(addresses), ...Object.keys(elsewhere)];
  assert.deepEqual(
    listed.filter((route) => !routes.includes(route)),
    [],
    'no page is listed that is not there',
  );
  const screens: { route: string; address: string }[] = [];
  for (const route of routes.filter((one) => one.startsWith(room) && !(one in elsewhere))) {
    const [, records] = /^(\/[\w-]+)\/:id$/.exec(route) ?? [];
    const found = async () =>
      (await addresses[route]?.(ask)) ?? (records ? `${records}/${await firstOf(ask, records)}` : route);
    const address = await found().catch((error: unknown) => {
      if (onlyInSight && error instanceof assert.AssertionError) return null;
      throw error;
    });
    if (address === null) continue;
    assert.ok(!address.includes(':'), `screens.ts does not say how ${route} is opened`);
    screens.push({ route, address });
  }
  return screens;
}

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name }).first().click();
};
const pressKey = (key: string) => async (page: Page) => {
  await page.locator('body').press(key);
};

/** Something that opens over a page: where, how, and the role that what opens has. */
export type Overlay = {
  name: string;
  at: string;
  open: (page: Page) => Promise<void>;
  role?: 'dialog' | 'menu' | 'table';
};

/** What opens over a page and is not found by its button (`opensDialog`), a line each. */
export const overlays: readonly Overlay[] = [
  { name: 'why', at: '/plan/pace', open: press(/Why\?$/) },
  { name: 'invite', at: '/team', open: press(/^Invite /) },
  { name: 'filter', at: '/accounts', open: press('Filter') },
  { name: 'palette', at: '/account', open: pressKey('/') },
  { name: 'keyboard-map', at: '/account', open: pressKey('?') },
  { name: 'quick-add', at: '/account', open: pressKey('n'), role: 'menu' },
  {
    name: 'import-mapping',
    at: '/import',
    role: 'table',
    open: async (page) => {
      const rows = [
        ['Customer', 'Whose', 'Employees'],
        ['Huaxin Instruments', 'Ann', '12'],
        ['Kessler Pumpen', 'Ben', 'many'],
      ];
      await chooseFile(page, { kind: 'Accounts', name: 'accounts.csv', rows });
      await page.getByRole('button', { name: 'Try without writing' }).click();
      await page.getByRole('heading', { name: 'What it would do' }).waitFor();
    },
  },
];

/** Buttons of a page that are expected to open a form. */
export const opensDialog = /^(Add|New|Change|Edit|Convert|Invite|Revise)\b/;
