import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../db/testing.ts';
import { uuidv7 } from '../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../testing-house.ts';

const make = async (who: CastMember, path: string, fields: object): Promise<string> => {
  const id = uuidv7();
  const { status, body } = await who.call('POST', `/api/v1${path}`, { id, ...fields });
  expect([status, body.issues]).toEqual([201, undefined]);
  return id;
};
// biome-ignore lint/suspicious/noExplicitAny: a story looks into entries of every kind
type Entry = any;
const lineOf = async (who: CastMember, id: string, query = ''): Promise<{ items: Entry[]; next: string | null }> =>
  (await who.call('GET', `/api/v1/accounts/${id}/time-line?${query}`)).body;

/** A step and the change that tells of it share an id. */
const placeOf = ({ kind, id }: Entry): string => `${kind} ${id}`;

/** Ann's Acme with a visit that told of a need, a deal that moved, an invoice that was paid, a file, and a word about its status. */
async function story(ann: CastMember, max: CastMember) {
  const id = await make(ann, '/accounts', { name: 'Acme' });
  const visit = { kind: 'visit', onDay: '2026-03-10', isDone: true, subject: 'Saw the plant', accountId: id };
  const activityId = await make(ann, '/activities', { ...visit, needChange: 'wants service too' });
  await make(ann, '/activities', {
    kind: 'email',
    onDay: '2026-03-11',
    isDone: true,
    subject: 'Sent offer',
    accountId: id,
  });
  const stages = (await ann.call('GET', '/api/v1/stages')).body.items as { id: string; name: string }[];
  const dealId = await make(ann, '/opportunities', { name: 'Pumps', accountId: id, stageId: stages[0]?.id });
  await ann.call('PATCH', `/api/v1/opportunities/${dealId}`, { stageId: stages[1]?.id }, { 'if-match': '"1"' });
  const invoice = { number: 'R1', issuedOn: '2026-03-02', amountMinor: 100, currency: 'USD', accountId: id };
  const invoiceId = await make(ann, '/invoices', invoice);
  await make(ann, '/receipts', { invoiceId, day: '2026-03-05', amountMinor: 100 });
  const put = (recordKind: string, recordId: string, fileName: string) =>
    ann.call(
      'PUT',
      `/api/v1/attachments/${uuidv7()}?${new URLSearchParams({ recordKind, recordId, fileName })}`,
      new Blob(['x']),
    );
  expect((await put('account', id, 'plan.txt')).status).toBe(201);
  expect((await put('activity', activityId, 'plant.txt')).status).toBe(201);
  await ann.call(
    'PATCH',
    `/api/v1/accounts/${id}`,
    { status: 'interested', statusReason: 'asked for an offer' },
    { 'if-match': '"1"' },
  );
  await max.call('POST', '/api/v1/opportunities', {
    id: uuidv7(),
    name: 'Max’s own',
    accountId: id,
    stageId: stages[0]?.id,
  });
  return { id, dealId, stages };
}

describeEachDialect('the time line of a customer (S6)', (open) => {
  afterEach(closeTestHouses);

  it('tells of everything once, in the order of its days, and is narrowed by parts', async () => {
    const { ann, max } = await openTestHouse(open);
    const { id, dealId, stages } = await story(ann, max);
    const { items, next } = await lineOf(ann, id);
    expect(next).toBeNull();
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const of = (kind: string) => items.filter((one) => one.kind === kind);
    expect(of('activity').map(({ activity }) => activity.subject)).toEqual(['Sent offer', 'Saw the plant']);
    expect(of('activity')[1].files).toMatchObject([{ fileName: 'plant.txt' }]);
    expect(of('file')).toMatchObject([{ file: { fileName: 'plan.txt' }, about: null }]);
    expect(of('stage').map(({ stage }) => stage.name)).toEqual([stages[1]?.name, stages[0]?.name]);
    expect(of('stage')[0].opportunity).toEqual({ id: dealId, name: 'Pumps' });
    expect(of('invoice')).toMatchObject([{ invoice: { number: 'R1', amountMinor: 100, currency: 'USD' } }]);
    expect(of('receipt')).toMatchObject([{ receipt: { currency: 'USD', invoice: { name: 'R1' } } }]);
    expect(of('status')).toMatchObject([
      { status: 'interested', reason: 'asked for an offer', person: { name: 'Ann' } },
    ]);
    const changes = of('change').map(({ change }) => `${change.subject} ${change.action}`);
    expect(changes.toSorted()).toEqual(['account created', 'opportunity created']);
    const kindsIn = async (parts: string) => [
      ...new Set((await lineOf(ann, id, `parts=${parts}`)).items.map((one) => one.kind)),
    ];
    expect(await kindsIn('cash')).toEqual(['receipt', 'invoice']);
    expect(await kindsIn('deal,standing')).toEqual(expect.arrayContaining(['status', 'stage']));
    const needs = (await lineOf(ann, id, 'parts=need')).items;
    expect(needs).toMatchObject([{ activity: { needChange: 'wants service too' } }]);
    expect((await lineOf(ann, id, 'parts=email')).items).toMatchObject([{ activity: { subject: 'Sent offer' } }]);
  });

  it('is read page by page without losing or telling anything twice, also what was merged into the account', async () => {
    const { ann, max } = await openTestHouse(open);
    const { id } = await story(ann, max);
    const twin = await make(ann, '/accounts', { name: 'ACME Inc.' });
    await ann.call(
      'PATCH',
      `/api/v1/accounts/${twin}`,
      { status: 'lost', statusReason: 'closed' },
      { 'if-match': '"1"' },
    );
    const version = async (which: string) => (await ann.call('GET', `/api/v1/accounts/${which}`)).body.version;
    const side = async (which: string) => ({ id: which, version: await version(which) });
    const merge = { id: uuidv7(), kind: 'account', survivor: await side(id), merged: await side(twin), take: [] };
    expect((await ann.call('POST', '/api/v1/merges', merge)).status).toBe(201);
    const all = (await lineOf(ann, id, 'limit=100')).items.map(placeOf);
    const read: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<typeof lineOf>> = await lineOf(ann, id, `limit=3${after && `&after=${after}`}`);
      read.push(...page.items.map(placeOf));
      after = page.next;
    }
    expect(read).toEqual(all);
    expect(new Set(read).size).toBe(read.length);
    const standing = (await lineOf(ann, id, 'parts=standing')).items;
    expect(standing.map((one) => one.reason)).toContain('closed');
  });

  it('leaves out what is out of sight, refuses strangers, and nothing happened', async () => {
    const { ann, max, oda, vera } = await openTestHouse(open);
    const { id } = await story(ann, max);
    const deals = async (who: CastMember) => {
      const { items } = await lineOf(who, id, 'parts=deal,change,file,cash');
      return [...new Set(items.flatMap((one) => one.opportunity?.name ?? one.change?.name ?? []))].toSorted();
    };
    expect(await deals(ann)).toEqual(['Acme', 'Pumps']);
    expect(await deals(vera)).toEqual(['Acme', 'Max’s own', 'Pumps']);
    expect((await oda.call('GET', `/api/v1/accounts/${id}/time-line`)).body.code).toBe('not-found');
    expect((await ann.call('GET', `/api/v1/accounts/${id}/time-line?parts=gossip`)).status).toBe(400);
    expect((await ann.call('GET', `/api/v1/accounts/${id}/time-line?after=nonsense`)).status).toBe(400);
    expect((await ann.call('GET', `/api/v1/accounts/${id}`)).body.version).toBe(1);
  });
});
