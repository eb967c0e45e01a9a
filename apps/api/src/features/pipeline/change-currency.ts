import type { OpportunityPatch } from '@milepost/contract/pipeline';
import { currencyExponent } from '@milepost/core/money/currency';
import { toMajorText, toMinor } from '@milepost/core/money/minor';
import { convertAt } from '@milepost/core/money/rate';
import type { OpportunityTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { latestRate } from '../money/store.ts';

/** The price of a currency as it was last known by a day; one of the organisation's own is one. */
async function priceOf(work: Work, currency: string, day: string): Promise<string> {
  if (currency === work.actor.organisation.currency) return '1';
  const known = await latestRate(work, currency, day);
  if (known) return known.rate;
  throw new Failure('missing-rate', {
    issues: [
      { path: `/rates/${currency}/${day}`, code: 'missing', message: `no rate of ${currency} by ${day}`, value: day },
    ],
  });
}

/**
 * The amount of a deal whose currency changes: the one that is stated beside it, the same number (`keep`), or the amount at
 * the rates last known by the day on which the deal closed, or by today (`convert`). Nothing when no amount is at stake.
 * @throws Failure `currency-change-unsaid`, `missing-rate`; `invalid-input` when a stated amount should be converted, too
 */
export async function amountInOtherCurrency(
  work: Work,
  before: OpportunityTable,
  { currency: to, amountMinor, currencyChange }: OpportunityPatch,
  today: string,
): Promise<{ amount_minor: number } | Record<string, never>> {
  const { currency: from, amount_minor: amount, closed_on } = before;
  if (to === undefined || to === from || amount === null) return {};
  if (amountMinor !== undefined) {
    if (currencyChange === 'convert')
      throw new Failure('invalid-input', fieldIssue('/amountMinor', 'converted', 'state it, or have it converted'));
    return {};
  }
  if (currencyChange === undefined)
    throw new Failure('currency-change-unsaid', fieldIssue('/currencyChange', 'missing', 'convert or keep'));
  if (currencyChange === 'keep')
    return { amount_minor: toMinor(toMajorText(amount, currencyExponent(from)), currencyExponent(to)).minor };
  const day = closed_on ?? today;
  const [rate, per] = [await priceOf(work, from, day), await priceOf(work, to, day)];
  return { amount_minor: convertAt(amount, rate, { from, to, per }) };
}
