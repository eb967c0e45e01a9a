import { workingOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type { PacingWhyQuery } from '@milepost/contract/pacing';
import { earlierOf, toDay } from '@milepost/core/calendar/civil-day';
import { workdays } from '@milepost/core/calendar/workdays';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { plannedPrior } from '@milepost/core/pacing/landing';
import { elapsed } from '@milepost/core/pacing/plan-to-date';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { creditLines } from '../figures/store.ts';
import { averageSaleOf, pacePart } from './pace-part.ts';
import { belongs, type PacingFacts, type Part, pacingFacts } from './pacing-facts.ts';

type Names = Awaited<ReturnType<typeof namesOf>>;

/** The leaves of a part in one month: stored cells of the plan. */
const cellsOf = (facts: PacingFacts, part: Part, month: number, names: Names): Leaf[] =>
  facts.leaves
    .filter((leaf) => leaf.month === month && belongs(part, leaf))
    .map((leaf) =>
      stored(
        'target-cell',
        `${facts.target?.id}:${leaf.personId}:${leaf.line}:${month + 1}`,
        leaf.amount,
        'money',
        [nameOf(names.person, leaf.personId)?.name, leaf.line].filter(Boolean).join(' · '),
      ),
    );

export function targetWhy(facts: PacingFacts, part: Part, names: Names): Why {
  const months = facts.months.map(({ from }, month) =>
    derive(
      'sum',
      { rule: 'pacing.month-plan', unit: 'money', label: from.slice(0, 7) },
      cellsOf(facts, part, month, names),
    ),
  );
  return derive('sum', { rule: 'pacing.target', unit: 'money' }, months);
}

/** Whole months as planned, every cell of the month under way by its working days, later months not at all. */
export function planToDateWhy(facts: PacingFacts, part: Part, names: Names, actor: Actor): Why {
  const asOf = toDay(facts.asOf);
  const months = facts.months.flatMap(({ from, to }, month): Why[] => {
    const span = { first: toDay(from), last: toDay(to) };
    if (span.first > asOf) return [];
    const cells = cellsOf(facts, part, month, names);
    const label = from.slice(0, 7);
    if (span.last <= asOf) return [derive('sum', { rule: 'pacing.month-plan', unit: 'money', label }, cells)];
    const { done, whole } = elapsed(span, asOf, workingOf(actor.organisation));
    const due = cells.map((cell) =>
      derive('share-round', { rule: 'pacing.cell-to-date', unit: 'money', label: cell.label ?? label }, [
        cell,
        stored('calendar', `${from}–${facts.asOf}`, done, 'days', facts.asOf),
        stored('calendar', `${from}–${to}`, whole, 'days', to),
      ]),
    );
    return [derive('sum', { rule: 'pacing.month-to-date', unit: 'money', label }, due)];
  });
  return derive('sum', { rule: 'pacing.plan-to-date', unit: 'money' }, months);
}

export async function actualWhy(db: Db, facts: PacingFacts, part: Part, actor: Actor): Promise<Why> {
  const from = facts.months[0]?.from ?? '';
  const to = earlierOf(facts.asOf, facts.months.at(-1)?.to ?? facts.asOf);
  const base = { from, to, currency: actor.organisation.currency };
  const narrowed = part.persons
    ? { by: 'rep' as const, groups: [...part.persons] }
    : part.lines
      ? { by: 'line' as const, groups: [...part.lines].map((line) => line || null) }
      : {};
  const credits = await creditLines(db, actor, { ...base, ...narrowed });
  const names = await namesOf(db, actor, {
    product: credits.map((one) => one.productId),
    account: credits.map((one) => one.accountId),
  });
  const labelOf = (one: (typeof credits)[number]) =>
    [one.day, nameOf(names.product, one.productId)?.name, nameOf(names.account, one.accountId)?.name]
      .filter(Boolean)
      .join(' · ');
  const months = [...Map.groupBy(credits, (one) => one.day.slice(0, 7))].map(([month, some]) =>
    derive(
      'sum',
      { rule: 'figures.revenue', unit: 'money', label: month },
      some.map((one) => record('credit', one.id, one.revenue, 'money', labelOf(one))),
    ),
  );
  return derive('sum', { rule: 'pacing.actual', unit: 'money' }, months);
}

/**
 * How one figure of pace comes about, down to credits and stored cells.
 * @throws Failure `not-found` for a part that is not there, or a figure that is unknown
 */
export async function explainPacing(
  db: Db,
  actor: Actor,
  today: string,
  now: string,
  { figure, id, ...query }: PacingWhyQuery,
): Promise<ExplainedView> {
  const facts = await pacingFacts(db, actor, today, query);
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
      return derive('difference', { rule: 'pacing.variance', unit: 'money' }, [await actual(), due()]);
    if (row[figure] === null) throw new Failure('not-found');
    if (figure === 'pacingRatio')
      return derive('quotient', { rule: 'pacing.ratio', unit: 'ratio' }, [await actual(), due()]);
    if (figure === 'requiredPerWorkday') {
      const end = facts.months.at(-1)?.to ?? facts.asOf;
      const left = workdays(toDay(facts.asOf) + 1, toDay(end), workingOf(actor.organisation));
      const gap = derive('difference', { rule: 'pacing.gap', unit: 'money' }, [target(), await actual()]);
      if (gap.value <= 0)
        return derive('max', { rule: 'pacing.required', unit: 'money' }, [
          derive('min', { rule: 'pacing.gap', unit: 'money' }, [gap]),
          derive('sum', { rule: 'pacing.nothing', unit: 'money' }, []),
        ]);
      return derive('ceil', { rule: 'pacing.required', unit: 'money' }, [
        derive('quotient', { rule: 'pacing.per-workday', unit: 'money' }, [
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
  const evidence = derive('product', { rule: 'pacing.prior', unit: 'money' }, [
    stored('pacing', 'prior-deals', plannedPrior, 'count'),
    stored('pacing', 'average-deal', size, 'money'),
  ]);
  const none = derive('sum', { rule: 'pacing.nothing', unit: 'money' }, []);
  const sold = derive('max', { rule: 'pacing.sold', unit: 'money' }, [none, actual]);
  const planned = derive('max', { rule: 'pacing.plan-to-date', unit: 'money' }, [none, due]);
  const multiplier = derive('quotient', { rule: 'pacing.multiplier', unit: 'ratio' }, [
    derive('sum', { rule: 'pacing.evidence-sold', unit: 'money' }, [evidence, sold]),
    derive('sum', { rule: 'pacing.evidence-planned', unit: 'money' }, [evidence, planned]),
  ]);
  const rest = derive('difference', { rule: 'pacing.rest', unit: 'money' }, [target, due]);
  return derive('round', { rule: 'pacing.landing', unit: 'money' }, [
    derive('sum', { rule: 'pacing.landing-exact', unit: 'money' }, [
      actual,
      derive('product', { rule: 'pacing.rest-at-pace', unit: 'money' }, [rest, multiplier]),
    ]),
  ]);
}
