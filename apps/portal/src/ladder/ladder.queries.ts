import type { CareerPatch, CareerView, LadderView } from '@milepost/contract/ladder';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

/** The ladder as it is for somebody; null is oneself. */
export const ladderQuery = defineQueryOptions(({ personId }: { personId: string | null }) => ({
  key: ['ladder', personId ?? ''],
  query: ({ signal }) => http.get<LadderView>('/ladder', { query: { personId: personId ?? undefined }, signal }),
}));

type Asked = { personId: string; rungId: string; kind: string; subject: string };
export const whyCriterion = (asked: Asked) => (signal: AbortSignal) =>
  http.get<Explained>('/ladder/why', { query: asked, signal });

export const saveCareer = (personId: string, version: number, patch: CareerPatch) =>
  http.put<CareerView>(`/careers/${personId}`, patch, { ifMatch: version });
