import { derive, record, stored } from '@milepost/core/explain/derive';
import { contactsOf, tally } from '../tally-reader-store.ts';
import { grainFor, plainTile, spanOf, sumOf, type TileSpec, trendOf, usualTile } from '../tile.ts';

const one = () => 1;
/** Beyond so many, a derivation shows days instead of contacts. */
const mostListed = 1000;

/** Contacts with customers of the days shown: visits, calls, meetings and mails that were done. */
export const contacts: TileSpec = {
  key: 'contacts',
  async read(shown) {
    const { db, actor } = shown;
    const span = spanOf(shown);
    const sums = await tally.bySpan(db, actor, ['contacts'], span, grainFor(shown.days));
    const told = trendOf(sums, shown, one);
    return {
      ...plainTile,
      ...{ tile: 'contacts', unit: 'count', ...span, grain: told.grain, trend: told.trend },
      value: sumOf(sums, one),
      ...usualTile(told, { neverNegative: true }),
    };
  },
  async explain(shown) {
    const { db, actor } = shown;
    const sums = await tally.byPeriod(db, actor, 'day', ['contacts'], spanOf(shown));
    const heading = { rule: 'overview.contacts', unit: 'count' } as const;
    if (sumOf(sums, one) > mostListed)
      return derive(
        'sum',
        heading,
        sums.map(({ period, value }) => stored('contacts-of-day', period, value, 'count', period)),
      );
    const rows = await contactsOf(db, actor, spanOf(shown));
    return derive(
      'sum',
      heading,
      rows.map(({ id, day, subject }) => record('activity', id, 1, 'count', `${day} · ${subject}`)),
    );
  },
};
