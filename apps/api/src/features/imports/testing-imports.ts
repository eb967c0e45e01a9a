import type { CastMember } from '../../testing-house.ts';

export const importsPath = '/api/v1/imports';

/** The form by which a CSV file is sent. */
export function formOf(kind: string, text: string, more: Record<string, unknown> = {}): FormData {
  const form = new FormData();
  form.set('file', new File([text], `${kind}.csv`, { type: 'text/csv' }));
  form.set('kind', kind);
  for (const [name, value] of Object.entries(more))
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  return form;
}

/** Imports a text as the CSV file of a kind. */
export const send = async (who: CastMember, kind: string, text: string, more: Record<string, unknown> = {}) =>
  who.call('POST', importsPath, formOf(kind, text, more));
/** What a list holds now. */
export const itemsOf = async (who: CastMember, list: string) => (await who.call('GET', `/api/v1/${list}`)).body.items;
