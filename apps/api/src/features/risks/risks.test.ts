import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { watchTriggers } from './respond.ts';

const path = '/api/v1/risks';
const risk = (more: Record<string, unknown> = {}) => ({
  ...{ id: uuidv7(), name: 'The biggest customer leaves', kind: 'customer-loss', likelihood: 2, impact: 5 },
  trigger: { measure: 'revenue', days: 30, fires: 'below', threshold: 1000_00 },
  steps: [
    { name: 'Call their management', kind: 'call', answerableId: null, afterDays: 0 },
    // 16 March 2026 and five days is a Saturday.
    { name: 'Offer for the others', kind: 'meeting', answerableId: null, afterDays: 5 },
  ],
  ...more,
});
const todayOf = async (who: CastMember): Promise<string[]> => {
  const { lanes } = (await who.call('GET', '/api/v1/today')).body;
  return lanes.flatMap(({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name));
};

describeEachDialect('risks (R2)', (open) => {
  afterEach(closeTestHouses);

  it('begin what was prepared when their measure passes the threshold: steps get a person and a day', async () => {
    const house = await openTestHouse(open);
    const { deps, operator, max, ann } = house;
    const steps = [{ ...risk().steps[0], answerableId: ann.id }, risk().steps[1]];
    const asked = risk({ steps });
    expect((await max.call('POST', path, asked)).body).toMatchObject({
      ...{ status: 'watching', weight: 10, owner: { name: 'Max' }, isDrillDue: true, response: [] },
    });
    const sale = { id: uuidv7(), day: '2026-03-10', revenueMinor: 1000_00, currency: 'USD', ownerId: ann.id };
    await max.call('POST', '/api/v1/sales', sale);
    expect((await max.call('GET', `${path}/${asked.id}/value`)).body).toMatchObject({ value: 1000_00, isFired: false });
    expect(await watchTriggers(deps, operator)).toEqual({ fired: 0, unmeasured: 0 });
    house.deps.clock = { ...deps.clock, today: () => '2026-04-15' };
    expect(await watchTriggers(deps, operator)).toEqual({ fired: 1, unmeasured: 0 });
    expect(await watchTriggers(deps, operator)).toEqual({ fired: 0, unmeasured: 0 });
    const fired = (await max.call('GET', `${path}/${asked.id}`)).body;
    expect(fired).toMatchObject({
      ...{ status: 'fired', firedOn: '2026-04-15', firedValue: 0, version: 2 },
      response: [
        { name: 'Call their management', dueOn: '2026-04-15', isDone: false, person: { name: 'Ann' } },
        { name: 'Offer for the others', dueOn: '2026-04-20', person: { name: 'Max' } },
      ],
    });
    expect(await todayOf(ann)).toContain('Call their management');
    expect((await max.call('POST', `${path}/${asked.id}/watch`, undefined, { 'if-match': '2' })).body.code).toBe(
      'risk-fired',
    );
    const lesson = { lesson: 'Two customers more before the summer' };
    expect((await max.call('POST', `${path}/${asked.id}/settle`, lesson, { 'if-match': '1' })).status).toBe(412);
    const settled = await max.call('POST', `${path}/${asked.id}/settle`, lesson, { 'if-match': '2' });
    expect(settled.body).toMatchObject({ status: 'settled', ...lesson });
    expect(await todayOf(ann)).not.toContain('Call their management');
    const again = await max.call('POST', `${path}/${asked.id}/watch`, undefined, { 'if-match': '3' });
    expect(again.body).toMatchObject({ status: 'watching', response: [] });
  });

  it('are rehearsed, with a day and a result', async () => {
    const { max, oda } = await openTestHouse(open);
    const asked = risk({ trigger: null });
    await max.call('POST', path, asked);
    const drill = {
      id: uuidv7(),
      riskId: asked.id,
      onDay: '2026-03-02',
      result: 'partly',
      note: 'Nobody knew the number',
    };
    expect((await max.call('POST', '/api/v1/risk-drills', drill)).body).toMatchObject({ by: { name: 'Max' } });
    expect((await max.call('GET', `${path}/${asked.id}`)).body).toMatchObject({
      ...{ isDrillDue: false, lastDrill: { onDay: '2026-03-02', result: 'partly' } },
    });
    const refused = [
      await max.call('POST', '/api/v1/risk-drills', { ...drill, id: uuidv7(), onDay: '2026-03-17' }),
      await oda.call('POST', '/api/v1/risk-drills', { ...drill, id: uuidv7() }),
      await max.call('GET', `${path}/${asked.id}/value`),
      await max.call('POST', `${path}/${asked.id}/settle`, { lesson: 'None' }, { 'if-match': '1' }),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual([
      ...['invalid-input', 'reference-unknown', 'not-found', 'risk-quiet'],
    ]);
  });

  it('are entered by those who lead, and seen by their owner and who leads them', async () => {
    const { max, ann, oda, vera } = await openTestHouse(open);
    const asked = risk({ ownerId: ann.id });
    expect((await ann.call('POST', path, asked)).body.code).toBe('not-allowed');
    await max.call('POST', path, asked);
    const seen = async (who: CastMember) => (await who.call('GET', path)).body.items.length;
    expect([await seen(vera), await seen(max), await seen(ann), await seen(oda)]).toEqual([1, 1, 1, 0]);
    const nobody = risk({ steps: [{ name: 'Call', kind: 'call', answerableId: uuidv7(), afterDays: 0 }] });
    expect((await max.call('POST', path, nobody)).body.code).toBe('owner-unknown');
    const fire = (who: CastMember) => who.call('POST', `${path}/${asked.id}/fire`, undefined, { 'if-match': '1' });
    expect((await oda.call('GET', `${path}/${asked.id}`)).body.code).toBe('not-found');
    expect((await fire(oda)).body.code).toBe('not-found');
    expect((await fire(ann)).body).toMatchObject({ status: 'fired', firedValue: null });
    expect((await vera.call('GET', path)).body.items).toMatchObject([{ version: 2 }]);
  });
});
