import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses } from '../../testing-house.ts';
import { opportunitiesPath } from '../../testing-opportunities.ts';
import { deed, openDay, rowsOf } from './testing-day.ts';

const quarter = { from: '2026-01-01', to: '2026-03-31' };
const owedBy = async (who: CastMember, query = '') =>
  (await rowsOf(who, query)).filter(({ source }) => source.startsWith('forecast-'));
const submit = async (who: CastMember, scopeKind: 'person' | 'reach', period = quarter) => {
  const number = { scopeKind, scopeId: who.id, ...period, amountMinor: 1000 };
  const answer = await who.call('POST', '/api/v1/forecast/submissions', { id: uuidv7(), ...number });
  expect(answer.status).toBe(201);
};

describeEachDialect('forecasts that are owed', (open) => {
  afterEach(closeTestHouses);

  it('stand in the day of who has open deals and said no number, once the organisation says numbers', async () => {
    const { house, make } = await openDay(open);
    const { ann, ben, max, vera } = house;
    const deal = { amountMinor: 700, expectedCloseOn: '2026-03-01' };
    await make(ann, '/opportunities', { name: 'Late', ...deal });
    expect(await owedBy(ann)).toEqual([]);
    await submit(ben, 'person');
    expect(await owedBy(ann)).toMatchObject([
      { source: 'forecast-due', id: ann.id, name: '2026-01-01 – 2026-03-31', dueOn: '2026-01-07', deeds: ['snooze'] },
    ]);
    expect(await owedBy(ben)).toEqual([]);
    expect(await owedBy(max)).toMatchObject([{ source: 'forecast-due', id: max.id }]);
    expect(await owedBy(max, `?personId=${ann.id}`)).toHaveLength(1);
    expect(await owedBy(vera)).toEqual([]);
    const [row] = await owedBy(ann);
    if (!row) throw new Error('Nothing is owed.');
    expect((await deed(ann, row, 'snooze', { untilOn: '2026-03-20' })).status).toBe(200);
    expect(await owedBy(ann)).toEqual([]);
    await submit(max, 'reach');
    expect(await owedBy(max)).toEqual([]);
  });

  it('come again when a deal of the number moves, until another one is said', async () => {
    const { house, make } = await openDay(open);
    const { ann, ben } = house;
    const deal = await make(ann, '/opportunities', { name: 'Pumps', amountMinor: 700, expectedCloseOn: '2026-03-20' });
    await submit(ann, 'person');
    expect(await owedBy(ann)).toEqual([]);
    const seen = { 'if-match': `"${deal.version}"` };
    const moved = await ann.call('PATCH', `${opportunitiesPath}/${deal.id}`, { expectedCloseOn: '2026-04-20' }, seen);
    expect(moved.status).toBe(200);
    expect(await owedBy(ann)).toMatchObject([{ source: 'forecast-stale', id: ann.id, dueOn: null }]);
    await submit(ann, 'person');
    expect(await owedBy(ann)).toEqual([]);
    expect(await owedBy(ben)).toEqual([]);
  });

  it('are of the kind of period that was said last', async () => {
    const { house, make } = await openDay(open);
    const { ann, ben } = house;
    await make(ann, '/opportunities', { name: 'Pumps', amountMinor: 700, expectedCloseOn: '2026-03-20' });
    await submit(ben, 'person', { from: '2026-03-01', to: '2026-03-31' });
    expect(await owedBy(ann)).toMatchObject([{ name: '2026-03-01 – 2026-03-31', dueOn: '2026-03-07' }]);
  });
});
