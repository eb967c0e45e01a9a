import type { accounts } from '../../accounts/store.ts';
import type { products } from '../../products/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { enterRecords } from '../store.ts';
import { resolveByNumberOrName } from './resolve-numbered.ts';

type Columns = Record<string, unknown>;
type Opened = Parameters<ImportRun['leftOpen']>[1];

/**
 * Accounts or products that sales name and nobody knows yet: each is created once, by its number where there is one,
 * otherwise by its name as written. What is only likely the same as a known one is not created: it waits for a yes.
 */
export class NewReferences {
  readonly #run: ImportRun;
  readonly #store: typeof accounts | typeof products;
  readonly #about: { subject: 'account' | 'product'; blank: Columns };
  readonly #made = new Map<string, string>();
  readonly #pending: Columns[] = [];

  constructor(
    run: ImportRun,
    store: typeof accounts | typeof products,
    about: { subject: 'account' | 'product'; blank: Columns },
  ) {
    this.#run = run;
    this.#store = store;
    this.#about = about;
  }

  async find(
    row: ReadRecord,
    { name, number, columns }: { name: string; number: string; columns: (name: string) => Columns },
  ): Promise<{ id: string | null; opened: Opened | null }> {
    const run = this.#run;
    const { subject, blank } = this.#about;
    const [written, externalId] = [run.text(row, name), run.text(row, number)];
    if (written === null && externalId === null) return { id: null, opened: null };
    const book = await run.references(subject);
    const numbered = externalId === null ? null : book.byNumber(externalId);
    if (numbered !== null) return { id: numbered, opened: null };
    const key = externalId === null ? `name ${written}` : `number ${externalId}`;
    const made = this.#made.get(key);
    if (made !== undefined) return { id: made, opened: null };
    // With a number of its own it is a record of its own, whatever others are called.
    const match = externalId === null && written !== null ? book.find(written) : { status: 'unknown' as const };
    if (match.status !== 'unknown') return resolveByNumberOrName(run, row, { subject, name, number });
    const id = run.work.newId();
    const called = written ?? externalId ?? '';
    this.#pending.push({ ...blank, ...columns(called), name: called, external_id: externalId, id });
    this.#made.set(key, id);
    run.created(subject, id, false);
    run.note(`${subject}-created`, written === null ? number : name, row.line);
    return { id, opened: null };
  }

  async flush(): Promise<void> {
    await enterRecords(this.#run.work, this.#store as never, this.#pending);
  }
}
