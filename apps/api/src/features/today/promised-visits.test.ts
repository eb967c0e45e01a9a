import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';
import { deed, openDay, type Row, rowsOf } from './testing-day.ts';

const of = async (who: CastMember, source: string): Promise<Row[]> =>
  (await rowsOf(who)).filter((row) => row.source === source);
const promise = (who: CastMember, accountId: string, count: number, per: string, version = 1) =>
  who.call('PUT', `/api/v1/accounts/${accountId}/promise`, { cadence: { count, per } }, { 'if-match': `${version}` });

describeEachDialect('promised visits in the day (P3, T7)', (open) => {
  afterEach(closeTestHouses);

  it('arrive while the period asks for them, with what the next one brings, until they are planned or made', async () => {
    let now = '2026-02-02T09:00:00.000Z';
    const { house, make, huaxin, nordic } = await openDay(open, () => now);
    const { ann, ben, max, oda, vera } = house;
    await make(ann, '/activities', {
      kind: 'visit',
      onDay: '2026-02-02',
      isDone: true,
      subject: 'V',
      accountId: huaxin.id,
    });
    expect((await promise(max, huaxin.id, 2, 'month')).status).toBe(200);
    expect((await promise(max, nordic.id, 1, 'quarter')).status).toBe(200);
    now = '2026-03-16T09:00:00.000Z';
    const asked = await of(ann, 'cadence-visit');
    expect(asked).toMatchObject([
      {
        id: huaxin.id,
        name: 'Huaxin',
        kind: 'visit',
        dueOn: '2026-03-31',
        lane: 'value',
        hours: 2,
        account: { id: huaxin.id },
      },
    ]);
    // Nordic lies in the same market, which was visited; its quarter asks for less than a whole visit since the promise was made.
    expect(asked[0]).toMatchObject({ delayCostMinor: null, deeds: ['snooze', 'give'] });
    const planned = { kind: 'visit', onDay: '2026-03-20', isDone: false, subject: 'V', accountId: huaxin.id };
    await make(ann, '/activities', planned);
    expect(await of(ann, 'cadence-visit')).toHaveLength(1);
    const second = await make(ann, '/activities', { ...planned, onDay: '2026-03-24' });
    expect(await of(ann, 'cadence-visit')).toEqual([]);
    // Planned, and the day passed: it is late on the list as a task, and not a second time as a promise.
    now = '2026-03-25T09:00:00.000Z';
    expect(await of(ann, 'cadence-visit')).toEqual([]);
    expect((await of(ann, 'activity')).map(({ id }) => id)).toContain(second.id);
    expect(await of(oda, 'cadence-visit')).toEqual([]);
    expect(await of(ben, 'cadence-visit')).toEqual([]);
    expect(await of(vera, 'cadence-visit')).toEqual([]);
  });

  it('say what a day of delay costs, derived; they are put off, given, and rest with a parked account', async () => {
    const { house, make, huaxin, nordic } = await openDay(open);
    const { ann, ben, max, oda } = house;
    await make(ann, '/activities', {
      kind: 'visit',
      onDay: '2026-01-12',
      isDone: true,
      subject: 'V',
      accountId: nordic.id,
    });
    await promise(max, huaxin.id, 1, 'week');
    await house.deps.transact(house.operator, (work) =>
      work.db
        .updateTable('account')
        .set({ tier_score_minor: 52_000_00 })
        .where('org_id', '=', house.orgId)
        .where('id', '=', huaxin.id)
        .execute(),
    );
    const [row] = (await of(ann, 'cadence-visit')) as [Row];
    // 52,000 a year are 1,000 a week; without a visit 60 % stay: 400, in the seven days of the week.
    expect(row).toMatchObject({ dueOn: '2026-03-22', delayCostMinor: 57_14 });
    const why = async (who: CastMember, figure: string) =>
      (
        await who.call<{ why: Why; code: string }>(
          'GET',
          `/api/v1/today/why?figure=${figure}&source=cadence-visit&id=${row.id}`,
        )
      ).body;
    for (const [figure, value] of [
      ['delayCost', row.delayCostMinor],
      ['valuePerHour', row.valuePerHourMinor],
    ] as const) {
      const told = (await why(ann, figure)).why;
      expect(evaluate(told)).toBe(value);
      expect(isConstant(told)).toBe(false);
    }
    expect((await why(oda, 'delayCost')).code).toBe('not-found');
    expect((await deed(oda, row, 'snooze', { untilOn: '2026-03-18' })).body.code).toBe('not-found');
    expect((await deed(ann, row, 'done')).body.code).toBe('invalid-input');
    expect(await of(ann, 'cadence-visit')).toEqual([row]);
    expect((await deed(ann, row, 'snooze', { untilOn: '2026-03-18' })).status).toBe(200);
    expect(await of(ann, 'cadence-visit')).toEqual([]);
    const { away } = (await ann.call('GET', '/api/v1/today')).body;
    expect((await deed(ann, away[0], 'undo')).status).toBe(200);
    const { version } = (await ann.call('GET', `/api/v1/accounts/${huaxin.id}`)).body;
    const parked = { parked: { reason: 'Summer break', untilOn: '2026-04-01' } };
    const park = await ann.call('POST', `/api/v1/accounts/${huaxin.id}/park`, parked, { 'if-match': `"${version}"` });
    expect(await of(ann, 'cadence-visit')).toEqual([]);
    const back = { 'if-match': `"${park.body.version}"` };
    await ann.call('POST', `/api/v1/accounts/${huaxin.id}/park`, { parked: null }, back);
    const [again] = (await of(ann, 'cadence-visit')) as [Row];
    expect((await deed(ann, again, 'give')).status).toBe(200);
    expect(await of(ann, 'cadence-visit')).toEqual([]);
    expect((await rowsOf(ben)).map(({ name }) => name)).toContain('Huaxin');
  });

  it('stand beside appointments, with whom they are made together, also on the day of who comes along', async () => {
    const { house, make, huaxin } = await openDay(open);
    const { ann, ben, oda } = house;
    const call = await make(ann, '/activities', {
      ...{ kind: 'call', onDay: '2026-03-16', isDone: true, subject: 'Called', accountId: huaxin.id },
      nextStep: {
        ...{ id: uuidv7(), kind: 'visit', onDay: '2026-03-16', subject: 'Show the line' },
        ...{ startsAt: '14:30', minutes: 90, participantIds: [oda.id, ann.id] },
      },
    });
    const joint = (await rowsOf(ann)).find(({ name }) => name === 'Show the line');
    expect(joint).toMatchObject({ startsAt: '14:30', hours: 1.5, participants: [{ id: oda.id, name: 'Oda' }] });
    expect((await oda.call('GET', '/api/v1/today')).body.joint).toEqual([
      // The account is out of her sight, whoever takes her along.
      {
        id: joint?.id,
        kind: 'visit',
        name: 'Show the line',
        startsAt: '14:30',
        account: null,
        person: { id: ann.id, name: 'Ann' },
      },
    ]);
    expect((await ben.call('GET', '/api/v1/today')).body.joint).toEqual([]);
    const next = { id: uuidv7(), kind: 'visit', onDay: '2026-03-17', subject: 'x', participantIds: [uuidv7()] };
    const refused = await ann.call('PATCH', `/api/v1/activities/${call.id}`, { nextStep: next }, { 'if-match': '1' });
    expect(refused.body.code).toBe('reference-unknown');
    expect((await ann.call('GET', `/api/v1/activities/${call.id}`)).body.version).toBe(1);
  });

  it('bring the quota along that waits for an answer, to whom it is about', async () => {
    const { house } = await openDay(open);
    const { ann, ben, vera } = house;
    const id = await makeTarget(house);
    expect(await of(ann, 'quota-letter')).toEqual([]);
    const submit = { reason: 'first round' };
    await vera.call('POST', `/api/v1/targets/${id}/submit`, submit, { 'if-match': '1' });
    expect(await of(ann, 'quota-letter')).toMatchObject([{ id, lane: 'value', dueOn: null, deeds: ['snooze'] }]);
    const { submittedStepId } = (await ann.call('GET', `/api/v1/targets/${id}/steps`)).body;
    await ann.call('POST', `/api/v1/targets/${id}/answers`, { submittedStepId, answer: 'accepted' });
    expect(await of(ann, 'quota-letter')).toEqual([]);
    expect(await of(ben, 'quota-letter')).toHaveLength(1);
    expect(await of(vera, 'quota-letter')).toEqual([]);
    const unknown = await ann.call('GET', `/api/v1/today/why?figure=delayCost&source=quota-letter&id=${uuidv7()}`);
    expect(unknown.body.code).toBe('not-found');
  });
});
