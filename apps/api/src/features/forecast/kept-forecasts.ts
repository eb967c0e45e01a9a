import { createHash } from 'node:crypto';
import { type ForecastAsk, forecastRevenue, type RevenueForecast } from '@milepost/core/forecast/forecast-revenue';

/** A page of an organisation with as many people asks for each of them and for all of them. */
const mostKept = 500;
const kept = new Map<string, RevenueForecast>();

/**
 * The forecast of core, reckoned once for the same sales, deals and day: it tries every method at 36 origins. It is kept by the whole of
 * what it is reckoned from, so nothing has to be forgotten when something changes, and nobody is told what others see.
 */
export function keptForecast(ask: ForecastAsk): RevenueForecast {
  const key = createHash('sha256').update(JSON.stringify(ask)).digest('base64');
  const known = kept.get(key) ?? forecastRevenue(ask);
  // The one that was asked for longest ago is the first to go.
  kept.delete(key);
  kept.set(key, known);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return known;
}
