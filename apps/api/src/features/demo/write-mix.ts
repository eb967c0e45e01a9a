import type { MixLineInput } from '@milepost/contract/mix';
import { currencyExponent } from '@milepost/core/money/currency';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { proposeMix } from '../mix/propose-mix.ts';
import { createMixPlan } from '../mix/save-mix-plan.ts';

/** Hours of a working day in which a rep of the demonstration sells. */
const hoursPerDay = 4;
/** The market takes so much more of a line than it took; so much of it is promised already. */
const [demand, promised] = [1.4, 0.4];

/**
 * The mix of the demonstration's year: what is proposed, with the better half of the lines as high-margin, which takes more of the hours
 * that there are for the target.
 */
export async function writeMix(
  deps: Deps,
  actor: Actor,
  { fiscalYear, name, today }: { fiscalYear: number; name: string; today: string },
): Promise<void> {
  const {
    history: _,
    capacity: __,
    ...proposal
  } = await proposeMix(deps.db, actor, { fiscalYear, hoursPerDay }, today);
  const { hours, targetMinor, currency } = proposal;
  if (hours === null || targetMinor === null) return;
  const each = hours / (targetMinor / (1000 * 10 ** currencyExponent(currency)));
  const byMargin = proposal.lines.toSorted((a, b) => (b.marginShare ?? 0) - (a.marginShare ?? 0));
  const better = new Set(byMargin.slice(0, byMargin.length / 2).map(({ line }) => line));
  const whole = (minor: number): number => Math.round(minor / 100_000) * 100_000;
  const lines = proposal.lines.map(({ line, marginShare, soldMinor }, at): MixLineInput => {
    const isHigh = better.has(line);
    return {
      line,
      role: isHigh ? 'high-margin' : 'traffic',
      marginShare: marginShare === null ? null : Math.round(marginShare * 10_000) / 10_000,
      hoursPerThousand: Math.round(each * (isHigh ? 1.1 + 0.04 * at : 0.6 + 0.03 * at) * 10_000) / 10_000,
      demandCapMinor: whole(soldMinor * demand),
      floorMinor: whole(soldMinor * promised),
    };
  });
  await createMixPlan(deps, actor, {
    id: deps.newId(),
    name,
    fiscalYear,
    lines,
    targetMinor,
    hours,
    highShare: 0.4,
    trafficShare: 0.25,
    pairings: [],
  });
}
