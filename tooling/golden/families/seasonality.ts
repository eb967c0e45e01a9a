import { bassPeak } from '@milepost/core/seasonality/bass';
import { holtWinters, type SeasonKind, type Smoothing } from '@milepost/core/seasonality/holt-winters';
import type { Call } from '../example.ts';

type Series = Partial<Smoothing> & {
  readonly series: readonly number[];
  readonly period: number;
  readonly seasonal?: SeasonKind;
  readonly start?: { level?: number; trend?: number; season?: readonly number[] };
};

/** New products and series with a season. */
export const seasonality: Record<string, Call> = {
  'season.bass': ({ input }) => {
    const { p, q } = input as { p: number; q: number };
    const { years, share } = bassPeak({ innovation: p, imitation: q });
    return { tPeak: years, FatPeak: share };
  },

  /** `next12` holds the twelve values after the end of the series. */
  'forecast.hw': ({ input, expected }) => {
    const { series, period, seasonal, start, alpha, beta, gamma } = input as Series;
    const isGiven = alpha !== undefined && beta !== undefined && gamma !== undefined;
    const model = holtWinters(series, {
      period,
      ...(seasonal === undefined ? {} : { seasonal }),
      ...(start === undefined ? {} : { start }),
      ...(isGiven ? { smoothing: { alpha, beta, gamma } } : {}),
    });
    if (model.status !== 'ok') return model;
    const next = Object.keys(expected as Record<string, unknown>).filter((name) => /^next\d+$/.test(name));
    return {
      sse: model.sse,
      ...Object.fromEntries(next.map((name) => [name, model.forecast(Number(name.slice(4)))])),
    };
  },
};
