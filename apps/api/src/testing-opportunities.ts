import type { CastMember, TestHouse } from './testing-house.ts';

export const opportunitiesPath = '/api/v1/opportunities';

/** The stages of a house by their English names. */
export async function stagesOf({ vera }: TestHouse) {
  const { items } = (await vera.call('GET', '/api/v1/stages')).body;
  return Object.fromEntries(items.map((stage: { name: string; id: string }) => [stage.name, stage.id])) as Record<
    'Prospecting' | 'Qualified' | 'Proposal' | 'Negotiation' | 'Won' | 'Lost',
    string
  >;
}

/** Lets the day be another one from now on. */
export const setToday = ({ deps }: TestHouse, day: string) => {
  deps.clock = { ...deps.clock, today: () => day };
};

/** The revenue between two days, as somebody sees it. */
export const revenue = async (who: CastMember, from: string, to: string, by?: string) =>
  (await who.call('GET', `/api/v1/figures/revenue?from=${from}&to=${to}${by ? `&by=${by}` : ''}`)).body;

/** Sends a change of a deal with the version that stands. */
export async function change(who: CastMember, id: string, patch: Record<string, unknown>) {
  const { version } = (await who.call('GET', `${opportunitiesPath}/${id}`)).body;
  return who.call('PATCH', `${opportunitiesPath}/${id}`, patch, { 'if-match': String(version) });
}
