import type { RowReason } from '@milepost/contract/imports';
import type { RecordRow, RecordTable, recordStore } from '../../db/record-store.ts';
import type { FieldColumns } from '../../db/tables/fields.ts';
import { fieldsOver } from '../fields/record-fields-store.ts';
import type { ImportRun, ReadRecord } from './import-run.ts';
import { OwnRecords } from './own-records.ts';
import { enterRecords } from './store.ts';

type Writable = Extract<RecordTable, 'account' | 'contact' | 'lead' | 'product' | 'skill'>;
type Store<T extends Writable> = ReturnType<typeof recordStore<T>>;
type Sought = Parameters<OwnRecords<{ id: string; name: string }>['find']>[0];
type Columns = Record<string, unknown>;

/** Brings rows into one kind of record: known ones are changed where the file says something else, others created. */
export class RecordWriter<T extends Writable> {
  readonly #run: ImportRun;
  readonly #store: Store<T>;
  readonly #own: OwnRecords<RecordRow<T>>;
  readonly #pending = new Map<string, Columns>();
  readonly #blank: Columns;
  readonly #onChanged: (row: RecordRow<T>) => Promise<void>;

  private constructor(
    run: ImportRun,
    store: Store<T>,
    {
      own,
      blank,
      onChanged,
    }: { own: OwnRecords<RecordRow<T>>; blank: Columns; onChanged: (row: RecordRow<T>) => Promise<void> },
  ) {
    this.#run = run;
    this.#store = store;
    this.#own = own;
    this.#blank = blank;
    this.#onChanged = onChanged;
  }

  static async open<T extends Writable>(
    run: ImportRun,
    store: Store<T>,
    {
      blank,
      withinOf,
      onChanged = async () => {},
    }: {
      blank: Columns;
      withinOf?: (row: RecordRow<T>) => string | null;
      onChanged?: (row: RecordRow<T>) => Promise<void>;
    },
  ): Promise<RecordWriter<T>> {
    const rows: RecordRow<T>[] = [];
    for await (const row of store.each(run.work.db, run.work.actor, {})) rows.push(row);
    return new RecordWriter(run, store, { own: new OwnRecords(rows, withinOf), blank, onChanged });
  }

  /**
   * One row. `said` holds the columns the row says something about: a blank cell is not among them and erases nothing.
   * `atFirst` is said of new records only, and counts before `said`. Returns the record's id, null when the row was rejected.
   */
  async put(
    row: ReadRecord,
    sought: Sought,
    { said, atFirst = {} }: { said: Columns; atFirst?: Columns },
  ): Promise<string | null> {
    const run = this.#run;
    const { subject } = this;
    const match = this.#own.find(sought);
    const shown = sought.externalId ?? sought.email ?? sought.name ?? '';
    if (match.status === 'ambiguous') return this.#refuse(row, shown, 'ambiguous');
    if (match.status === 'none') {
      if (!sought.name) return this.#refuse(row, shown, 'unknown-record');
      const id = run.work.newId();
      const made = { ...this.#blank, ...said, ...atFirst, id };
      this.#pending.set(id, made);
      const added = made as unknown as RecordRow<T>;
      this.#own.add(added);
      this.#own.touch(added, sought.ownerId);
      run.created(subject, id);
      return id;
    }
    const known = match.row;
    if (this.#own.isTouched(known)) return this.#refuse(row, shown, 'duplicate-in-file');
    this.#own.touch(known, sought.ownerId);
    // Of what stands in one column as a whole, a file changes only what it tells.
    const over = fieldsOver(known as unknown as FieldColumns, said as Partial<FieldColumns>);
    await this.#change(known, { ...said, ...over });
    return known.id;
  }

  async #change(known: RecordRow<T>, said: Columns): Promise<void> {
    const run = this.#run;
    const before = known as unknown as Columns;
    const changed = Object.keys(said).filter((column) => said[column] !== before[column]);
    if (changed.length === 0) {
      run.counts.unchanged += 1;
      return;
    }
    const after = await this.#store.update(
      run.work,
      known.id,
      known.version,
      Object.fromEntries(changed.map((column) => [column, said[column]])) as Partial<RecordRow<T>>,
    );
    await this.#onChanged(after);
    run.updated(this.subject, known.id, {
      version: after.version,
      before: Object.fromEntries(changed.map((column) => [column, before[column] ?? null])),
    });
  }

  #refuse(row: ReadRecord, value: string, reason: RowReason): null {
    this.#run.reject(row, this.#keyField(row), value, reason);
    return null;
  }

  #keyField = (row: ReadRecord): string =>
    ['externalId', 'email', 'name'].find((field) => this.#run.text(row, field) !== null) ?? 'name';

  /** A record of this file that is not written yet, to be completed from its later rows. */
  pending = (id: string): Columns | undefined => this.#pending.get(id);

  get subject(): string {
    return this.#store.spec.table;
  }

  /** Writes what is new. */
  async flush(): Promise<void> {
    await enterRecords<T>(this.#run.work, this.#store, [...this.#pending.values()]);
    this.#pending.clear();
  }
}

/** The columns about which something was said: null says nothing. */
export const saying = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null && value !== undefined));

/** Further numbers and addresses, kept as text where there is one column only. */
export const furtherValues = (run: ImportRun, row: ReadRecord): string | null => {
  const lines = ['phone', 'email'].flatMap((field) => run.texts(row, field).slice(1));
  const notes = run.text(row, 'notes');
  return lines.length === 0 ? notes : [notes, ...lines].filter((line) => line !== null).join('\n');
};
