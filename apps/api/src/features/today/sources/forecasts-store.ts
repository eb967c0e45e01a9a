import { type OwedForecast, owedForecast } from '../../forecast/owed-store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';

const sourceOf = (name: 'forecast-due' | 'forecast-stale', kind: OwedForecast['kind']): TodaySource => ({
  name,

  async items(db, actor, { personId, day }): Promise<TodayItem[]> {
    const owed = await owedForecast(db, actor, { personId, day });
    if (owed?.kind !== kind) return [];
    return [
      {
        ...plainItem,
        source: name,
        // A number that is owed is no record yet: it goes by whose it is.
        id: personId,
        version: 1,
        name: `${owed.from} – ${owed.to}`,
        usualHours: usualHours.short,
        dueOn: owed.dueOn,
        ofId: personId,
        deeds: ['snooze'],
      },
    ];
  },
});

/** A forecast that is due and was not submitted. Nobody else can stand for it, however long its person is away. */
export const forecastDueSource = sourceOf('forecast-due', 'due');
/** A forecast that was submitted and whose deals have moved since. */
export const forecastStaleSource = sourceOf('forecast-stale', 'stale');
