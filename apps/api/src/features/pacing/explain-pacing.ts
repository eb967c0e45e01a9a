import { workingOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type { PacingWhyQuery } from '@milepost/contract/pacing';
import { toDay } from '@milepost/core/calendar/civil-day';
import { workdays } from '@milepost/core/calendar/workdays';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { plannedPrior } from '@milepost/core/pacing/landing';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { averageSaleOf, pacePart } from './pace-part.ts';
import { type PacingFacts, type Part, pacingFacts } from './pacing-facts.ts';
import { factsDuring } from './period-facts.ts';
import { actualWhy, planToDateWhy, targetWhy } from './plan-why-store.ts';

/**
 * How one figure of pace comes about, down to credits and stored cells.
 * @throws Failure `not-found` for a part that is not there, or a figure that is unknown
 */
export async function explainPacing(
  db: Db,
  actor: Actor,
  today: string,
  now: string,
  { figure, id, period, ...query }: PacingWhyQuery,
): Promise<ExplainedView> {
  const year = await pacingFacts(db, actor, today, query);
  const facts = period ? factsDuring(year, period) : year;
  if (!facts) throw new Failure('not-found');
  const part = id === undefined ? facts.whole : facts.parts.find((one) => one.id === id);
  if (!part) throw new Failure('not-found');
  const row = pacePart(facts, part, workingOf(actor.organisation), null);
  const names = await namesOf(db, actor, { person: facts.leaves.map((leaf) => leaf.personId) });
  const target = () => targetWhy(facts, part, names);
  const due = () => planToDateWhy(facts, part, names, actor);
  const actual = () => actualWhy(db, facts, part, actor);
  const explained = async (): Promise<Why> => {
    if (figure === 'target') return target();
    if (figure === 'planToDate') return due();
    if (figure === 'actual') return actual();
    if (figure === 'variance')
      return derive('difference', { rule: 'pacing.variance', unit: facts.unit }, [await actual(), due()]);
    if (row[figure] === null) throw new Failure('not-found');
    if (figure === 'pacingRatio')
      return derive('quotient', { rule: 'pacing.ratio', unit: 'ratio' }, [await actual(), due()]);
    if (figure === 'requiredPerWorkday') {
      const end = facts.months.at(-1)?.to ?? facts.asOf;
      const left = workdays(toDay(facts.asOf) + 1, toDay(end), workingOf(actor.organisation));
      const gap = derive('difference', { rule: 'pacing.gap', unit: facts.unit }, [target(), await actual()]);
      if (gap.value <= 0)
        return derive('max', { rule: 'pacing.required', unit: facts.unit }, [
          derive('min', { rule: 'pacing.gap', unit: facts.unit }, [gap]),
          derive('sum', { rule: 'pacing.nothing', unit: facts.unit }, []),
        ]);
      return derive('ceil', { rule: 'pacing.required', unit: facts.unit }, [
        derive('quotient', { rule: 'pacing.per-workday', unit: facts.unit }, [
          gap,
          stored('calendar', `${facts.asOf}–${end}`, left, 'days', end),
        ]),
      ]);
    }
    return landingWhy(facts, part, await actual(), due(), target());
  };
  return { why: await explained(), asOf: now };
}

/** A + (T − P) · (κ·d + A) / (κ·d + P), with κ deals of evidence and d the size of a deal: the credible pace in money. */
function landingWhy(facts: PacingFacts, part: Part, actual: Why, due: Why, target: Why): Why {
  const size = averageSaleOf(facts, part) ?? 0;
  const evidence = derive('product', { rule: 'pacing.prior', unit: facts.unit }, [
    stored('pacing', 'prior-deals', plannedPrior, 'count'),
    stored('pacing', 'average-deal', size, facts.unit),
  ]);
  const none = derive('sum', { rule: 'pacing.nothing', unit: facts.unit }, []);
  const sold = derive('max', { rule: 'pacing.sold', unit: facts.unit }, [none, actual]);
  const planned = derive('max', { rule: 'pacing.plan-to-date', unit: facts.unit }, [none, due]);
  const multiplier = derive('quotient', { rule: 'pacing.multiplier', unit: 'ratio' }, [
    derive('sum', { rule: 'pacing.evidence-sold', unit: facts.unit }, [evidence, sold]),
    derive('sum', { rule: 'pacing.evidence-planned', unit: facts.unit }, [evidence, planned]),
  ]);
  const rest = derive('difference', { rule: 'pacing.rest', unit: facts.unit }, [target, due]);
  return derive('round', { rule: 'pacing.landing', unit: facts.unit }, [
    derive('sum', { rule: 'pacing.landing-exact', unit: facts.unit }, [
      actual,
      derive('product', { rule: 'pacing.rest-at-pace', unit: facts.unit }, [rest, multiplier]),
    ]),
  ]);
}
