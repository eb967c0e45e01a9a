import type {
  LookalikesView,
  PortraitView,
  ScoresView,
  ScoringSubject,
  ScoringView,
  WinRatesView,
} from '@milepost/contract/scoring';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

/** The models of a subject, the newest first. */
export const scoringQuery = (subject: ScoringSubject) => ({
  key: ['scoring', 'models', subject],
  query: ({ signal }: { signal: AbortSignal }) => http.get<ScoringView>('/scoring', { query: { subject }, signal }),
});

/** Whether win rates of people differ beyond chance. */
export const winRatesQuery = defineQueryOptions({
  key: ['scoring', 'win-rates'],
  query: ({ signal }) => http.get<WinRatesView>('/scoring/win-rates', { signal }),
});

/** What nobody works on yet, most like customers first. */
export const lookalikesQuery = (subject: 'account' | 'lead') => ({
  key: ['scoring', 'lookalikes', subject],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<LookalikesView>('/scoring/lookalikes', { query: { subject, limit: '100' }, signal }),
});

/** The chance of one record, and what is known of all of them. */
export type Chance = Omit<ScoresView, 'items'> & { item: ScoresView['items'][number] | null };

const mostAtOnce = 200;
const waiting = new Map<ScoringSubject, { ids: Set<string>; answer: Promise<ScoresView> }>();

/** Those that are asked for at the same moment, as by the rows of a list, are asked for in one request. */
function scoresTogether(subject: ScoringSubject, id: string): Promise<ScoresView> {
  const open = waiting.get(subject);
  if (open && open.ids.size < mostAtOnce) {
    open.ids.add(id);
    return open.answer;
  }
  const ids = new Set([id]);
  const answer = new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
    if (waiting.get(subject)?.ids === ids) waiting.delete(subject);
    return http.get<ScoresView>('/scoring/scores', { query: { subject, ids: [...ids].join(',') } });
  });
  waiting.set(subject, { ids, answer });
  return answer;
}

export const chanceQuery = (subject: ScoringSubject, id: string) => ({
  key: ['scoring', 'chance', subject, id],
  query: async (): Promise<Chance> => {
    const { items, ...told } = await scoresTogether(subject, id);
    return { ...told, item: items.find((item) => item.id === id) ?? null };
  },
});

/** How the chance of a record comes about. */
export const whyChance =
  (subject: ScoringSubject, id: string) =>
  (signal: AbortSignal): Promise<Explained> =>
    http.get<Explained>('/scoring/why', { query: { subject, id }, signal });

/** How a person's win rate comes about. */
export const whyWinRate =
  (personId: string) =>
  (signal: AbortSignal): Promise<Explained> =>
    http.get<Explained>('/scoring/win-rates/why', { query: { personId }, signal });

/** What customers have in common against the other accounts. */
export const portraitQuery = defineQueryOptions({
  key: ['scoring', 'portrait'],
  query: ({ signal }) => http.get<PortraitView>('/scoring/portrait', { signal }),
});

/** How the share that has a trait comes about, of the customers or of the others. */
export const whyTrait =
  (side: 'customers' | 'others', { field, word, from, to }: PortraitView['traits'][number]) =>
  (signal: AbortSignal): Promise<Explained> =>
    http.get<Explained>('/scoring/portrait/why', { query: { side, field, word, from, to }, signal });
