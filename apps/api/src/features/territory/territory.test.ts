import { evaluate, isConstant } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect, type OpenTestDatabase } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const api = '/api/v1';
type Account = { id: string; name: string };
type Move = { account: Account; version: number; from: { id: string } | null; to: { id: string; name: string } };
const toMoves = (moves: Move[]) =>
  moves.map(({ account, version, from, to }) => ({
    accountId: account.id,
    version,
    fromId: from?.id ?? null,
    toId: to.id,
  }));

/** Ann has four accounts and Ben none; at A1 is a deal and a large margin, at A2 a task. */
async function lopsided(open: OpenTestDatabase) {
  const house = await openTestHouse(open);
  const { ann, ben, max } = house;
  const names = ['A1', 'A2', 'A3', 'A4'];
  const ids = names.map(() => uuidv7());
  for (const [at, name] of names.entries())
    await ann.call('POST', `${api}/accounts`, { id: ids[at], name, ...(at === 0 ? { backupId: ben.id } : {}) });
  const deal = uuidv7();
  await ann.call('POST', `${api}/opportunities`, { id: deal, name: 'Pumps', accountId: ids[0], amountMinor: 9_00 });
  const task = uuidv7();
  await ann.call('POST', `${api}/activities`, {
    id: task,
    kind: 'call',
    onDay: '2026-04-01',
    isDone: false,
    subject: 'call',
    accountId: ids[1],
  });
  const sale = (accountId: string | undefined, revenueMinor: number, costMinor: number | null) =>
    ann.call('POST', `${api}/sales`, { id: uuidv7(), day: '2026-02-02', revenueMinor, costMinor, accountId });
  await sale(ids[0], 1_000_00, 100_00);
  await sale(ids[1], 50_00, 40_00);
  await sale(ids[2], 70_00, null);
  const asked = { personIds: [ann.id, ben.id], balance: 'accounts', moves: 10, price: 1, withUnowned: false };
  const propose = (more: object = {}) => max.call('POST', `${api}/territory/proposal`, { ...asked, ...more });
  return { ...house, ids, deal, task, asked, propose };
}

