import { operatorOf } from '../../auth/session.ts';
import type { OpenTestDatabase } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { openTestHouse } from '../../testing-house.ts';
import { organisations } from '../organisation/store.ts';
import { draftReports } from './draft-reports.ts';

/** In the first of two weeks (2 to 8 March 2026) Ann sold something and has a deal open; its pipeline was written down before. */
export async function openTwoWeeks(open: OpenTestDatabase) {
  let now = '2026-01-05T09:00:00.000Z';
  const house = await openTestHouse(open, { now: () => now });
  const { deps, orgId, ann, vera } = house;
  const [accountId, saleId, dealId] = [uuidv7(), uuidv7(), uuidv7()];
  const stages = (await ann.call('GET', '/api/v1/stages')).body.items as { id: string; category: string }[];
  const stageId = stages.find(({ category }) => category === 'open')?.id;
  await ann.call('POST', '/api/v1/accounts', { id: accountId, name: '华新仪器', segment: 'Health' });
  const deal = { name: 'Pumps for Huaxin', accountId, stageId, amountMinor: 100_000, expectedCloseOn: '2026-03-20' };
  await ann.call('POST', '/api/v1/opportunities', { id: dealId, ...deal });
  const at = (instant: string) => {
    now = instant;
  };
  at('2026-03-01T20:30:00.000Z');
  await vera.call('POST', '/api/v1/jobs/snapshot-pipeline/run');
  at('2026-03-05T09:00:00.000Z');
  await ann.call('POST', '/api/v1/sales', { id: saleId, accountId, day: '2026-03-05', revenueMinor: 12_300 });
  /** What the job does on this morning. */
  const morning = async (instant: string) => {
    at(instant);
    return draftReports(deps, operatorOf(await organisations.get(deps.db, orgId)));
  };
  const editionOf = async (person: typeof ann, startsOn: string) => {
    const filter = encodeURIComponent(JSON.stringify([{ field: 'startsOn', op: 'is', value: startsOn }]));
    const { items } = (await person.call('GET', `/api/v1/editions?filter=${filter}`)).body;
    return items.find(({ personId }: { personId: string }) => personId === person.id);
  };
  return { ...house, accountId, saleId, dealId, at, morning, editionOf };
}
