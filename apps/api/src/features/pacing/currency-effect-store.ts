import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { currencyExponent } from '@milepost/core/money/currency';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { planRates } from '../money/store.ts';
import type { CreditAbroad } from './bridge-store.ts';

/**
 * What rates of exchange did to what was sold in other currencies, by currency: at the rates of its days, less at the plan rate of
 * the fiscal year, each currency summed first and converted once. Null where a rate is not known.
 */
export type CurrencyEffect = { atDayRates: Why; atPlanRate: Why }[] | null;

/** A rate as two whole numbers, so that a derivation multiplies it exactly: 1.0935 is 10935 of 10000. */
function fractionOf(rate: string, shift: number): { part: number; whole: number } {
  const [units = '', places = ''] = rate.split('.');
  return {
    part: Number(units + places) * 10 ** Math.max(shift, 0),
    whole: 10 ** (places.length + Math.max(-shift, 0)),
  };
}

/** The plan rates of a fiscal year by currency. */
export async function ratesOfYear(db: Db, actor: Actor, start: string): Promise<ReadonlyMap<string, string>> {
  const rates = await planRates(db, actor.orgId, { from: start, to: start });
  return new Map(rates.map(({ currency, rate }) => [currency, rate]));
}

export function currencyEffect(
  { organisation }: Actor,
  credits: readonly CreditAbroad[],
  rates: ReadonlyMap<string, string>,
): CurrencyEffect {
  const byCurrency = [...Map.groupBy(credits, ({ currency }) => currency)].sort(([a], [b]) => (a < b ? -1 : 1));
  const isKnown = byCurrency.every(([currency]) => rates.has(currency));
  if (!isKnown || credits.some(({ atDayRate }) => atDayRate === null)) return null;
  return byCurrency.map(([currency, own]) => {
    const shift = currencyExponent(organisation.currency) - currencyExponent(currency);
    const { part, whole } = fractionOf(rates.get(currency) as string, shift);
    const heading = (rule: string) => ({ rule, unit: 'money', label: currency }) as const;
    const label = ({ day, line }: CreditAbroad) => [day, line].filter(Boolean).join(' · ');
    const leaf = (kind: string, value: (one: CreditAbroad) => number, unit: 'money' | 'count') =>
      own.map((one) => record(kind, one.id, value(one), unit, label(one)));
    return {
      atDayRates: derive(
        'sum',
        heading('pacing.at-day-rates'),
        leaf('credit', ({ atDayRate }) => atDayRate ?? 0, 'money'),
      ),
      atPlanRate: derive('share-round', heading('pacing.at-plan-rate'), [
        derive(
          'sum',
          { ...heading('pacing.sold-in'), unit: 'count' },
          leaf('credit-in-currency', ({ local }) => local, 'count'),
        ),
        stored('plan-rate', currency, part, 'count', currency),
        stored('plan-rate-whole', currency, whole, 'count', currency),
      ]),
    };
  });
}

/** The effect as one figure. */
export function currencyWhy(effect: NonNullable<CurrencyEffect>): Why {
  const each = effect.map(({ atDayRates, atPlanRate }) =>
    derive('difference', { rule: 'pacing.currency-effect', unit: 'money', label: atDayRates.label ?? '' }, [
      atDayRates,
      atPlanRate,
    ]),
  );
  return derive('sum', { rule: 'pacing.currency', unit: 'money' }, each);
}
