import type { NewRate, RatePatch } from '@milepost/contract/money';
import type { Actor } from '../../auth/actor.ts';
import type { RateTable } from '../../db/tables/money.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { fillRates } from '../sales/fill-rates-store.ts';
import { dayOfRate, rateInUse, rateKey, rates, takeRates } from './store.ts';

type Said = Pick<RateTable, 'kind' | 'currency' | 'day'>;

/** @throws Failure `invalid-input` for the organisation's own currency, `rate-taken` where another rate stands already */
async function refuseImpossible(work: Work, said: Said, id: string): Promise<void> {
  if (said.currency === work.actor.organisation.currency)
    throw new Failure('invalid-input', fieldIssue('/currency', 'own-currency', 'one unit of it is always one unit'));
  await takeRates(work);
  const there = await rateInUse(work, said);
  if (there && there.id !== id) throw new Failure('rate-taken', fieldIssue('/day', 'taken', there.rate));
}

/** Credits that waited for a rate of these days find it; each rate that was waited for tells how many. */
export async function applyRates(work: Work, written: readonly RateTable[]): Promise<void> {
  const ofDays = written.filter(({ kind, archived_at }) => kind === 'day' && archived_at === null);
  if (ofDays.length === 0) return;
  const counts = await fillRates(
    work,
    ofDays.map(({ day }) => day),
  );
  for (const rate of ofDays) {
    const credits = counts.get(rateKey(rate));
    if (credits) rates.tell(work, 'applied', rate, { after: { currency: rate.currency, day: rate.day, credits } });
  }
}

/** Enters a rate once; a second call with the same id answers the first one's record. */
export const createRate = (deps: Deps, actor: Actor, { id, kind = 'day', source = null, ...input }: NewRate) =>
  deps.transact(actor, async (work) => {
    const values = { ...input, kind, source, id, day: dayOfRate(actor, { kind, day: input.day }) };
    if (!(await rates.find(work.db, actor, id))) await refuseImpossible(work, values, id);
    const made = await rates.create(work, values);
    if (made.isNew) await applyRates(work, [made.row]);
    return made;
  });

/** Changes a rate. What is in the books already keeps the rate that it was frozen at. */
export const changeRate = (deps: Deps, actor: Actor, id: string, seen: number, patch: RatePatch): Promise<RateTable> =>
  deps.transact(actor, async (work) => {
    const said = { ...(await rates.get(work.db, actor, id)), ...patch };
    const day = dayOfRate(actor, said);
    await refuseImpossible(work, { ...said, day }, id);
    const row = await rates.update(work, id, seen, { ...patch, day });
    await applyRates(work, [row]);
    return row;
  });

/** Takes a rate back into the table, unless another one has its place by now. */
export const restoreRate = (deps: Deps, actor: Actor, id: string, seen: number): Promise<RateTable> =>
  deps.transact(actor, async (work) => {
    await refuseImpossible(work, await rates.get(work.db, actor, id), id);
    const row = await rates.restore(work, id, seen);
    await applyRates(work, [row]);
    return row;
  });
