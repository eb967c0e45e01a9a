import { uuidv7 } from './ids.ts';
import type { CastMember, TestHouse } from './testing-house.ts';

export const ratesPath = '/api/v1/rates';
export const opportunitiesPath = '/api/v1/opportunities';
/** An organisation that keeps its books in reais. */
export const brazil = { settings: { currency: 'BRL' } };
export const march = '2026-03-10';

/** Enters a rate of a currency on a day. */
export const rate = (who: CastMember, currency: string, day: string, price: string, more: object = {}) =>
  who.call('POST', ratesPath, { id: uuidv7(), currency, day, rate: price, ...more });

/** Sells something in a currency, in March. */
export const sell = (who: CastMember, currency: string, revenueMinor: number, more: object = {}) =>
  who.call('POST', '/api/v1/sales', { id: uuidv7(), day: march, revenueMinor, currency, ...more });

/** A figure of 2026 as somebody sees it. */
export const figure = async (who: CastMember, measure = 'revenue', query = '') =>
  (await who.call('GET', `/api/v1/figures/${measure}?from=2026-01-01&to=2026-12-31${query}`)).body;

/** Changes a deal, with the version that stands. */
export async function change(who: CastMember, id: string, patch: Record<string, unknown>) {
  const { version } = (await who.call('GET', `${opportunitiesPath}/${id}`)).body;
  return who.call('PATCH', `${opportunitiesPath}/${id}`, patch, { 'if-match': String(version) });
}

/** The ids of an open stage and of the one where deals are won. */
export async function stagesOf({ vera }: TestHouse): Promise<{ Won: string; Negotiation: string }> {
  const { items } = (await vera.call('GET', '/api/v1/stages')).body;
  const idOf = (name: string): string => items.find((stage: { name: string }) => stage.name === name).id;
  return { Won: idOf('Won'), Negotiation: idOf('Negotiation') };
}

/** Lets the day be another one from now on. */
export const setToday = ({ deps }: TestHouse, day: string): void => {
  deps.clock = { ...deps.clock, today: () => day };
};

/** Imports a text as the CSV file of exchange rates. */
export function importRates(who: CastMember, text: string) {
  const form = new FormData();
  form.set('file', new File([text], 'rates.csv', { type: 'text/csv' }));
  form.set('kind', 'rates');
  return who.call('POST', '/api/v1/imports', form);
}
