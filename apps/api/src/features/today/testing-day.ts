import { expect } from 'vitest';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { postSales } from '../sales/posting-store.ts';

export type Row = { id: string; name: string; version: number; source: string; [field: string]: unknown };
export const rowsOf = async (who: CastMember, query = ''): Promise<Row[]> =>
  (await who.call('GET', `/api/v1/today${query}`)).body.lanes.flatMap((lane: { rows: Row[] }) => lane.rows);
export const namesOf = async (who: CastMember, query = '') => (await rowsOf(who, query)).map(({ name }) => name);
export const deed = (who: CastMember, row: Pick<Row, 'source' | 'id' | 'version'>, what: string, body: object = {}) =>
  who.call('POST', `/api/v1/today/items/${row.source}/${row.id}/${what}`, body, { 'if-match': `"${row.version}"` });

/** Ann's accounts, of which Ben is the backup, a deal and her tasks. */
export async function openDay(open: Parameters<typeof openTestHouse>[0], now?: string | (() => string)) {
  const house = await openTestHouse(open, now === undefined ? {} : { now });
  const { max, ann, ben, vera } = house;
  const make = async (who: CastMember, path: string, body: Record<string, unknown>) => {
    const made = await who.call('POST', `/api/v1${path}`, { id: uuidv7(), ...body });
    expect([201, made.body]).toEqual([made.status, made.body]);
    return made.body as { id: string; version: number };
  };
  const account = (name: string, more = {}) =>
    make(max, '/accounts', { name, ownerId: ann.id, backupId: ben.id, segment: 'Machines', region: 'East', ...more });
  const [huaxin, nordic] = [await account('Huaxin'), await account('Nordic')];
  const stages = (await vera.call('GET', '/api/v1/stages')).body.items as { id: string; category: string }[];
  const stageId = stages.find(({ category }) => category === 'open')?.id;
  const task = (subject: string, more: Record<string, unknown> = {}) =>
    make(ann, '/activities', { kind: 'call', onDay: '2026-03-16', isDone: false, subject, ...more });
  return { house, make, huaxin, nordic, stageId, task };
}
export const sell = ({ deps, operator }: TestHouse, ownerId: string, accountId: string, revenueMinor: number) =>
  deps.transact(operator, (work) =>
    postSales(work, [
      { id: uuidv7(), day: '2026-01-15', revenueMinor, currency: 'USD', ownerId, accountId, line: 'Pumps' },
    ]),
  );
