import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../db/testing.ts';
import { uuidv7 } from '../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../testing-house.ts';

const add = async (member: CastMember, path: string, record: object) => {
  const id = uuidv7();
  expect((await member.call('POST', `/api/v1/${path}`, { id, ...record })).status).toBe(201);
  return id;
};
const bulk = (member: CastMember, path: string, which: object, deed: object) =>
  member.call('POST', `/api/v1/${path}/bulk`, { which, deed });
const read = async (member: CastMember, path: string, id: string) =>
  (await member.call('GET', `/api/v1/${path}/${id}`)).body;

describeEachDialect('E1 bulk edit', (open) => {
  afterEach(closeTestHouses);

  it('converts five leads of which two lack a required value: three are converted, two are listed with the field', async () => {
    const { ann, vera } = await openTestHouse(open);
    const lead = (more: object) => add(ann, 'leads', { kind: 'person', name: 'Jane Doe', ...more });
    const withoutCompany = await lead({ name: 'Wang Ming' });
    const withoutBudget = await lead({ company: 'Kessler' });
    const budget = uuidv7();
    const field = { id: budget, subject: 'lead', name: 'Budget', type: 'money', isRequired: true };
    expect((await vera.call('POST', '/api/v1/custom-fields', field)).status).toBe(201);
    const customFields = { [budget]: 500_00 };
    await ann.call('PATCH', `/api/v1/leads/${withoutCompany}`, { customFields }, { 'if-match': '"1"' });
    const whole = [
      await lead({ company: 'Huaxin', customFields }),
      await lead({ name: 'Li Na', company: 'Huaxin Ltd.', customFields }),
      await lead({ kind: 'company', name: 'Borealis', customFields }),
    ];
    const ids = [withoutCompany, ...whole, withoutBudget];
    const answer = await bulk(ann, 'leads', { ids }, { kind: 'convert' });
    expect(answer).toMatchObject({ status: 200, body: { done: 3, unchanged: 0, refused: 2 } });
    expect(answer.body.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'refused',
      'done',
      'done',
      'done',
      'refused',
    ]);
    expect(answer.body.rows[0]).toMatchObject({ name: 'Wang Ming', issues: [{ path: '/company', code: 'required' }] });
    expect(answer.body.rows[4]).toMatchObject({
      issues: [{ path: `/customFields/${budget}`, code: 'required', value: 'Budget' }],
    });
    // Two people of one company have one account.
    const accounts = (await ann.call('GET', '/api/v1/accounts')).body.items;
    expect(accounts.map(({ name }: { name: string }) => name)).toEqual(['Borealis', 'Huaxin']);
    expect((await ann.call('GET', '/api/v1/contacts?count=1')).body.total).toBe(2);
    const again = await bulk(ann, 'leads', { ids: whole }, { kind: 'convert' });
    expect(again.body).toMatchObject({ done: 0, unchanged: 3, changeSetId: null });

    const undo = await ann.call('POST', `/api/v1/changes/sets/${answer.body.changeSetId}/undo`);
    expect(undo.status).toBe(200);
    for (const id of whole) expect((await read(ann, 'leads', id)).status).toBe('new');
    expect((await ann.call('GET', '/api/v1/accounts?count=1')).body.total).toBe(0);
    expect((await ann.call('GET', '/api/v1/contacts?count=1')).body.total).toBe(0);
  });

  it('changes what is in sight, row by row, in one set that is taken back; the rest is as if it were not there', async () => {
    const { ann, ben, max, oda } = await openTestHouse(open);
    const mine = [
      await add(max, 'accounts', { name: 'Huaxin', ownerId: ann.id, tags: ['VIP'] }),
      await add(max, 'accounts', { name: 'Kessler', ownerId: ann.id, backupId: ben.id }),
    ];
    const theirs = await add(oda, 'accounts', { name: 'Elsewhere' });
    const ids = [...mine, theirs];
    const given = await bulk(max, 'accounts', { ids }, { kind: 'owner', ownerId: ben.id });
    expect(given.body).toMatchObject({ done: 2, refused: 1 });
    expect(given.body.rows[2]).toEqual({ id: theirs, name: null, outcome: 'refused', code: 'not-found', issues: [] });
    expect((await read(max, 'accounts', mine[1] as string)).owner.name).toBe('Ben');
    const changes = (await max.call('GET', '/api/v1/changes/sets')).body.items;
    expect(changes[0]).toMatchObject({ id: given.body.changeSetId, count: 2, state: 'open' });
    expect((await max.call('POST', `/api/v1/changes/sets/${given.body.changeSetId}/undo`)).body.restored).toBe(2);
    expect((await read(max, 'accounts', mine[1] as string)).owner.name).toBe('Ann');
    expect((await read(oda, 'accounts', theirs)).version).toBe(1);

    const tagged = await bulk(ann, 'accounts', { ids: mine }, { kind: 'tags', add: ['Fair'], remove: ['vip'] });
    expect(tagged.body).toMatchObject({ done: 2 });
    expect((await read(ann, 'accounts', mine[0] as string)).tags).toEqual(['Fair']);
    const stood = await bulk(ann, 'accounts', { ids: mine }, { kind: 'status', status: 'lost', reason: 'Closed down' });
    expect(stood.body).toMatchObject({ done: 2 });
    expect((await read(ann, 'accounts', mine[0] as string)).status).toBe('lost');
    const matching = { matching: { filter: [{ field: 'tags', op: 'is', value: 'Fair' }] } };
    const gone = await bulk(ann, 'accounts', matching, { kind: 'archive' });
    expect(gone.body).toMatchObject({ done: 2, refused: 0 });
    expect((await ann.call('GET', '/api/v1/accounts?count=1')).body.total).toBe(0);
    expect((await ann.call('POST', `/api/v1/changes/sets/${gone.body.changeSetId}/undo`)).status).toBe(200);
    expect((await ann.call('GET', '/api/v1/accounts?count=1')).body.total).toBe(2);
  });

  it('moves deals to a stage, and lists those that lack what the stage asks for', async () => {
    const { ann, deps } = await openTestHouse(open);
    const stages = (await ann.call('GET', '/api/v1/stages')).body.items as { id: string; category: string }[];
    const won = stages.find(({ category }) => category === 'won')?.id;
    const ready = await add(ann, 'opportunities', { name: 'Pumps', amountMinor: 100_00 });
    const unknown = await add(ann, 'opportunities', { name: 'Valves' });
    const answer = await bulk(
      ann,
      'opportunities',
      { ids: [ready, unknown] },
      {
        ...{ kind: 'stage', stageId: won },
        closedOn: '2026-03-10',
      },
    );
    expect(answer.body).toMatchObject({ done: 1, refused: 1 });
    expect(answer.body.rows[1]).toMatchObject({ code: 'stage-needs-close-day', issues: [{ path: '/amountMinor' }] });
    expect((await read(ann, 'opportunities', unknown)).stage.category).toBe('open');
    expect(await deps.db.selectFrom('credit').selectAll().execute()).toHaveLength(1);
  });

  it('refuses what a kind does not know, who is out of reach and a value that does not fit, and nothing happened', async () => {
    const { ann, oda, vera } = await openTestHouse(open);
    const account = await add(ann, 'accounts', { name: 'Huaxin' });
    const seats = uuidv7();
    const field = { id: seats, subject: 'account', name: 'Seats', type: 'number' };
    await vera.call('POST', '/api/v1/custom-fields', field);
    const ids = { ids: [account] };
    expect((await bulk(ann, 'accounts', ids, { kind: 'convert' })).body.code).toBe('invalid-input');
    expect((await bulk(ann, 'contacts', ids, { kind: 'owner', ownerId: ann.id })).body.code).toBe('invalid-input');
    expect((await bulk(ann, 'accounts', ids, { kind: 'status', status: 'dismissed' })).body.code).toBe('invalid-input');
    const refused = [
      await bulk(ann, 'accounts', ids, { kind: 'owner', ownerId: oda.id }),
      await bulk(ann, 'accounts', ids, { kind: 'status', status: 'lost' }),
      await bulk(ann, 'accounts', ids, { kind: 'fields', customFields: { [seats]: 'many' } }),
      await bulk(oda, 'accounts', ids, { kind: 'archive' }),
    ];
    expect(refused.map(({ body }) => [body.refused, body.rows[0].code, body.changeSetId])).toEqual([
      [1, 'owner-unknown', null],
      [1, 'reason-missing', null],
      [1, 'invalid-input', null],
      [1, 'not-found', null],
    ]);
    expect((await bulk(ann, 'accounts', { ids: [] }, { kind: 'archive' })).status).toBe(400);
    expect(await read(ann, 'accounts', account)).toMatchObject({ version: 1, status: 'potential', customFields: {} });
    const history = (await ann.call('GET', `/api/v1/changes?subject=account&recordId=${account}`)).body.items;
    expect(history).toHaveLength(1);
  });
});
