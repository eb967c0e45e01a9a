import { type EventView, eventKinds } from '@milepost/contract/events';
import type { FigureView } from '@milepost/contract/figures';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';
import { whyFigure } from '../measures/measures.queries.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const eventKind: RecordKind = {
  subject: 'event',
  room: 'events',
  path: '/events',
  place: '/events',
  order: '-endsOn',
};

/** The form of an event; its follow-up has one of its own. */
export const eventFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'kind', kind: 'choice', choices: eventKinds, isRequired: true },
  { key: 'place', kind: 'text' },
  { key: 'startsOn', kind: 'day', isRequired: true },
  { key: 'endsOn', kind: 'day', isRequired: true },
  { key: 'targetRatio', kind: 'percent' },
  { key: 'windowDays', kind: 'number' },
  { key: 'costMinor', kind: 'money' },
  { key: 'ownerId', kind: 'reference', of: '/people' },
  { key: 'talkTrack', kind: 'long' },
];

/** How the conversion of an event comes about, down to its leads. */
export const whyConversion =
  ({ id, endsOn }: Pick<EventView, 'id' | 'endsOn'>) =>
  async (signal: AbortSignal): Promise<Explained> => {
    const ask = { measure: 'eventConversion', from: endsOn, to: endsOn, by: 'event' } as const;
    const { measure, ...query } = ask;
    const figure = await http.get<FigureView>(`/figures/${measure}`, { query, signal });
    // Rows go by their key: two events of one name are told apart in it.
    return whyFigure(ask, figure.rows.find((row) => row.id === id)?.key)(signal);
  };
