import { evaluate, isConstant, leavesOf } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { claim } from '../../testing-expenses.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { firstInstant } from './first-instant.ts';

const linesPath = '/api/v1/budget/lines';
const even = (amount: number): number[] => new Array(12).fill(amount);
const enter = async (who: CastMember, said: Record<string, unknown>) =>
  who.call('POST', linesPath, { id: uuidv7(), fiscalYear: 2026, category: 'Meals', months: even(100_00), ...said });
const sum = (rows: readonly Record<string, number>[], key: string) =>
  rows.reduce((all, row) => all + (row[key] ?? 0), 0);

describeEachDialect('budget (P6)', (open) => {
  afterEach(closeTestHouses);

  it('burns by the year in which it was spent: 50 in January 2025 and 70 in January 2026 are 50 and 70', async () => {
    const { vera, max, ann } = await openTestHouse(open);
    await claim(ann, { day: '2025-01-20', amountMinor: 50 }, { approve: max });
    await claim(ann, { day: '2026-01-20', amountMinor: 70 }, { approve: max });
    const spentIn = async (year: number) =>
      (await vera.call('GET', `/api/v1/budget/burn?fiscalYear=${year}`)).body.total.approvedMinor;
    expect([await spentIn(2025), await spentIn(2026), await spentIn(2024)]).toEqual([50, 70, 0]);
  });

  it('shows plan, approved, pending and remaining by every axis, each figure down to its records', async () => {
    const { vera, max, ann, oda, teams } = await openTestHouse(open);
    await enter(vera, {});
    await enter(max, { teamId: teams.east, months: even(50_00) });
    await enter(vera, { category: 'Fairs', campaign: 'Spring', months: [0, 0, 900_00, ...new Array(9).fill(0)] });
    await claim(ann, { day: '2026-01-05', amountMinor: 30_00 }, { approve: max });
    await claim(ann, { day: '2026-02-05', amountMinor: 20_00 }, { submit: true });
    await claim(ann, { day: '2026-02-06', amountMinor: 9_00 });
    await claim(oda, { day: '2026-03-05', amountMinor: 11_00 }, { approve: vera });
    await claim(oda, { day: '2026-03-06', amountMinor: 5_00, currency: 'EUR' }, { approve: vera });
    await claim(
      oda,
      { day: '2026-03-02', amountMinor: 700_00, category: 'FAIRS', campaign: 'spring' },
      { approve: vera },
    );
    const burn = async (who: CastMember, by: string) => (await who.call('GET', `/api/v1/budget/burn?by=${by}`)).body;
    const whole = { planMinor: 2_700_00, approvedMinor: 741_00, pendingMinor: 20_00, remainingMinor: 1_959_00 };
    for (const by of ['category', 'line', 'team', 'campaign', 'account', 'month']) {
      const { rows, total, otherCurrencies, fiscalYearLabel } = await burn(vera, by);
      expect({ fiscalYearLabel, total, otherCurrencies }, by).toEqual({
        fiscalYearLabel: 'FY2026',
        total: whole,
        otherCurrencies: [{ currency: 'EUR', approvedMinor: 5_00, pendingMinor: 0 }],
      });
      for (const key of Object.keys(whole)) expect(sum(rows, key), `${key} by ${by}`).toBe(sum([whole], key));
      for (const { key, ...row } of rows)
        for (const figure of ['plan', 'approved', 'pending', 'remaining']) {
          const query = `by=${by}&figure=${figure}&key=${encodeURIComponent(key)}`;
          const answer = await vera.call('GET', `/api/v1/budget/burn/why?${query}`);
          if (row[`${figure}Minor`] === null) {
            expect(answer, `${figure} of ${key} by ${by}`).toMatchObject({ status: 404 });
            continue;
          }
          const { why } = answer.body;
          expect(evaluate(why), `${figure} of ${key} by ${by}`).toBe(row[`${figure}Minor`]);
          expect(isConstant(why)).toBe(false);
          for (const leaf of leavesOf(why)) expect(['expense', 'budget_line']).toContain(leaf.kind);
        }
    }
    expect((await burn(vera, 'line')).rows).toMatchObject([
      { name: 'Fairs · Spring', approvedMinor: 700_00 },
      { name: 'Meals', planMinor: 1_200_00, approvedMinor: 11_00 },
      { name: 'Meals · East', planMinor: 600_00, approvedMinor: 30_00, pendingMinor: 20_00 },
    ]);
    // Max sees what his people spend, from the lines of the teams he leads.
    expect((await burn(max, 'line')).rows).toMatchObject([{ name: 'Meals · East', remainingMinor: 570_00 }]);
    expect((await burn(max, 'team')).total).toMatchObject({ planMinor: 600_00, approvedMinor: 30_00 });
  });

  it('tells the cost per lead, visit, won deal and unit of revenue, and none where there is no result', async () => {
    const { vera, max, ann, deps } = await openTestHouse(open);
    await claim(ann, { day: '2026-01-05', amountMinor: 90_00 }, { approve: max });
    const returns = async () => (await max.call('GET', '/api/v1/budget/returns')).body.rows;
    expect(await returns()).toEqual(
      ['lead', 'visit', 'won-deal', 'revenue'].map((result) => ({
        result,
        numeratorMinor: 90_00,
        denominator: 0,
        cost: null,
      })),
    );
    expect((await max.call('GET', '/api/v1/budget/returns/why?result=lead')).body.code).toBe('not-found');
    for (const onDay of ['2026-01-05', '2026-02-05', '2025-12-31'])
      await ann.call('POST', '/api/v1/activities', { id: uuidv7(), kind: 'visit', onDay, isDone: true, subject: 'V' });
    const stage = (await vera.call('GET', '/api/v1/stages')).body.items.find(
      ({ category }: { category: string }) => category === 'won',
    );
    await ann.call('POST', '/api/v1/opportunities', {
      id: uuidv7(),
      name: 'Pumps',
      stageId: stage.id,
      amountMinor: 450_00,
      closedOn: '2026-02-10',
    });
    expect(await returns()).toMatchObject([
      { result: 'lead', cost: null },
      { result: 'visit', denominator: 2, cost: 45_00 },
      { result: 'won-deal', denominator: 1, cost: 90_00 },
      { result: 'revenue', denominator: 450_00, cost: 0.2 },
    ]);
    for (const { result, cost } of (await returns()).slice(1)) {
      const { why } = (await max.call('GET', `/api/v1/budget/returns/why?result=${result}`)).body;
      expect(evaluate(why)).toBe(cost);
    }
    expect(deps.clock.today('UTC')).toBe('2026-03-16');
  });

  it('proposes campaigns by equal marginal return once their months tell, and says what is missing before', async () => {
    const { vera, max, ann } = await openTestHouse(open);
    const proposal = async () => (await vera.call('GET', '/api/v1/budget/allocation?fiscalYear=2025')).body;
    expect(await proposal()).toMatchObject({ status: 'noCampaigns', rows: [] });
    const results = (of: (spend: number) => number) => spends.map((spend) => Math.round(of(spend)));
    const spends = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
    const line = { fiscalYear: 2025, category: 'Fairs', months: even(60_00) };
    await enter(vera, { ...line, campaign: 'Rich', results: results((x) => 400 * (1 - Math.exp(-x / 60))) });
    expect(await proposal()).toMatchObject({ status: 'insufficientData', marginalResults: null, leastMonths: 6 });
    await enter(vera, { ...line, campaign: 'Poor', results: results((x) => 40 * (1 - Math.exp(-x / 20))) });
    await enter(vera, { ...line, campaign: 'New' });
    for (const campaign of ['rich', 'Poor'])
      for (const [month, spend] of spends.entries())
        await claim(
          ann,
          {
            day: `2025-${String(month + 1).padStart(2, '0')}-15`,
            amountMinor: spend * 100,
            category: 'Fairs',
            campaign,
          },
          { approve: max },
        );
    const { status, monthMinor, marginalResults, rows } = await proposal();
    expect({ status, monthMinor }).toEqual({ status: 'ok', monthMinor: 180_00 });
    expect(sum(rows, 'proposedMinor')).toBe(180_00);
    expect(marginalResults).toBeGreaterThan(0);
    const of = (name: string) => rows.find(({ campaign }: { campaign: string }) => campaign === name);
    expect(of('New')).toMatchObject({ currentMinor: 60_00, proposedMinor: 60_00, months: 0, proposedResults: null });
    // A fifth at most at once.
    expect(of('Rich')).toMatchObject({ proposedMinor: 72_00, months: 12 });
    expect(of('Poor')).toMatchObject({ proposedMinor: 48_00, months: 12 });
    expect(of('Rich').proposedResults).toBeGreaterThan(of('Rich').currentResults);
    const figures = {
      current: 'currentMinor',
      proposed: 'proposedMinor',
      currentResults: 'currentResults',
      proposedResults: 'proposedResults',
      nextResults: 'nextResults',
      months: 'months',
    };
    const why = (campaign: string, figure: string) =>
      vera.call('GET', `/api/v1/budget/allocation/why?fiscalYear=2025&campaign=${campaign}&figure=${figure}`);
    for (const row of rows)
      for (const [figure, key] of Object.entries(figures)) {
        const { status: answered, body } = await why(row.campaign, figure);
        expect(answered, `${figure} of ${row.campaign}`).toBe(row[key] === null ? 404 : 200);
        if (answered === 200) expect([evaluate(body.why), isConstant(body.why)]).toEqual([row[key], false]);
      }
    const kinds = leavesOf((await why('Rich', 'proposed')).body.why).map(({ kind }) => kind);
    for (const kind of ['expense', 'budget-result', 'budget_line']) expect(kinds).toContain(kind);
    expect((await why('Nobody', 'current')).body.code).toBe('not-found');
    expect((await ann.call('GET', '/api/v1/budget/allocation/why?campaign=Rich&figure=current')).body.code).toBe(
      'not-allowed',
    );
  });

  it('is not for reps, nor a line of other teams or of everybody for a manager, and nothing happened', async () => {
    const { vera, max, ann, teams } = await openTestHouse(open);
    const { body: line } = await enter(vera, {});
    expect(line).toMatchObject({
      version: 1,
      totalMinor: 1_200_00,
      holder: { name: 'Vera' },
      results: even(0).fill(null as never),
    });
    const patch = { months: even(1) };
    const refusals = [
      await ann.call('GET', '/api/v1/budget/burn'),
      await enter(ann, {}),
      await enter(max, {}),
      await enter(max, { teamId: teams.west }),
      await enter(max, { teamId: uuidv7() }),
      await max.call('GET', `${linesPath}/${line.id}`),
      await max.call('PATCH', `${linesPath}/${line.id}`, patch, { 'if-match': '1' }),
      await vera.call('PATCH', `${linesPath}/${line.id}`, patch, { 'if-match': '7' }),
      await enter(vera, { category: 'MEALS' }),
      await enter(vera, { category: 'Fairs', months: [1] }),
      await max.call('GET', '/api/v1/budget/burn/why?figure=plan&key=nothing'),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-allowed',
      'not-allowed',
      'reference-unknown',
      'reference-unknown',
      'reference-unknown',
      'not-found',
      'not-found',
      'version-clash',
      'name-taken',
      'invalid-input',
      'not-found',
    ]);
    const { items, total } = (await vera.call('GET', `${linesPath}?count=1`)).body;
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ version: 1, totalMinor: 1_200_00 });
  });
});

it('a day begins by the clock of its place, also when summer begins', () => {
  expect(firstInstant('2026-01-01', 'UTC')).toBe('2026-01-01T00:00:00.000Z');
  expect(firstInstant('2026-01-01', 'Asia/Shanghai')).toBe('2025-12-31T16:00:00.000Z');
  expect(firstInstant('2026-04-01', 'Europe/Berlin')).toBe('2026-03-31T22:00:00.000Z');
  expect(firstInstant('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
});
