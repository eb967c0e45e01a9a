import type { ExplainedView } from '@milepost/contract/explain';
import type { OverviewQuery, OverviewView, OverviewWhyQuery } from '@milepost/contract/overview';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { allTiles } from './all-tiles.ts';
import type { Shown } from './tile.ts';
import { yearShown } from './year-shown.ts';

type Asking = Pick<Deps, 'db' | 'clock'>;

/** The overview of one person is what the asker would see if they saw that person alone. @throws Failure `not-found` */
async function narrowed(db: Db, actor: Actor, personId: string | undefined) {
  if (personId === undefined) return { actor, person: null };
  if (!reaches(actor, personId)) throw new Failure('not-found');
  const { id, name } = await people.get(db, actor, personId);
  return { actor: { ...actor, role: 'rep' as const, reach: [id] }, person: { id, name } };
}

async function shownTo({ db, clock }: Asking, asker: Actor, { days, personId }: OverviewQuery) {
  const { actor, person } = await narrowed(db, asker, personId);
  const today = clock.today(actor.organisation.timeZone);
  let year: ReturnType<Shown['year']> | undefined;
  const shown: Shown = {
    ...{ db, actor, today, days },
    year: () => {
      year ??= yearShown({ db, actor, today });
      return year;
    },
  };
  return { shown, person };
}

/** The tiles of what somebody sees. */
export async function readOverview(asking: Asking, actor: Actor, query: OverviewQuery): Promise<OverviewView> {
  const { shown, person } = await shownTo(asking, actor, query);
  return {
    ...{ asOf: shown.today, currency: actor.organisation.currency, days: query.days, person },
    tiles: await Promise.all(allTiles.map((tile) => tile.read(shown))),
  };
}

/** How the number of a tile comes about, down to records. @throws Failure `not-found` where there is none */
export async function explainTile(
  asking: Asking,
  actor: Actor,
  { tile, ...query }: OverviewWhyQuery,
): Promise<ExplainedView> {
  const { shown } = await shownTo(asking, actor, query);
  const why = await allTiles.find(({ key }) => key === tile)?.explain(shown);
  if (!why) throw new Failure('not-found');
  return { why, asOf: asking.clock.now() };
}
