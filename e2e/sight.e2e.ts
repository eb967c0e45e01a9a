import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import type { APIResponse, Page } from 'playwright-core';
import { goTo, isDrawn } from './go-to.ts';
import { contact, furnish, hers, his, hisSale, invoice, isSilent, opportunity } from './sight-records.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { type Ask, askFrom, openTwoTeams } from './two-teams.ts';
import { letPass } from './until.ts';
import { isTold, listen, toldTo } from './window-feed.ts';

export const title =
  "What another team's account is stays theirs: by list, address, search, totals, feed, capture, history";

/** Types into the palette that `/` opens, and answers with what it offers: `hit` among it, where one is to be there. */
async function search(page: Page, words: string, hit?: string): Promise<string> {
  await page.keyboard.press('/');
  const palette = page.getByRole('dialog', { name: 'Go to or do anything' });
  const answered = page.waitForResponse((response) => response.url().includes('/api/v1/search?'));
  await palette.getByPlaceholder('Page, record or action').fill(words);
  const answer = await answered;
  assert.equal(answer.status(), 200);
  await answer.finished();
  if (hit) await palette.getByRole('option', { name: hit }).first().waitFor();
  else await isDrawn(page);
  const options = await palette.getByRole('option').allTextContents();
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'hidden' });
  return options.join('\n');
}

type Windows = { ann: Page; ben: Page; url: string };

async function onTheScreen({ ann, ben }: Pick<Windows, 'ann' | 'ben'>, step: StoryContext['step']): Promise<void> {
  await step('the list of one shows hers, that of the other his, also when it is asked for by name', async () => {
    for (const [page, own, other] of [[ann, hers, his] as const, [ben, his, hers] as const]) {
      await goTo(page, '/accounts');
      await page.getByRole('cell', { name: own.name, exact: true }).waitFor();
      assert.equal(await page.getByText(other.name).count(), 0);
      await goTo(page, `/accounts?q=${other.name.slice(0, 5)}`);
      await page.getByText('Nothing like that in your sight.').waitFor();
    }
  });
  await step('his address, opened by hand, is one that is not there', async () => {
    for (const path of [`/accounts/${his.id}`, `/contacts/${contact.id}`, `/accounts/${uuidv7()}`]) {
      await goTo(ann, path);
      await ann.getByText('There is nothing here that you can see.').waitFor();
      isSilent((await ann.locator('body').textContent()) ?? '');
    }
    await goTo(ben, `/accounts/${his.id}`);
    await ben.getByRole('heading', { level: 1, name: his.name }).waitFor();
  });
  await step('the palette finds his account for him alone', async () => {
    assert.match(await search(ben, 'South', 'Southwind Turbines'), /Southwind Turbines/);
    assert.match(await search(ben, 'Sigrid', 'Sigrid Sander'), /Sigrid Sander/);
    assert.match(await search(ann, 'North', 'Northlight Pumps'), /Northlight Pumps/);
    for (const words of ['South', 'Sigrid']) isSilent(await search(ann, words));
  });
  await step('pace counts for each what is theirs', async () => {
    for (const [page, actual, other] of [[ann, '1,000.00', '40,000'] as const, [ben, '40,000.00', '1,000'] as const]) {
      await goTo(page, '/plan/pace');
      await page
        .getByRole('button', { name: new RegExp(`^Actual: .*${actual}`) })
        .first()
        .waitFor();
      assert.equal(await page.getByRole('row').filter({ hasText: other }).count(), 0);
    }
  });
}

