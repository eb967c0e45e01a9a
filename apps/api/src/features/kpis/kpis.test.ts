import type { KpiStandingsView } from '@milepost/contract/kpis';
import type { TileView } from '@milepost/contract/overview';
import type { SatisfactionScore } from '@milepost/contract/satisfaction';
import type { StandingsView } from '@milepost/contract/scorecard';
import { evaluate, isConstant, misstated } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

afterEach(closeTestHouses);

describeEachDialect('K1, K3 what is wanted of a role', (open) => {
  async function story() {
    const house = await openTestHouse(open);
    const { ann, vera } = house;
    const account = { id: uuidv7(), name: 'Huaxin', ownerId: ann.id };
    await ann.call('POST', '/api/v1/accounts', account);
    const say = (score: number, more: Record<string, unknown> = {}) =>
      ann.call('POST', '/api/v1/satisfaction', {
        ...{ id: uuidv7(), accountId: account.id, onDay: '2026-03-10', scale: 'satisfied', score, ...more },
      });
    const want = (measure: string, aim: number | null, more: Record<string, unknown> = {}) =>
      vera.call('POST', '/api/v1/kpis', {
        ...{ id: uuidv7(), measure, role: 'rep', period: 'month', direction: 'up', aim, validFrom: '2026-01-01' },
        ...more,
      });
    return { ...house, account, say, want };
  }

  it('counts satisfaction with its interval, of each who answered the last answer, and never zero for nothing', async () => {
    const { ann, oda, account, say } = await story();
    const ask = (who: typeof ann) =>
      who.call<SatisfactionScore>('GET', '/api/v1/satisfaction-score?from=2026-03-01&to=2026-03-31');
    expect((await ask(ann)).body).toMatchObject({ netPromoter: null, satisfied: null, change: null });
    expect((await say(3)).status).toBe(201);
    await say(5, { onDay: '2026-03-12' });
    for (const score of [9, 10, 6]) await say(score, { scale: 'recommend', contactId: await contactOf(score) });
    async function contactOf(score: number): Promise<string> {
      const contact = { id: uuidv7(), name: `Contact ${score}`, accountId: account.id };
      await ann.call('POST', '/api/v1/contacts', contact);
      return contact.id;
    }
    const { body } = await ask(ann);
    expect(body.satisfied).toMatchObject({ score: 1, count: 1 });
    expect(body.satisfied?.low).toBeLessThan(0.5);
    expect(body.netPromoter?.score).toBeCloseTo(100 / 3, 9);
    expect(body.netPromoter?.count).toBe(3);
    expect((await ask(oda)).body.satisfied).toBeNull();
    const refusals = [
      await say(6),
      await say(0),
      await say(5, { contactId: account.id }),
      await oda.call('POST', '/api/v1/satisfaction', {
        ...{ id: uuidv7(), accountId: account.id, onDay: '2026-03-10', scale: 'satisfied', score: 5 },
      }),
    ];
    expect(refusals.map(({ body: { code } }) => code)).toEqual([
      ...['invalid-input', 'invalid-input', 'reference-unknown', 'reference-unknown'],
    ]);
    expect((await ann.call('GET', '/api/v1/satisfaction?count=1')).body.total).toBe(5);
  });

  it('stands by the whole interval, in the period of the day, for those of the role and in sight', async () => {
    const { ann, max, say, want } = await story();
    expect((await want('satisfied', 0.9)).status).toBe(201);
    expect((await want('visits', 1)).status).toBe(201);
    await say(5);
    const activity = { id: uuidv7(), kind: 'visit', subject: 'Met', onDay: '2026-03-11', isDone: true };
    await ann.call('POST', '/api/v1/activities', activity);
    const standings = async (who: typeof ann) =>
      (await who.call<KpiStandingsView>('GET', '/api/v1/kpi-standings?period=month')).body;
    const own = await standings(ann);
    expect(own.items.map(({ kpi, from, to }) => [kpi.measure, from, to])).toEqual([
      ['satisfied', '2026-03-01', '2026-03-31'],
      ['visits', '2026-03-01', '2026-03-31'],
    ]);
    expect(own.items[0]?.rows).toMatchObject([{ person: { name: 'Ann' }, value: 1, status: 'open' }]);
    expect(own.items[1]?.rows).toMatchObject([{ value: 1, status: 'met', attainmentRatio: 1 }]);
    const led = await standings(max);
    expect(led.items[0]?.rows.map(({ person, status }) => [person.name, status])).toEqual([
      ['Ann', 'open'],
      ['Ben', 'unknown'],
    ]);
    expect(led.items[1]?.rows.map(({ value, status }) => [value, status])).toEqual([
      [1, 'met'],
      [0, 'open'],
    ]);
  });

  it('has a trend also where a measure is not divided by months: cash by its days, coverage', async () => {
    const { ann, want, account } = await story();
    await want('collectedWithin', 0.9);
    await want('marketCoverage', null);
    await ann.call(
      'PATCH',
      `/api/v1/accounts/${account.id}`,
      { segment: 'Health', region: 'East' },
      { 'if-match': '1' },
    );
    const invoice = { id: uuidv7(), number: 'A-1', issuedOn: '2025-12-05', amountMinor: 900_00 };
    await ann.call('POST', '/api/v1/invoices', invoice);
    await ann.call('POST', '/api/v1/receipts', {
      ...{ id: uuidv7(), invoiceId: invoice.id, day: '2025-12-25', amountMinor: 450_00, kind: 'receipt' },
    });
    await ann.call('POST', '/api/v1/activities', {
      ...{ id: uuidv7(), kind: 'visit', subject: 'Met', onDay: '2026-02-11', isDone: true, accountId: account.id },
    });
    const { items } = (await ann.call<KpiStandingsView>('GET', '/api/v1/kpi-standings?period=month')).body;
    const trendOf = (measure: string) => {
      const trend = items.find(({ kpi }) => kpi.measure === measure)?.trend ?? [];
      expect([trend.length, trend[0]?.label, trend.at(-1)?.label]).toEqual([12, '2025-03', '2026-02']);
      return trend.slice(-3).map(({ value }) => value);
    };
    expect(trendOf('collectedWithin')).toEqual([0.5, null, null]);
    expect(trendOf('marketCoverage')).toEqual([0, 0, 1]);
  });

  it('tells net promoters and days outstanding by person, as KPIs that a scorecard weighs, each opening to its records', async () => {
    const { ann, max, vera, account, say, want } = await story();
    for (const [score, name] of [
      [10, 'Ma'],
      [9, 'Li'],
      [3, 'Wu'],
    ] as const) {
      const contact = { id: uuidv7(), name, accountId: account.id };
      await ann.call('POST', '/api/v1/contacts', contact);
      await say(score, { scale: 'recommend', contactId: contact.id });
    }
    const invoice = (number: string, issuedOn: string, amountMinor: number) =>
      ann.call('POST', '/api/v1/invoices', {
        ...{ id: uuidv7(), number, accountId: account.id, amountMinor, currency: 'USD', issuedOn },
        dueOn: '2026-03-31',
      });
    await invoice('R-1', '2025-06-02', 100_00);
    const settled = (await vera.call('GET', '/api/v1/invoices')).body.items[0].id;
    const receipt = { id: uuidv7(), invoiceId: settled, kind: 'receipt', amountMinor: 100_00, day: '2025-07-01' };
    expect((await ann.call('POST', '/api/v1/receipts', receipt)).status).toBe(201);
    expect((await invoice('R-2', '2026-02-02', 300_00)).status).toBe(201);
    await want('netPromoter', 50);
    await want('daysOutstanding', 45, { direction: 'down' });
    const { items } = (await max.call<KpiStandingsView>('GET', '/api/v1/kpi-standings?period=month')).body;
    const [days, score] = items;
    expect([days?.kpi, score?.kpi]).toMatchObject([{ unit: 'days' }, { unit: 'points' }]);
    // 300 open against sales of 300 in the window of 90 days.
    expect(days?.rows.map(({ value, status }) => [value, status])).toEqual([
      [90, 'missed'],
      [null, 'unknown'],
    ]);
    expect(score?.rows[0]).toMatchObject({ status: 'open' });
    expect(score?.rows[0]?.value).toBeCloseTo(100 / 3, 9);
    const span = 'from=2026-03-01&to=2026-03-31&by=rep&key=Ann';
    for (const [measure, value] of [
      ['daysOutstanding', 90],
      ['netPromoter', score?.rows[0]?.value],
    ]) {
      const { why } = (await max.call('GET', `/api/v1/figures/${measure}/why?${span}`)).body;
      expect([evaluate(why), misstated(why)], String(measure)).toEqual([value, []]);
    }
    const parts = [
      { measure: 'netPromoter', weightBp: 4000 },
      { measure: 'daysOutstanding', weightBp: 6000 },
    ];
    const card = { id: uuidv7(), name: 'Reps', role: 'rep', validFrom: '2026-01-01', parts };
    expect((await vera.call('POST', '/api/v1/scorecards', card)).status).toBe(201);
    const { rows } = (await max.call<StandingsView>('GET', '/api/v1/scorecard-standings?period=month')).body;
    expect(rows.map(({ person, totalRatio }) => [person.name, totalRatio === null])).toEqual([
      ['Ann', false],
      ['Ben', true],
    ]);
    // 33⅓ of 50 points count two thirds, 45 of 90 days a half.
    expect(rows[0]?.totalRatio).toBeCloseTo(0.4 * (2 / 3) + 0.6 * 0.5, 9);
    for (const [figure, measure] of [
      ['target', 'daysOutstanding'],
      ['actual', 'netPromoter'],
      ['total', undefined],
    ]) {
      const query = `period=month&figure=${figure}${measure ? `&measure=${measure}` : ''}`;
      const { why } = (await max.call('GET', `/api/v1/scorecard-standings/${ann.id}/why?${query}`)).body;
      expect([isConstant(why), misstated(why)], query).toEqual([false, []]);
    }
  });

  it('opens satisfaction to what customers said, on its page and on the overview, and says nothing where nobody did', async () => {
    const { ann, max, oda, say } = await story();
    await say(5);
    await say(9, { scale: 'recommend', onDay: '2025-03-20' });
    await say(3, { scale: 'recommend' });
    const tile = async (who: typeof ann) =>
      (await who.call('GET', '/api/v1/overview')).body.tiles.find((one: TileView) => one.tile === 'satisfaction');
    expect(await tile(max)).toMatchObject({
      ...{ value: 1, counts: { num: 1, den: 1 }, from: '2025-03-17', to: '2026-03-16', signal: null },
      ...{ interval: { kind: 'share', conf: 0.95 }, beside: { unit: 'points', value: -100, told: { count: 1 } } },
    });
    expect(await tile(oda)).toMatchObject({ value: null, counts: null, interval: null, beside: null });
    expect(evaluate((await ann.call('GET', '/api/v1/overview/why?tile=satisfaction')).body.why)).toBe(1);
    const why = (figure: string, span: string) =>
      ann.call('GET', `/api/v1/satisfaction-score/why?figure=${figure}&${span}`);
    const march = 'from=2026-03-01&to=2026-03-31';
    expect(evaluate((await why('netPromoter', march)).body.why)).toBe(-100);
    expect((await why('change', march)).status).toBe(404);
    expect((await why('satisfied', 'from=2025-01-01&to=2025-12-31')).status).toBe(404);
  });

  it('is set by administrators, and nothing happened otherwise', async () => {
    const { ann, max, vera, want } = await story();
    const kpi = {
      id: uuidv7(),
      measure: 'visits',
      role: 'rep',
      period: 'month',
      direction: 'up',
      validFrom: '2026-01-01',
    };
    const refusals = [
      await ann.call('POST', '/api/v1/kpis', kpi),
      await max.call('POST', '/api/v1/kpis', kpi),
      await want('visits', 1, { validTo: '2025-01-01' }),
      await want('unheardOf', 1),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-allowed', 'not-allowed', 'invalid-input', 'invalid-input'],
    ]);
    expect((await vera.call('GET', '/api/v1/kpis?count=1')).body.total).toBe(0);
  });
});
