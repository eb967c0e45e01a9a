import type { ProposalView } from '@milepost/contract/market-coverage';
import { toDay, toIso, weekdayOf } from '@milepost/core/calendar/civil-day';
import { proposeVisits } from '@milepost/core/market-coverage/propose';
import { termsOf } from '@milepost/core/measures/definition';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { definitions } from '../measures/definition-store.ts';
import { market } from './store.ts';

/** So many accounts of each market are named: one to visit, and others should it not have the time. */
const accountsEach = 3;

/** Whom to visit in the week of a day, or next week: as many new markets as the definition wants a week, by potential. */
export async function proposeWeek(
  db: Db,
  actor: Actor,
  { weekOf, today }: { weekOf: string | undefined; today: string },
): Promise<ProposalView> {
  const day = weekOf === undefined ? toDay(today) + 7 : toDay(weekOf);
  const monday = day - weekdayOf(day) + 1;
  const definition = await definitions.inForce(db, actor);
  const { visitKinds, marketBy, targetPerWeek } = definition.coverage;
  // What is known by the eve of the week, or by today where that is earlier.
  const eve = toIso(monday - 1);
  const rows = await market.accounts(db, actor, { asOf: eve < today ? eve : today, visitKinds });
  const proposal = proposeVisits(
    rows.map(({ id, segment, region, potentialMinor, lastVisitOn, isPlanned }) => ({
      id,
      segment,
      region,
      potential: potentialMinor,
      lastVisitOn: lastVisitOn === null ? null : toDay(lastVisitOn),
      isPlanned,
    })),
    { by: marketBy, markets: targetPerWeek, accountsEach },
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const names = await namesOf(db, actor, { person: rows.map((row) => row.ownerId) });
  const isOk = proposal.status === 'ok';
  return {
    from: toIso(monday),
    to: toIso(monday + 6),
    status: proposal.status,
    targetPerWeek,
    newMarketsLeft: isOk ? proposal.newMarketsLeft : 0,
    stated: termsOf('coverage', definition),
    markets: (isOk ? proposal.markets : []).map(
      ({ market: { segment, region }, isNew, lastVisitOn, potential, accounts }) => ({
        segment,
        region,
        isNew,
        lastVisitOn: lastVisitOn === null ? null : toIso(lastVisitOn),
        potentialMinor: potential,
        accounts: accounts.map(({ id, potential: ranked, potentialFrom }) => ({
          account: { id, name: known.get(id)?.name ?? '' },
          owner: nameOf(names.person, known.get(id)?.ownerId ?? null),
          potentialMinor: ranked,
          potentialFrom,
        })),
      }),
    ),
  };
}