async function overTheWire({ ann, ben: hisWindow, url }: Windows): Promise<void> {
  const [asAnn, asBen] = [askFrom(ann, url), askFrom(hisWindow, url)];
  const days = 'from=2000-01-01&to=2199-12-31';
  for (const by of ['account', 'rep', 'team', 'month']) {
    const figure = await asAnn<{ total: number }>('get', `/api/v1/figures/revenue?${days}&by=${by}`);
    assert.equal(figure.total, 100_000, `revenue by ${by}`);
    isSilent(JSON.stringify(figure));
  }
  const board = '/api/v1/opportunities/board';
  assert.equal((await asBen<{ open: { count: number } }>('get', board)).open.count, 1);
  assert.equal((await asAnn<{ open: { count: number } }>('get', board)).open.count, 0);
  const records = ['accounts', 'contacts', 'opportunities', 'sales', 'activities', 'leads', 'invoices', 'receipts'];
  const lists = [...records, 'expenses', 'leave', 'actions', 'events', 'milestones'];
  const derivations = [
    ...['pacing?by=rep', 'pacing/why?figure=actual', 'funnel', 'pacing/bridge', 'seasonality', 'coverage'],
    ...['coverage/proposal', 'receivables?by=account', 'capacity?by=rep', `figures/revenue/why?${days}`],
    ...['scoring/lookalikes?subject=account', 'scoring/lookalikes?subject=lead', 'scoring/win-rates'],
    ...['scoring/portrait', 'funnel/report?by=owner', 'funnel/report?by=team'],
    ...[`figures/collected?${days}&by=account`, `figures/newCustomers/why?${days}`],
    ...['today?limit=500', 'today/accounts', 'today/why?figure=hoursLeft', 'week', 'week/why?figure=capacity'],
    ...['promises', 'promises?limit=1000&quarterOf=2026-01-01'],
  ];
  for (const path of [...lists, ...records.map((list) => `${list}?q=s`), ...derivations])
    isSilent(JSON.stringify(await asAnn('get', `/api/v1/${path}`)));

  const { person: ben } = await asBen<{ person: { id: string } }>('get', '/api/v1/me');
  assert.ok(
    (await asBen<{ rows: { account: { id: string } }[] }>('get', '/api/v1/promises')).rows.some(
      ({ account }) => account.id === his.id,
    ),
    'he reads what was promised to his account',
  );
  const closed = [
    ['get', `today?personId=${ben.id}`],
    ['get', `today/accounts?personId=${ben.id}`],
    ['get', `today/why?figure=delayCost&source=cadence-visit&id=${his.id}`],
    ['get', `week?personId=${ben.id}`],
    ['get', `week/why?figure=load&personId=${ben.id}`],
    ['get', `accounts/${his.id}/promise`],
    ['get', `promises/why?figure=asked&accountId=${his.id}`],
    ['get', `promises/why?figure=asked&ownerId=${ben.id}`],
    ['get', `accounts/${his.id}`],
    ['get', `contacts/${contact.id}`],
    ['get', `opportunities/${opportunity.id}`],
    ['get', `sales/${hisSale}`],
    ['get', `invoices/${invoice.id}`],
    ['get', `sales/${hisSale}/credits`],
    ['patch', `accounts/${his.id}`],
    ['post', `accounts/${his.id}/archive`],
    ['get', `changes?accountId=${his.id}`],
    ['get', `changes?subject=account&recordId=${his.id}`],
    ['get', `changes?subject=sale&recordId=${hisSale}`],
    ['get', 'changes'],
  ] as const;
  for (const [method, path] of closed) {
    const answer = await ann.request[method](`${url}/api/v1/${path}`, {
      headers: { origin: url, 'if-match': '"1"' },
      ...(method === 'patch' ? { data: { region: 'Coast' } } : {}),
    });
    assert.equal(answer.status(), 404, `${method} ${path}`);
    isSilent((await answer.text()).replaceAll(his.id, ''));
  }
  const call = { kind: 'call', onDay: '2026-01-05', isDone: true, subject: 'Called' };
  const attached = [
    ['contacts', 'accountId', { name: 'Anybody' }],
    ['accounts', 'parentId', { name: 'Anything' }],
    ['opportunities', 'accountId', { name: 'Anything' }],
    ['activities', 'accountId', call],
  ] as const;
  for (const [path, key, data] of attached) {
    const answerOn = async (of: string) => {
      const body = { data: { id: uuidv7(), ...data, [key]: of }, headers: { origin: url } };
      const answer = await ann.request.post(`${url}/api/v1/${path}`, body);
      return [answer.status(), (await answer.text()).replaceAll(of, '')];
    };
    const [status, text] = await answerOn(his.id);
    assert.ok(Number(status) >= 400, `${path} on his account answers ${status}`);
    assert.deepEqual([status, text], await answerOn(uuidv7()), 'as on one that is not there');
  }
  const history = await asBen<{ items: unknown[] }>('get', `/api/v1/changes?accountId=${his.id}`);
  assert.ok(history.items.length >= 4, 'he reads the history himself');
}

