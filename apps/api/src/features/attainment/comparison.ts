import { type Mismatch, mismatchOf } from '@milepost/core/attainment/comparable';
import { termsOf } from '@milepost/core/measures/definition';
import { planningOf } from '@milepost/core/targets/measures';
import { definitions } from '../measures/definition-store.ts';
import type { Asking, Planned } from './books.ts';
import type { Period } from './periods.ts';

/** Why a period is not compared with others, and since when its measure means something else; null where it is compared. */
export type Comparison = { mismatch: Mismatch | null; definitionChangedOn: string | null };

/**
 * Tells of periods whether they are compared: their plan was made by what counts now.
 * @param dayOf the civil day of an instant, where the organisation is
 */
export async function comparisons({ db, actor, measure }: Asking, dayOf: (instant: string) => string) {
  const textOf = (definition: Awaited<ReturnType<typeof definitions.inForce>>): string =>
    measure === 'newCustomers' ? JSON.stringify(termsOf(measure, definition)) : '';
  const [inForce, history] = await Promise.all([definitions.inForce(db, actor), definitions.history(db, actor)]);
  const now = {
    currency: planningOf[measure].unit === 'money' ? actor.organisation.currency : null,
    definition: textOf(inForce),
  };
  const changes = history.map(({ until, definition }) => ({ until, text: textOf(definition) }));
  return ({ yearStart }: Period, { target }: Planned): Comparison => {
    const since = target?.published_at ?? '';
    const later = changes.filter(({ until }) => until > since);
    const then = later.at(-1)?.text ?? now.definition;
    const mismatch = mismatchOf(
      {
        startsOn: yearStart,
        plan: target && {
          currency: now.currency === null ? null : target.currency,
          startsOn: target.starts_on,
          definition: then,
        },
      },
      now,
    );
    if (mismatch !== 'definition') return { mismatch, definitionChangedOn: null };
    // The change after which it meant something else than when the plan was published.
    const changed = later.findLast(({ text }, at) => (later[at - 1]?.text ?? now.definition) !== text);
    return { mismatch, definitionChangedOn: changed ? dayOf(changed.until) : null };
  };
}
