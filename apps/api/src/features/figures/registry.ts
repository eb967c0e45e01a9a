import type { Measure } from '@milepost/contract/figures';
import type { MeasureSpec } from './measure.ts';
import { collected } from './measures/collected.ts';
import { collectedWithin } from './measures/collected-within.ts';
import { coveredMarkets } from './measures/covered-markets.ts';
import { daysOutstanding } from './measures/days-outstanding.ts';
import { eventConversion } from './measures/event-conversion.ts';
import { margin } from './measures/margin.ts';
import { marketCoverage } from './measures/market-coverage.ts';
import { netPromoter } from './measures/net-promoter.ts';
import { newCustomers } from './measures/new-customers.ts';
import { quantity } from './measures/quantity.ts';
import { repurchaseRate } from './measures/repurchase-rate.ts';
import { revenue } from './measures/revenue.ts';
import { sales } from './measures/sales.ts';
import { satisfied } from './measures/satisfied.ts';
import { signingRate } from './measures/signing-rate.ts';
import { visits } from './measures/visits.ts';

/** Every measure there is. */
export const registry: Readonly<Record<Measure, MeasureSpec>> = {
  revenue,
  margin,
  quantity,
  sales,
  newCustomers,
  repurchaseRate,
  coverage: coveredMarkets,
  eventConversion,
  visits,
  collected,
  collectedWithin,
  marketCoverage,
  signingRate,
  satisfied,
  netPromoter,
  daysOutstanding,
};
