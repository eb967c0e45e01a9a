import { indexNames, matchName, type NameIndex, type NameMatch } from '@milepost/core/imports/match-name';
import { trimCell } from '@milepost/core/imports/read-text';
import type { Work } from '../../db/work.ts';
import { accounts } from '../accounts/store.ts';
import { events } from '../events/store.ts';
import { people } from '../people/store.ts';
import { products } from '../products/store.ts';
import { aliases } from './store.ts';

/** Records that rows refer to by a name or a number of the source. */
export type Subject = 'person' | 'account' | 'product' | 'event';
type Known = { id: string; name: string; external_id?: string | null; email_key?: string | null };

const stores = { person: people, account: accounts, product: products, event: events } as const;

/** Everything in sight that a reference may mean: by number, then by e-mail, then by name. */
export class ReferenceBook {
  readonly #byNumber = new Map<string, string[]>();
  readonly #byEmail = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #index: NameIndex;

  constructor(known: readonly Known[], confirmed: readonly { alias: string; id: string }[]) {
    for (const row of known) {
      this.#names.set(row.id, row.name);
      if (row.external_id)
        this.#byNumber.set(row.external_id, [...(this.#byNumber.get(row.external_id) ?? []), row.id]);
      if (row.email_key) this.#byEmail.set(row.email_key, row.id);
    }
    // A confirmed name of a record that is gone confirms nothing any more.
    this.#index = indexNames(
      known,
      confirmed.filter(({ id }) => this.#names.has(id)),
    );
  }

  find(text: string): NameMatch {
    const numbered = this.byNumber(text);
    if (numbered !== null) return { status: 'exact', id: numbered, by: 'name' };
    const addressed = this.#byEmail.get(trimCell(text).toLowerCase());
    return addressed === undefined ? matchName(this.#index, text) : { status: 'exact', id: addressed, by: 'name' };
  }

  byNumber(text: string): string | null {
    const ids = this.#byNumber.get(trimCell(text)) ?? [];
    return ids.length === 1 ? (ids[0] ?? null) : null;
  }

  nameOf = (id: string): string => this.#names.get(id) ?? '';
}

export async function loadReferences(work: Work, subject: Subject): Promise<ReferenceBook> {
  const rows: Known[] = [];
  const store = stores[subject];
  for await (const row of store.each(work.db, work.actor, {})) rows.push(row);
  const confirmed = await aliases.of(work.db, work.actor.orgId, subject);
  return new ReferenceBook(
    rows,
    confirmed.map(({ alias, record_id }) => ({ alias, id: record_id })),
  );
}
