import type { CareerPatch, CareerView, LadderView, NewRung, RungView } from '@milepost/contract/ladder';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';
import { newId } from '../http/new-id.ts';
import { recordsPage } from '../records/records.queries.ts';

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

/** A rung as it is changed. */
export const rungQuery = defineQueryOptions(({ id }: { id: string }) => ({
  key: ['ladder', 'rung', id],
  query: ({ signal }) => http.get<RungView>(`/rungs/${id}`, { signal }),
}));

/** What a rung may name. */
export const pickableQuery = defineQueryOptions(({ path }: { path: '/rungs' | '/certificates' }) => ({
  key: ['ladder', 'pickable', path],
  query: ({ signal }) => recordsPage<{ id: string; name: string }>({ path }, { limit: 200 }, signal),
}));

/** Adds a rung, or changes the one that is given. */
export const saveRung = (rung: RungView | null, said: Omit<NewRung, 'id'>) =>
  rung
    ? http.patch<RungView>(`/rungs/${rung.id}`, said, { ifMatch: rung.version })
    : http.post<RungView>('/rungs', { ...said, id: newId() });
