import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { keptUntilChange } from '../changes/kept-until-change-store.ts';
import type { DayOf } from './gather-day.ts';
import type { Whose } from './source.ts';

/** So many items at most are kept of all days together: some tens of megabytes. */
const kept = keptUntilChange<DayOf>({ room: 100_000, sizeOf: ({ items }) => items.size });

/** The order of a day is a pure function of what the organisation has written down: while nothing has changed it is not made again. */
export const keptDay = (db: Db, actor: Actor, whose: Whose, gather: () => Promise<DayOf>): Promise<DayOf> =>
  kept(db, actor, whose, gather);
