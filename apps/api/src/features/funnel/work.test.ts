import type { WorkView } from '@milepost/contract/funnel';
import { evaluate, isConstant, leavesOf, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';
import { saveOpportunities } from '../pipeline/opportunity-entry-store.ts';
import { stageOrder } from '../pipeline/stage-store.ts';

const path = '/api/v1/funnel';
const publish = async (house: TestHouse) => {
  const id = await makeTarget(house);
  await house.vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
};

/** So many won at 50,000.00 and lost by somebody in the year before, each 40 days after it was opened. */
async function history({ deps, operator }: TestHouse, ownerId: string, won: number, lost: number) {
  const stages = await stageOrder.all(deps.db, operator.orgId);
  const stageId = (category: string) => stages.find((stage) => stage.category === category)?.id ?? '';
  const closed = (category: string, at: number) => ({
    input: {
      id: uuidv7(),
      name: `${category} ${at}`,
      ownerId,
      stageId: stageId(category),
      amountMinor: 5_000_000,
      openedOn: '2025-05-01',
      closedOn: '2025-06-10',
    },
  });
  await deps.transact(operator, (work) =>
    saveOpportunities(
      work,
      [
        ...Array.from({ length: won }, (_, at) => closed('won', at)),
        ...Array.from({ length: lost }, (_, at) => closed('lost', at)),
      ],
      { today: '2026-03-16' },
    ),
  );
}
const workOf = async (who: CastMember, query = '') => (await who.call<WorkView>('GET', `${path}?${query}`)).body;

/** Every figure that is there recomputes from its leaves; every one that is not is not explained. */
async function everyFigureIsExplained(who: CastMember, view: WorkView, query = ''): Promise<void> {
  const figures: [string, number | null][] = [
    ['remaining', view.target && view.remaining],
    ['pipeline', view.pipeline],
    ['gap', view.target && view.gap],
    ['size', view.size],
    ['winRate', view.winRate],
    ['wins', view.target && view.wins],
    ['hoursNeeded', view.target && view.hours.needed],
    ['hoursHad', view.hours.had],
    ...view.steps.flatMap(({ id, rate, count }): [string, number | null][] => [
      [`rate&step=${id}`, rate],
      [`count&step=${id}`, view.target && count],
    ]),
  ];
  for (const [figure, value] of figures) {
    const { status, body } = await who.call<{ why: Why }>('GET', `${path}/why?${query}&figure=${figure}`);
    if (value === null) {
      expect([figure, status]).toEqual([figure, 404]);
      continue;
    }
    expect(evaluate(body.why), figure).toBe(value);
    if (leavesOf(body.why).length > 0) expect(isConstant(body.why), figure).toBe(false);
  }
}

describeEachDialect('from gap to work (P1)', (open) => {
  afterEach(closeTestHouses);

  it('is back-solved from rates drawn towards the team, and every figure is explained', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    await publish(house);
    await history(house, ann.id, 2, 3);
    await history(house, ben.id, 6, 14);
    await history(house, oda.id, 10, 30);
    const view = await workOf(ann);
    // Two people of East have a history: too few to hide one another, so the team above stands for the peers.
    expect(view.peers).toMatchObject({ name: 'Sales', people: 3, won: 18, closed: 65 });
    expect(view).toMatchObject({
      status: 'ok',
      scope: { kind: 'person', name: 'Ann', people: 1 },
      won: 2,
      closed: 5,
      isPeersLed: true,
      unplacedLosses: 3,
      size: 5_000_000,
      wins: Math.ceil(view.gap / 5_000_000),
    });
    const [first] = view.steps;
    expect(first).toMatchObject({ passed: 2, stood: 5, prior: 'peers', days: null, daysToWin: 40 });
    expect(first?.rate).toBeLessThan(0.4);
    expect(first?.rate).toBeGreaterThan(18 / 65 - 0.02);
    expect(first?.lastStart).toBe('2026-11-21');
    for (const step of view.steps) expect(step.safe).toBeGreaterThanOrEqual(step.count ?? Number.POSITIVE_INFINITY);
    const counts = view.steps.map(({ count }) => count ?? 0);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(view.hours).toMatchObject({ status: 'unknown', needed: null });
    await everyFigureIsExplained(ann, view);
    await everyFigureIsExplained(max, await workOf(max, `personId=${ann.id}`), `personId=${ann.id}`);
    await everyFigureIsExplained(vera, await workOf(vera));
  });

  it('subtracts the weighted pipeline, weighs the work against the hours and says what gives', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben, oda } = house;
    await publish(house);
    for (const who of [ann, ben, oda]) await history(house, who.id, 5, 15);
    const before = await workOf(ann);
    const deal = { id: uuidv7(), name: 'Big', amountMinor: 4_000_000, expectedCloseOn: '2026-05-01' };
    await ann.call('POST', '/api/v1/opportunities', deal);
    await ann.call('POST', '/api/v1/opportunities', { ...deal, id: uuidv7(), expectedCloseOn: '2027-01-01' });
    const after = await workOf(ann);
    expect([after.pipeline, after.gap, after.dueLater]).toEqual([400_000, before.gap - 400_000, 1]);
    expect(after.steps[0]?.standing).toBe(2);
    const [stage] = (await vera.call('GET', '/api/v1/stages?sort=position')).body.items;
    const said = await vera.call(
      'PATCH',
      `/api/v1/stages/${stage.id}`,
      { hoursEach: 200 },
      {
        'if-match': String(stage.version),
      },
    );
    expect(said.body.hoursEach).toBe(200);
    const { hours } = await workOf(ann);
    expect(hours.status).toBe('over');
    expect(hours.unsaid).not.toContain(stage.id);
    expect(hours.relaxations.map(({ kind }) => kind)).toEqual(['hours', 'target', 'size', 'winRate', 'time']);
    expect(hours.relaxations[0]?.value).toBeCloseTo((hours.needed ?? 0) - hours.had, 9);
    await everyFigureIsExplained(ann, await workOf(ann));
  });

  it('counts the work on leads where the organisation says how long one takes', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben, oda } = house;
    await publish(house);
    for (const who of [ann, ben, oda]) await history(house, who.id, 5, 15);
    const stageId = (await vera.call('GET', '/api/v1/stages?sort=position')).body.items[0].id;
    for (let at = 0; at < 4; at += 1) {
      const id = uuidv7();
      await ann.call('POST', '/api/v1/leads', { id, kind: 'company', name: `Huaxin ${at}`, company: `Huaxin ${at}` });
      const deal = {
        opportunity: { id: uuidv7(), name: `Pumps ${at}`, stageId, amountMinor: null },
        account: { id: uuidv7(), name: `Huaxin ${at}` },
        contact: null,
      };
      expect((await ann.call('POST', `/api/v1/leads/${id}/convert`, deal, { 'if-match': '1' })).status).toBe(200);
    }
    expect((await workOf(ann)).hours).toMatchObject({ status: 'unknown', needed: null });
    const { version } = (await vera.call('GET', '/api/v1/organisation')).body;
    const said = await vera.call(
      'PATCH',
      '/api/v1/organisation/settings',
      { hoursPerLead: 0.5 },
      { 'if-match': String(version) },
    );
    expect(said.body.hoursPerLead).toBe(0.5);
    const view = await workOf(ann);
    expect(view.steps[0]).toMatchObject({ id: 'leads', hours: 0.5 });
    const chance = view.steps.reduce((product, { rate }) => product * (rate ?? Number.NaN), 1);
    expect(view.hours.needed).toBeCloseTo(((view.wins ?? 0) * 0.5) / chance, 9);
    expect(view.hours.unsaid).not.toContain('leads');
    await everyFigureIsExplained(ann, view);
  });

  it('keeps entries into stages with every way of moving, and takes times from them', async () => {
    const house = await openTestHouse(open);
    const { ann, deps, orgId } = house;
    const stages = (await ann.call('GET', '/api/v1/stages?sort=position')).body.items;
    const id = uuidv7();
    await ann.call('POST', '/api/v1/opportunities', { id, name: 'Moving', amountMinor: 100 });
    for (const [at, patch] of [
      { stageId: stages[1].id },
      { stageId: stages[3].id },
      { stageId: stages[4].id, closedOn: '2026-03-16' },
    ].entries())
      await ann.call('PATCH', `/api/v1/opportunities/${id}`, patch, { 'if-match': String(at + 1) });
    await ann.call('PATCH', `/api/v1/opportunities/${id}`, { notes: 'no move' }, { 'if-match': '4' });
    const entries = await deps.db
      .selectFrom('stage_entry')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('opportunity_id', '=', id)
      .orderBy('id')
      .execute();
    expect(entries.map(({ stage_id, entered_on }) => [stage_id, entered_on])).toEqual(
      [stages[0], stages[1], stages[3], stages[4]].map((stage) => [stage.id, '2026-03-16']),
    );
    const { steps, closed, won } = await workOf(ann);
    expect([closed, won]).toEqual([1, 1]);
    expect(steps.map(({ passed, stood }) => [passed, stood])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('says what it cannot know, is out of sight for others, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda, teams } = house;
    const bare = await workOf(ann);
    expect(bare).toMatchObject({ status: 'noPlan', target: null, gap: 0, size: null, wins: null, peers: null });
    // Nobody closed anything: the stages' own chances speak, and say so.
    expect(bare.steps.map(({ prior }) => prior)).toEqual(['stages', 'stages', 'stages', 'stages']);
    expect(bare.winRate).toBeCloseTo(0.1, 12);
    await everyFigureIsExplained(ann, bare);
    await publish(house);
    expect(await workOf(ann)).toMatchObject({ status: 'insufficientData', wins: null });
    expect((await workOf(max, `teamId=${teams.east}`)).scope).toMatchObject({ kind: 'team', name: 'East', people: 2 });
    const refusals = [
      await ann.call('GET', `${path}?personId=${ben.id}`),
      await ann.call('GET', `${path}?teamId=${teams.east}`),
      await max.call('GET', `${path}?personId=${oda.id}`),
      await max.call('GET', `${path}?teamId=${teams.west}`),
      await max.call('GET', `${path}/why?figure=gap&personId=${oda.id}`),
      await ann.call('GET', `${path}/why?figure=rate&step=${uuidv7()}`),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(new Array<string>(6).fill('not-found'));
    const changes = (await vera.call('GET', '/api/v1/changes?subject=opportunity')).body.items;
    expect(changes).toEqual([]);
  });
});