describeEachDialect('territory (S8)', (open) => {
  afterEach(closeTestHouses);

  it('says what every number of moves buys and puts at risk; figures open into their derivation', async () => {
    const { ann, ben, max, propose, asked } = await lopsided(open);
    const people = (await max.call('GET', `${api}/territory/people`)).body.items;
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Ann', 'Ben']);
    const { status, body } = await propose();
    expect(status).toBe(200);
    expect(body).toMatchObject({ accounts: 4, locked: 0, unknownMargins: 1, unit: 'count', unplaced: 0 });
    expect(body.choices).toEqual([
      { moves: 0, imbalance: 0.5, marginDisturbed: 0 },
      { moves: 1, imbalance: 0.25, marginDisturbed: 0 },
      { moves: 2, imbalance: 0, marginDisturbed: 0 },
    ]);
    // The dear one stays, and so does the next: there are two that cost nothing.
    expect(body.moves.map((move: Move) => move.account.name).sort()).toEqual(['A3', 'A4']);
    expect(body.people).toMatchObject([
      { person: { name: 'Ann' }, capacity: 1, before: 4, after: 2, share: 2 },
      { person: { name: 'Ben' }, before: 0, after: 2 },
    ]);
    expect((await propose({ chosen: 1 })).body).toMatchObject({ chosen: { moves: 1, imbalance: 0.25 }, moves: [{}] });
    const why = (figure: string, personId?: string) =>
      max.call('POST', `${api}/territory/why`, { ...asked, figure, personId });
    expect((await why('imbalance-before')).body.why).toMatchObject({ rule: 'territory.imbalance', value: 0.5 });
    expect((await why('load-before', ann.id)).body.why).toMatchObject({ rule: 'territory.load', value: 4 });
    expect((await why('share', ben.id)).body.why.value).toBe(2);
    expect((await why('disturbed')).body).toMatchObject({
      why: { value: 0 },
      leftOut: [{ reason: 'unknown-margin', count: 1 }],
    });
  });

  it('makes the hours even that promised visits take; what has no promise is not known', async () => {
    const { ann, max, ids, asked, propose } = await lopsided(open);
    const hold = (id: string | undefined, tier: string) =>
      max.call(
        'PUT',
        `${api}/accounts/${id}/tier-hold`,
        { hold: { tier, reason: 'Agreed', until: null } },
        {
          'if-match': '1',
        },
      );
    expect([(await hold(ids[0], 'A')).status, (await hold(ids[1], 'C')).status]).toEqual([200, 200]);
    const { body } = await propose({ balance: 'hours' });
    // A is promised a visit a week and C one a quarter, each of an hour and an hour on the way; the margin of A1 keeps it.
    expect(body).toMatchObject({ unit: 'hours', unknownHours: 2, people: [{ before: 112 }, { before: 0 }] });
    expect(body.moves.map(({ account, load }: { account: Account; load: number }) => [account.name, load])).toEqual([
      ['A2', 8],
    ]);
    const why = await max.call('POST', `${api}/territory/why`, {
      ...{ ...asked, balance: 'hours', figure: 'load-before', personId: ann.id },
    });
    expect([evaluate(why.body.why), isConstant(why.body.why)]).toEqual([112, false]);
    expect(why.body.leftOut).toEqual([{ reason: 'unknown-hours', count: 2 }]);
  });

  it('leaves locked accounts where they are', async () => {
    const { max, vera, ids, propose } = await lopsided(open);
    for (const id of [ids[2], ids[3]])
      expect((await max.call('PUT', `${api}/territory/locks/${id}`, { isLocked: true })).status).toBe(204);
    const { body } = await propose({ price: 0 });
    expect(body.locked).toBe(2);
    expect(body.moves.map((move: Move) => move.account.name).sort()).toEqual(['A1', 'A2']);
    expect((await max.call('GET', `${api}/territory/locks`)).body.items).toHaveLength(2);
    await max.call('PUT', `${api}/territory/locks/${ids[2]}`, { isLocked: false });
    const trail = (await vera.call('GET', `${api}/changes?subject=account&recordId=${ids[2]}`)).body.items;
    expect(trail.slice(0, 2).map(({ action }: { action: string }) => action)).toEqual(['unlocked', 'locked']);
  });

  it('moves accounts with what hangs on them in one go, and back while nobody has touched them', async () => {
    const { ann, ben, max, vera, ids, deal, task, asked, propose } = await lopsided(open);
    for (const id of [ids[2], ids[3]]) await max.call('PUT', `${api}/territory/locks/${id}`, { isLocked: true });
    const { body } = await propose({ price: 0 });
    const id = uuidv7();
    const sent = { id, asked: { ...asked, price: 0 }, moves: toMoves(body.moves) };
    const done = await max.call('POST', `${api}/territory/regroupings`, sent);
    expect(done).toMatchObject({
      status: 201,
      body: { accounts: 2, imbalanceBefore: 0.5, imbalanceAfter: 0, marginDisturbed: 910_00 },
    });
    expect((await max.call('POST', `${api}/territory/regroupings`, sent)).status).toBe(200);
    expect((await ben.call('GET', `${api}/accounts/${ids[0]}`)).body).toMatchObject({
      owner: { name: 'Ben' },
      backup: null,
    });
    expect((await ben.call('GET', `${api}/opportunities/${deal}`)).body.owner.name).toBe('Ben');
    expect((await ben.call('GET', `${api}/activities/${task}`)).body.person.name).toBe('Ben');
    const trail = (await vera.call('GET', `${api}/changes?subject=account&recordId=${ids[0]}`)).body.items;
    expect(trail[0]).toMatchObject({
      action: 'reassigned',
      actor: { name: 'Max' },
      people: { [ann.id]: 'Ann', [ben.id]: 'Ben' },
    });

    const undone = await max.call('POST', `${api}/territory/regroupings/${id}/undo`, undefined, { 'if-match': '1' });
    expect(undone.body.undoneAt).not.toBeNull();
    expect((await ann.call('GET', `${api}/accounts/${ids[0]}`)).body).toMatchObject({
      owner: { name: 'Ann' },
      backup: { name: 'Ben' },
    });
    expect((await ann.call('GET', `${api}/opportunities/${deal}`)).body.owner.name).toBe('Ann');
    expect((await ann.call('GET', `${api}/activities/${task}`)).body.person.name).toBe('Ann');
    expect(
      (await max.call('POST', `${api}/territory/regroupings/${id}/undo`, undefined, { 'if-match': '2' })).body.code,
    ).toBe('version-clash');
  });

  it('is not undone where something was touched, is not applied to what changed meanwhile, and nothing happened', async () => {
    const { ann, ben, max, oda, asked, propose, ids } = await lopsided(open);
    const { body } = await propose();
    const sent = { id: uuidv7(), asked, moves: toMoves(body.moves) };
    await ann.call('PATCH', `${api}/accounts/${ids[3]}`, { region: 'North' }, { 'if-match': '1' });
    const stale = await max.call('POST', `${api}/territory/regroupings`, sent);
    expect(stale).toMatchObject({ status: 412, body: { code: 'version-clash', issues: [{ message: 'A4' }] } });
    expect((await ben.call('GET', `${api}/accounts?count=1`)).body.total).toBe(1);
    const again = { ...sent, moves: toMoves((await propose()).body.moves) };
    expect((await max.call('POST', `${api}/territory/regroupings`, again)).status).toBe(201);
    await ben.call('PATCH', `${api}/accounts/${ids[3]}`, { region: 'South' }, { 'if-match': '3' });
    const undo = await max.call('POST', `${api}/territory/regroupings/${sent.id}/undo`, undefined, { 'if-match': '1' });
    expect(undo).toMatchObject({ status: 409, body: { code: 'regrouping-touched', issues: [{ message: 'A4' }] } });
    expect((await ben.call('GET', `${api}/accounts?count=1`)).body.total).toBe(3);
    const refusals = [
      await ann.call('POST', `${api}/territory/proposal`, asked),
      await oda.call('GET', `${api}/territory/regroupings`),
      await max.call('POST', `${api}/territory/proposal`, { ...asked, personIds: [ann.id, oda.id] }),
      await max.call('POST', `${api}/territory/regroupings`, {
        ...again,
        id: uuidv7(),
        moves: [{ ...again.moves[0], toId: oda.id, fromId: ben.id, version: 2 }],
      }),
      await ann.call('PUT', `${api}/territory/locks/${ids[0]}`, { isLocked: true }),
    ];
    expect(refusals.map((one) => one.body.code)).toEqual([
      'not-allowed',
      'not-allowed',
      'owner-unknown',
      'owner-unknown',
      'not-allowed',
    ]);
    expect((await max.call('GET', `${api}/territory/regroupings`)).body.items).toMatchObject([
      { undoneAt: null, version: 1 },
    ]);
  });

  it('proposes backups that spread an absence, and makes them so account by account', async () => {
    const { ann, ben, max, ids } = await lopsided(open);
    const asked = { personIds: [ann.id, ben.id, max.id], onlyMissing: true };
    const { body } = await max.call('POST', `${api}/territory/backups/proposal`, asked);
    expect(body.rows.map((row: { account: Account }) => row.account.name)).toEqual(['A2', 'A3', 'A4']);
    expect(body.worst).toBe(2);
    expect(new Set(body.rows.map((row: { backup: { name: string } }) => row.backup.name))).toEqual(
      new Set(['Ben', 'Max']),
    );
    const rows = [
      { accountId: ids[1], version: 1, backupId: ben.id },
      { accountId: ids[2], version: 7, backupId: ben.id },
      { accountId: ids[3], version: 1, backupId: ann.id },
    ];
    expect((await max.call('POST', `${api}/territory/backups`, { rows })).body).toEqual({
      done: 1,
      refused: [
        { accountId: ids[2], failure: 'version-clash' },
        { accountId: ids[3], failure: 'invalid-input' },
      ],
    });
    expect((await ben.call('GET', `${api}/accounts/${ids[1]}`)).body.backup.name).toBe('Ben');
    expect((await ben.call('GET', `${api}/accounts/${ids[2]}`)).status).toBe(404);
  });
});
