import type { MixPlanView, MixProposalView, MixSolutionView } from '@milepost/contract/mix';
import { evaluate, isConstant, leavesOf, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';
import { example, sellLines, setMix } from './testing-mix.ts';

describeEachDialect('the mix of a year (T6)', (open) => {
  afterEach(closeTestHouses);

  it('is proposed from products, books and target, set by a manager, and solved with the price of its rules', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, oda } = house;
    const product = (name: string, of: string, marginClass: string | null) =>
      vera.call('POST', '/api/v1/products', { id: uuidv7(), name, line: of, marginClass });
    await product('P1', 'Pumps', 'high');
    await product('P2', 'Pumps', 'A');
    await product('H1', 'Hoses', '引流');
    await product('V1', 'Valves', 'B');
    await sellLines(house, [
      [ann.id, '2025-06-02', 'Pumps', 100_000, 55_000],
      [ann.id, '2025-07-02', 'Pumps', 50_000, null],
      [oda.id, '2025-08-02', 'Valves', 40_000, null],
      [oda.id, '2023-08-02', 'Pumps', 900_000, 1],
    ]);
    await makeTarget(house);
    const { body: proposal } = await vera.call<MixProposalView>(
      'GET',
      '/api/v1/mix/proposal?fiscalYear=2026&hoursPerDay=6',
    );
    expect(proposal).toMatchObject({
      targetMinor: 100_000_000,
      highShare: 0.4,
      history: { from: '2025-01-01', to: '2025-12-31' },
      capacity: { people: 3, workdays: 261 },
      hours: 3 * 261 * 6,
    });
    const seen = proposal.lines.map(({ line, role, marginShare, soldMinor }) => [line, role, marginShare, soldMinor]);
    expect(seen).toEqual([
      ['Hoses', 'traffic', null, 0],
      ['Pumps', 'high-margin', 0.45, 150_000],
      ['Valves', null, null, 40_000],
    ]);
    const ofMax = (await max.call<MixProposalView>('GET', '/api/v1/mix/proposal?fiscalYear=2026')).body;
    expect(ofMax).toMatchObject({ targetMinor: null, hours: null, capacity: { people: 2 } });
    expect(ofMax.lines.find((one) => one.line === 'Valves')?.soldMinor).toBe(0);

    const id = await setMix(house);
    const path = `/api/v1/mix/${id}`;
    expect((await max.call<MixPlanView>('GET', path)).body).toMatchObject({ ...example, fiscalYearLabel: 'FY2026' });
    const { body: solution } = await vera.call<MixSolutionView>('GET', `${path}/solution`);
    expect(solution).toMatchObject({ status: 'ok', version: 1, best: { margin: 22_321_429, revenue: 100_000_000 } });
    expect(solution.best?.highShare).toBeCloseTo(0.414286, 6);
    expect(solution.prices.find((one) => one.id === 'hours')).toMatchObject({ step: 1, limit: 2501, gain: 9429 });
    const figures: (readonly [query: string, value: number | null | undefined])[] = [
      ['figure=margin', solution.best?.margin],
      ['figure=revenue', solution.best?.revenue],
      ['figure=hours', solution.best?.hours],
      ...solution.prices.map(({ id: rule, gain }) => [`figure=gain&rule=${encodeURIComponent(rule)}`, gain] as const),
    ];
    expect(figures.length).toBeGreaterThan(4);
    for (const [query, value] of figures) {
      const { why } = (await vera.call<{ why: Why }>('GET', `${path}/why?${query}`)).body;
      expect(evaluate(why), query).toBe(why.value);
      expect(why.value, query).toBeCloseTo(value as number, 6);
      expect(isConstant(why), query).toBe(false);
      expect(leavesOf(why).length, query).toBeGreaterThan(1);
    }
    expect((await vera.call('GET', `${path}/why?figure=gain&rule=cap:None`)).status).toBe(404);
  });

  it('that does not fit says which rules clash, and each single change that is offered frees it', async () => {
    const house = await openTestHouse(open);
    const { vera } = house;
    const path = `/api/v1/mix/${await setMix(house, { hours: 2000 })}`;
    const { body } = await vera.call<MixSolutionView>('GET', `${path}/solution`);
    expect(body.status).toBe('infeasible');
    expect(body.conflict.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['hours', 'target', 'high-share']));
    const offered = body.relaxations.flatMap(({ rule, applied }) => (applied === null ? [] : [[rule.kind, applied]]));
    expect(offered).toEqual([
      ['target', 84_482_758],
      ['high-share', 0.2714],
      ['hours', 2450],
    ]);
    const changes = [{ targetMinor: 84_482_758 }, { highShare: 0.2714 }, { hours: 2450 }];
    let version = 1;
    for (const change of changes) {
      const plan = { targetMinor: 100_000_000, hours: 2000, highShare: 0.4, ...change };
      expect((await vera.call('PATCH', path, plan, { 'if-match': `${version}` })).status).toBe(200);
      version += 1;
      expect((await vera.call<MixSolutionView>('GET', `${path}/solution`)).body, JSON.stringify(change)).toMatchObject({
        status: 'ok',
        version,
      });
    }
    const history = (await vera.call('GET', '/api/v1/changes?subject=mix_plan')).body.items;
    expect(history.map(({ action }: { action: string }) => action).sort()).toEqual([
      'created',
      'updated',
      'updated',
      'updated',
    ]);
  });

  it('says what it does not know instead of guessing, and that nothing limits it', async () => {
    const house = await openTestHouse(open);
    const { vera } = house;
    const [pumps, ...others] = example.lines;
    const path = `/api/v1/mix/${await setMix(house, { lines: [{ ...pumps, marginShare: null }, ...others] })}`;
    const solution = async () => (await vera.call<MixSolutionView>('GET', `${path}/solution`)).body;
    expect(await solution()).toMatchObject({
      status: 'incomplete',
      best: null,
      missing: [{ line: 'Pumps', fact: 'margin-share' }],
    });
    expect((await vera.call('GET', `${path}/why?figure=margin`)).status).toBe(404);
    const endless = example.lines.map((one) => ({ ...one, demandCapMinor: null }));
    await vera.call('PATCH', path, { lines: endless, hours: null }, { 'if-match': '1' });
    expect(await solution()).toMatchObject({ status: 'unbounded', best: null, prices: [] });
  });

  it('is refused to reps, twice in a year, unseen and malformed, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann } = house;
    const id = await setMix(house);
    const path = `/api/v1/mix/${id}`;
    const { body: before } = await vera.call<MixPlanView>('GET', path);
    const changed = async () => (await vera.call('GET', '/api/v1/changes?subject=mix_plan')).body.items.length;
    const count = await changed();

    for (const read of ['', '/solution', '/to-date', '/why?figure=margin'])
      expect((await ann.call('GET', `${path}${read}`)).body, read).toMatchObject({ code: 'not-found' });
    expect((await ann.call('GET', '/api/v1/mix?count=1')).body).toMatchObject({ items: [], total: 0 });
    expect((await ann.call('GET', '/api/v1/mix/proposal?fiscalYear=2026')).body.code).toBe('not-allowed');
    expect((await ann.call('GET', `/api/v1/changes?subject=mix_plan&recordId=${id}`)).status).toBe(404);
    expect((await ann.call('POST', '/api/v1/mix', { id: uuidv7(), ...example, fiscalYear: 2027 })).body.code).toBe(
      'not-allowed',
    );
    expect((await ann.call('PATCH', path, { hours: 1 }, { 'if-match': '1' })).body.code).toBe('not-allowed');

    const refused = async (deed: Promise<{ body: { code: string } }>) => (await deed).body.code;
    expect(await refused(max.call('POST', '/api/v1/mix', { ...example, id: uuidv7() }))).toBe('year-taken');
    expect((await vera.call('POST', '/api/v1/mix', { ...example, id, hours: 7 })).body).toMatchObject({ hours: 2500 });
    expect(await refused(vera.call('PATCH', path, { hours: 1 }))).toBe('version-missing');
    const clash = await vera.call('PATCH', path, { hours: 1 }, { 'if-match': '7' });
    expect(clash).toMatchObject({ status: 412, body: { code: 'version-clash', current: { version: 1, hours: 2500 } } });
    const pairing = (high: string, traffic: string) => ({ pairings: [{ high, traffic, ratio: 0.5 }] });
    for (const wrong of [
      pairing('Pumps', 'Pumps'),
      pairing('Pumps', 'Nothing'),
      { lines: [] },
      { lines: [example.lines[0], example.lines[0]] },
      { highShare: 1.2 },
      { hours: -1 },
      { targetMinor: 0.5 },
    ])
      expect(await refused(vera.call('PATCH', path, wrong, { 'if-match': '1' })), JSON.stringify(wrong)).toBe(
        'invalid-input',
      );
    expect((await vera.call('GET', path)).body).toEqual(before);
    expect(await changed()).toBe(count);

    // Archived, it makes way for another one, and does not come back beside it.
    expect((await vera.call('POST', `${path}/archive`, undefined, { 'if-match': '1' })).status).toBe(200);
    const next = await setMix(house);
    expect(await refused(vera.call('POST', `${path}/restore`, undefined, { 'if-match': '2' }))).toBe('year-taken');
    expect((await vera.call('GET', '/api/v1/mix')).body.items.map((one: MixPlanView) => one.id)).toEqual([next]);
  });
});
