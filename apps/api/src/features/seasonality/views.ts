import { fiscalLabel } from '@milepost/contract/calendar';
import type { SeasonView } from '@milepost/contract/seasonality';
import type { Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import type { SeasonWhys } from './season-whys.ts';

const values = (whys: readonly Why[]): number[] => whys.map(({ value }) => value);

/** Derivations → wire. */
export const seasonView = (actor: Actor, whys: SeasonWhys): SeasonView => ({
  asOf: whys.asOf,
  currency: actor.organisation.currency,
  fiscalYear: whys.fiscalYear,
  fiscalYearLabel: fiscalLabel(actor.organisation, whys.months[0]?.from ?? whys.asOf),
  monthStarts: whys.months.map(({ from }) => from),
  shares: whys.shares && values(whys.shares),
  prior: values(whys.prior),
  years: whys.past.flatMap(({ fiscalYear, label, amounts }) =>
    amounts
      ? [
          {
            fiscalYear,
            fiscalYearLabel: label,
            total: amounts.reduce((sum, amount) => sum + amount, 0),
            shares: values(whys.yearShares.get(fiscalYear) ?? []),
          },
        ]
      : [],
  ),
  leftOut: whys.past.flatMap(({ fiscalYear, label, reason }) =>
    reason ? [{ fiscalYear, fiscalYearLabel: label, reason }] : [],
  ),
  actual: whys.actual.value,
  linear: { gone: whys.linearGone?.value ?? null, value: whys.linear?.value ?? null },
  seasonal: { gone: whys.seasonalGone?.value ?? null, value: whys.seasonal?.value ?? null },
});
