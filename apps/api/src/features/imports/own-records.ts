import { foldName } from '@milepost/core/identity/fold-name';
import { trimCell } from '@milepost/core/imports/read-text';

type Row = {
  id: string;
  name: string;
  external_id?: string | null;
  email_key?: string | null;
  owner_id?: string | null;
};
type Sought = {
  externalId?: string | null;
  email?: string | null;
  name?: string | null;
  ownerId?: string | null;
  /** What must agree beside the name: the account of a contact, the company of a lead. */
  within?: string | null;
};
export type OwnMatch<R> = { status: 'one'; row: R } | { status: 'none' } | { status: 'ambiguous' };

/**
 * The records that rows of a file may be: known again by the number of their source, else by e-mail, else by name. Two
 * records of one name with different owners are two customers, so the owner decides between them.
 */
export class OwnRecords<R extends Row> {
  readonly #byNumber = new Map<string, R[]>();
  readonly #byEmail = new Map<string, R[]>();
  readonly #byName = new Map<string, R[]>();
  readonly #touched = new Map<string, string | null | undefined>();
  readonly #withinOf: (row: R) => string | null;

  constructor(rows: readonly R[], withinOf: (row: R) => string | null = () => null) {
    this.#withinOf = withinOf;
    for (const row of rows) this.add(row);
  }

  add(row: R): void {
    if (row.external_id) push(this.#byNumber, row.external_id, row);
    if (row.email_key) push(this.#byEmail, row.email_key, row);
    push(this.#byName, foldName(row.name), row);
  }

  /** A row of this file has become this record. */
  touch(row: R, ownerId: string | null | undefined): void {
    this.#touched.set(row.id, ownerId);
  }

  isTouched = (row: R): boolean => this.#touched.has(row.id);

  find({ externalId, email, name, ownerId, within }: Sought): OwnMatch<R> {
    const numbered = externalId ? (this.#byNumber.get(externalId) ?? []) : [];
    if (numbered.length > 0) return one(numbered);
    // A record that has another number of its own is another one.
    const free = (row: R) => !externalId || !row.external_id;
    const addressed = (email ? (this.#byEmail.get(email.toLowerCase()) ?? []) : []).filter(free);
    if (addressed.length > 0) return one(addressed);
    if (!name) return { status: 'none' };
    const named = (this.#byName.get(foldName(name)) ?? [])
      .filter(free)
      .filter((row) => !(email && row.email_key && row.email_key !== email.toLowerCase()))
      .filter((row) => within === undefined || this.#withinOf(row) === within);
    const written = named.filter((row) => row.name === trimCell(name));
    const best = written.length > 0 ? written : named;
    const owned = ownerId ? best.filter((row) => row.owner_id === ownerId) : [];
    if (owned.length > 0) return one(owned);
    // Another row of this file, with another owner, is this record already.
    const open = ownerId ? best.filter((row) => !this.isTouched(row)) : best;
    return open.length === 0 ? { status: 'none' } : one(open);
  }
}

const one = <R>(rows: readonly R[]): OwnMatch<R> =>
  rows.length === 1 ? { status: 'one', row: rows[0] as R } : { status: 'ambiguous' };

const push = <R>(map: Map<string, R[]>, key: string, row: R): void => {
  const list = map.get(key);
  if (list) list.push(row);
  else map.set(key, [row]);
};