async function ofCapture({ ann, ben, url }: Windows): Promise<void> {
  const leads = [
    { key: 'mail', name: contact.name, emails: [contact.email] },
    { key: 'company', kind: 'company', name: his.name, websites: ['https://southwind.example'] },
  ];
  const match = (page: Page) =>
    askFrom(page, url)<{ matches: { status: string }[] }>('post', '/api/v1/capture/match', { leads });
  assert.deepEqual(await match(ann), {
    matches: leads.map(({ key }) => ({ key, status: 'known', reasons: [] })),
  });
  assert.deepEqual(
    (await match(ben)).matches.map(({ status }) => status),
    ['exact', 'exact'],
  );
}

async function ofTheFeed({ ann, ben, url }: Windows, asVera: Ask): Promise<void> {
  await listen(ann);
  await listen(ben);
  await ben.getByRole('button', { name: 'Change', exact: true }).click();
  const form = ben.getByRole('dialog', { name: 'Change' });
  await form.getByLabel('Region', { exact: true }).fill('Coast');
  await form.getByRole('button', { name: 'Save' }).click();
  await isTold(ben, his.id);
  const { today } = await asVera<{ today: string }>('get', '/api/v1/me');
  const activity = { id: uuidv7(), kind: 'call', onDay: today, isDone: true, subject: 'Called', accountId: his.id };
  await askFrom(ben, url)('post', '/api/v1/activities', activity);
  await isTold(ben, activity.id);
  // A change of her own account comes after all that could have been told before; another node's news within a second.
  await asVera('patch', `/api/v1/accounts/${hers.id}`, { region: 'Plain' }, 1);
  await isTold(ann, hers.id);
  await letPass(1500);
  const told = await toldTo(ann);
  isSilent(told);
  assert.ok(!told.includes(activity.id), 'nor of what was done there');
}

async function ofImports({ ann, url }: Windows, mia: Page, asVera: Ask): Promise<void> {
  const { items } = await asVera<{ items: { id: string }[] }>('get', '/api/v1/imports');
  const [made] = items;
  assert.ok(made, 'the administrator sees the import');
  for (const [page, status] of [[ann, 403] as const, [mia, 404] as const])
    for (const [method, rest] of [
      ['get', ''] as const,
      ['get', '/rejected.csv'] as const,
      ['post', '/undo'] as const,
    ]) {
      const answer: APIResponse = await page.request[method](`${url}/api/v1/imports/${made.id}${rest}`, {
        headers: { origin: url },
      });
      assert.equal(answer.status(), status, `${method} ${rest}`);
      isSilent(await answer.text());
    }
  await goTo(mia, '/import');
  await mia.getByText('Nothing was imported yet.').waitFor();
  await goTo(mia, '/accounts');
  await mia.getByRole('cell', { name: hers.name, exact: true }).waitFor();
  assert.equal(await mia.getByText(/South/).count(), 0, 'a manager sees the teams below, not beside');
}

export async function run(context: StoryContext): Promise<void> {
  const { step, openWindow } = context;
  const { server, vera, asVera, idOf } = await openTwoTeams(context);
  const { url } = server;
  await furnish(asVera, idOf, vera, url);
  const [ann, ben, mia] = [await openWindow(), await openWindow(), await openWindow()];
  const windows = { ann, ben, url };
  await step('each signs in at their own window', async () => {
    await Promise.all([
      signIn(ann, url, 'ann@acme.example'),
      signIn(ben, url, 'ben@acme.example'),
      signIn(mia, url, 'mia@acme.example'),
    ]);
  });
  await onTheScreen(windows, step);
  await step('no answer of the server holds anything of his', () => overTheWire(windows));
  await step('a capture of his contact is known to her, and nothing more is told', () => ofCapture(windows));
  await step('what he changes is told to his window and not to hers', async () => {
    await goTo(ben, `/accounts/${his.id}`);
    await ofTheFeed(windows, asVera);
  });
  await step('an import of what is his is neither read nor taken back by others', async () => {
    await ofImports(windows, mia, asVera);
  });
}
