import { derive } from '../explain/derive.ts';
import type { Leaf, Unit, Why } from '../explain/why.ts';
import { blockSum } from './block.ts';
import { MONTHS_IN_YEAR, type Plan } from './plan.ts';

/** How the caller names what a letter rests on. Places count from 0. */
export type LetterSources = {
  /** What the plan counts; money when left out. */
  readonly unit?: Unit;
  readonly total: (value: number) => Leaf;
  /** What a person starts from: last year's revenue in minor units, or a weight. */
  readonly baseline: (person: number, value: number) => Leaf;
  /** The weight of a month in the season. */
  readonly season: (month: number, value: number) => Leaf;
  /** The part of a month that a person serves: 1 all of it, 0 before joining. */
  readonly proRata: (person: number, month: number, value: number) => Leaf;
  /** In the place of the uplift's own derivation, for those who may not read the baselines of others. */
  readonly uplift?: (value: number) => Leaf;
  /** What roundings and edits added to the product since. */
  readonly adjustment: (month: number | null, value: number) => Leaf;
};

/** One line of a letter: `quota = round(baseline · uplift · season · proRata) + adjustment`. `month` is null for the year. */
export type LetterLine = {
  readonly month: number | null;
  readonly baseline: number;
  readonly uplift: number;
  /** The month's part of the year; 1 for the year. */
  readonly season: number;
  readonly proRata: number;
  readonly adjustment: number;
  readonly quota: number;
  readonly why: Why;
  /** Derivations of the factors; leaves where they are stored. */
  readonly factors: { readonly uplift: Why | Leaf; readonly proRata: Why | Leaf };
};

export type Letter =
  | { readonly status: 'ok'; readonly year: LetterLine; readonly months: readonly LetterLine[] }
  /** Nobody has a weight above zero, so there is no uplift to speak of. */
  | { readonly status: 'noBaseline' };

/**
 * The quota letter of one person: how the year and every month come about from what the person starts from. The uplift is
 * the total of the plan ÷ the baselines of all, each by the part of the year that its person serves. What the roundings
 * and later edits of the plan put on top stands apart, so the parts always give the quota.
 *
 * @param baselines one a person of the plan, in the plan's order: revenue of last year, or any weight of zero or more
 * Throws RangeError on a person who is not in the plan, and on baselines of another length.
 */
export function quotaLetter(plan: Plan, person: string, baselines: readonly number[], sources: LetterSources): Letter {
  const unit = sources.unit ?? 'money';
  const place = plan.persons.indexOf(person);
  if (place < 0) throw new RangeError(`The plan has no person ${person}.`);
  if (baselines.length !== plan.persons.length) throw new RangeError('Everybody in the plan has one baseline.');
  const months = Array.from({ length: MONTHS_IN_YEAR }, (_, month) => month);
  const weights = months.map((month) => sources.season(month, plan.shape.months[month] as number));
  const allWeights = derive('sum', { rule: 'targets.season-weights', unit: 'ratio' }, weights);
  if (!(allWeights.value > 0)) return { status: 'noBaseline' };
  const seasons = weights.map((weight) =>
    derive('quotient', { rule: 'targets.season', unit: 'ratio' }, [weight, allWeights]),
  );
  const partOf = (who: number, month: number): number => plan.shape.personMonths?.[who * MONTHS_IN_YEAR + month] ?? 1;
  const served = (who: number): Why | Leaf =>
    plan.shape.personMonths === null
      ? sources.proRata(who, 0, 1)
      : derive('quotient', { rule: 'targets.served', unit: 'ratio' }, [
          derive(
            'sum',
            { rule: 'targets.served-weights', unit: 'ratio' },
            months.map((month) =>
              derive('product', { rule: 'targets.served-month', unit: 'ratio' }, [
                weights[month] as Leaf,
                sources.proRata(who, month, partOf(who, month)),
              ]),
            ),
          ),
          allWeights,
        ]);
  const effective = derive(
    'sum',
    { rule: 'targets.baselines', unit },
    baselines.map((value, who) => {
      const baseline = sources.baseline(who, value);
      if (plan.shape.personMonths === null) return baseline;
      return derive('product', { rule: 'targets.baseline-served', unit }, [baseline, served(who)]);
    }),
  );
  if (!(effective.value > 0)) return { status: 'noBaseline' };
  const derived = derive('quotient', { rule: 'targets.uplift', unit: 'ratio' }, [sources.total(plan.total), effective]);
  const uplift = sources.uplift?.(derived.value) ?? derived;
  const own = baselines[place] as number;
  const baseline = sources.baseline(place, own);
  const line = (month: number | null): LetterLine => {
    const proRata = month === null ? served(place) : sources.proRata(place, month, partOf(place, month));
    const season = month === null ? null : (seasons[month] as Why);
    const product = derive('product', { rule: 'targets.letter-product', unit }, [
      baseline,
      uplift,
      ...(season === null ? [] : [season]),
      proRata,
    ]);
    const rounded = derive('round', { rule: 'targets.letter-rounded', unit }, [product]);
    const quota = blockSum(plan, { persons: [person], ...(month === null ? {} : { months: [month] }) });
    const adjustment = quota - rounded.value;
    const why = derive('sum', { rule: month === null ? 'targets.letter' : 'targets.letter-month', unit }, [
      rounded,
      sources.adjustment(month, adjustment),
    ]);
    return {
      month,
      baseline: own,
      uplift: uplift.value,
      season: season?.value ?? 1,
      proRata: proRata.value,
      adjustment,
      quota,
      why,
      factors: { uplift, proRata },
    };
  };
  return { status: 'ok', year: line(null), months: months.map(line) };
}
