import type { ImportNote, ImportOptions, LikelyName, RejectedValue, RowReason } from '@milepost/contract/imports';
import type { FieldValue } from '@milepost/core/imports/read-row';
import { trimCell } from '@milepost/core/imports/read-text';
import { currencyExponent } from '@milepost/core/money/currency';
import { reaches } from '../../auth/actor.ts';
import type { ImportRecordTable } from '../../db/tables/imports.ts';
import type { Work } from '../../db/work.ts';
import type { FieldInUse } from '../fields/store.ts';
import { loadReferences, type ReferenceBook, type Subject } from './references.ts';
import { roundToMinor } from './round-to-minor.ts';
import type { RunAbout } from './run-about.ts';
import { aliases } from './store.ts';

/** One row of the file as read: the line it stands on, and its values by field. */
export type ReadRecord = { readonly line: number; readonly values: Readonly<Record<string, FieldValue>> };

/** A reference as a writer gets it: `held` keeps its row out, `open` lets it in without the reference. */
export type Resolved = { id: string | null; status: 'empty' | 'known' | 'open' | 'held' };

type Opened = { field: string; subject: Subject; value: string; meansId: string | null };

/** What one import does to the records, and what it has to say about it. Writers work on it. */
export class ImportRun {
  readonly work: Work;
  readonly today: string;
  readonly fileName: string;
  readonly options: ImportOptions;
  readonly acceptsLikely: boolean;
  readonly headerOf: (field: string) => string;
  readonly mapped: ReadonlySet<string>;
  /** The organisation's own fields of the kind. */
  readonly fields: readonly FieldInUse[];
  readonly rejected: RejectedValue[] = [];
  readonly counts = { created: 0, updated: 0, unchanged: 0 };
  readonly #records: Omit<ImportRecordTable, 'org_id' | 'import_id' | 'position'>[] = [];
  readonly #likely = new Map<string, LikelyName>();
  readonly #notes = new Map<string, ImportNote>();
  readonly #roundedRows = new Set<number>();
  readonly #refused = new Set<number>();
  readonly #books = new Map<Subject, ReferenceBook>();
  readonly #confirmed = new Map<Subject, { alias: string; recordId: string }[]>();
  readonly #exponent: number;

  constructor(work: Work, about: RunAbout) {
    this.work = work;
    this.today = about.today;
    this.fileName = about.fileName;
    this.options = about.options;
    this.acceptsLikely = about.acceptsLikely;
    this.headerOf = (field) => about.headers.get(field) ?? field;
    this.mapped = new Set(about.headers.keys());
    this.fields = about.fields ?? [];
    this.#exponent = currencyExponent(work.actor.organisation.currency);
  }

  /** The text of a field, null when the cell says nothing or there is no such column. */
  text(row: ReadRecord, field: string): string | null {
    const value = row.values[field];
    const first = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' && trimCell(first) !== '' ? trimCell(first) : null;
  }

  /** All texts of a field that takes several columns. */
  texts(row: ReadRecord, field: string): string[] {
    const value = row.values[field];
    if (Array.isArray(value)) return value as string[];
    return typeof value === 'string' ? [value] : [];
  }

  /** An amount in minor units, rounded half away from zero; null when unknown; undefined when it cannot be kept exactly. */
  minor(row: ReadRecord, field: string): number | null | undefined {
    const text = this.text(row, field);
    if (text === null) return null;
    const { minor, isRounded } = roundToMinor(text, this.#exponent);
    if (Math.abs(minor) > 1e13) {
      this.reject(row, field, text, 'too-large');
      return undefined;
    }
    if (isRounded) this.#roundedRows.add(row.line);
    return minor;
  }

  /** A whole number; null when unknown, undefined when the row was rejected for it. */
  whole(row: ReadRecord, field: string): number | null | undefined {
    const text = this.text(row, field);
    if (text === null) return null;
    const value = Number(text);
    if (Number.isSafeInteger(value)) return value;
    this.reject(row, field, text, 'not-whole');
    return undefined;
  }

  reject(row: Pick<ReadRecord, 'line'>, field: string, value: string, reason: RowReason): void {
    this.rejected.push({ row: row.line, column: this.headerOf(field), value, reason });
    this.#refused.add(row.line);
  }

  isRejected = (row: ReadRecord): boolean => this.#refused.has(row.line);

  /** Something to know about rows that came in. */
  note(code: string, field: string | null, line: number | null, text: string | null = null): void {
    const key = `${code}\n${field}\n${text}`;
    const note = this.#notes.get(key) ?? {
      code,
      field: field === null ? null : this.headerOf(field),
      count: 0,
      text,
      rows: [],
    };
    note.count += 1;
    if (line !== null) note.rows.push(line);
    this.#notes.set(key, note);
  }

  async references(subject: Subject): Promise<ReferenceBook> {
    const known = this.#books.get(subject);
    if (known) return known;
    const book = await loadReferences(this.work, subject);
    this.#books.set(subject, book);
    return book;
  }

  /**
   * Resolves a name or number. What equals a known one only when folded is likely: taken when the whole import accepts
   * that, otherwise listed and left open, or held outside with its row where a figure would be credited to nobody.
   */
  async resolve(
    row: ReadRecord,
    { field, subject, holds = false }: { field: string; subject: Subject; holds?: boolean },
  ): Promise<Resolved> {
    const text = this.text(row, field);
    if (text === null) return { id: null, status: 'empty' };
    const book = await this.references(subject);
    const match = book.find(text);
    if (match.status === 'exact') return { id: match.id, status: 'known' };
    const means = match.status === 'likely' ? { id: match.id, name: book.nameOf(match.id) } : null;
    const isAccepted = means !== null && this.acceptsLikely;
    if (holds && means === null) {
      this.reject(row, field, text, match.status === 'ambiguous' ? 'ambiguous' : 'unknown-reference');
      return { id: null, status: 'held' };
    }
    const key = `${subject}\n${field}\n${text}`;
    const listed = this.#likely.get(key);
    if (listed) listed.rows += 1;
    else
      this.#likely.set(key, {
        column: this.headerOf(field),
        field,
        subject,
        value: text,
        means,
        rows: 1,
        firstRow: row.line,
        became: holds && !isAccepted ? 'held' : 'open',
        isAccepted,
      });
    if (isAccepted && means !== null) {
      if (!listed) this.confirm(subject, text, means.id);
      return { id: means.id, status: 'known' };
    }
    if (holds) {
      this.reject(row, field, text, 'likely-name');
      return { id: null, status: 'held' };
    }
    return { id: null, status: 'open' };
  }

  /** A person whom rows may be given to: of the importer's own reach. `held` when the row has been rejected for it. */
  async owner(row: ReadRecord, field = 'owner'): Promise<Resolved> {
    const found = await this.resolve(row, { field, subject: 'person', holds: true });
    if (found.id !== null && !reaches(this.work.actor, found.id)) {
      this.reject(row, field, this.text(row, field) ?? '', 'out-of-reach');
      return { id: null, status: 'held' };
    }
    return found;
  }

  /** Registers a spelling or a further number of a record; written with the import. */
  confirm(subject: Subject, alias: string, recordId: string): void {
    const list = this.#confirmed.get(subject) ?? [];
    list.push({ alias, recordId });
    this.#confirmed.set(subject, list);
  }

  /** States that a reference of a record was left open, so that it can be filled when the name is accepted. */
  leftOpen(recordId: string, opened: Opened): void {
    this.#records.push({
      subject: opened.subject,
      record_id: recordId,
      action: 'likely',
      version: null,
      detail: JSON.stringify(opened),
    });
  }

  created(subject: string, id: string, counts = true): void {
    if (counts) this.counts.created += 1;
    this.#records.push({ subject, record_id: id, action: 'created', version: 1, detail: null });
  }

  /** `before` holds the columns as they were, for undo. */
  updated(subject: string, id: string, { version, before }: { version: number; before: object }, counts = true): void {
    if (counts) this.counts.updated += 1;
    this.#records.push({ subject, record_id: id, action: 'updated', version, detail: JSON.stringify(before) });
  }

  /** A further change of a record that this import has created or updated already: undo goes back before both. */
  amended(subject: string, id: string, change: { version: number; before: object }): void {
    const earlier = this.#records.find(
      (record) => record.record_id === id && (record.action === 'created' || record.action === 'updated'),
    );
    if (!earlier) {
      this.counts.unchanged -= 1;
      this.updated(subject, id, change);
      return;
    }
    earlier.version = change.version;
    if (earlier.action === 'updated')
      earlier.detail = JSON.stringify({ ...change.before, ...JSON.parse(earlier.detail ?? '{}') });
  }

  get rounded(): number {
    return [...this.#roundedRows].filter((line) => !this.#refused.has(line)).length;
  }

  get likely(): LikelyName[] {
    return [...this.#likely.values()];
  }

  get notes(): ImportNote[] {
    return [...this.#notes.values()];
  }

  /** What was written, ready to be kept; also writes the aliases. */
  async close(importId: string): Promise<ImportRecordTable[]> {
    for (const [subject, said] of this.#confirmed) await aliases.remember(this.work, subject, said);
    return this.#records.map((record, position) => ({
      org_id: this.work.actor.orgId,
      import_id: importId,
      position,
      ...record,
    }));
  }
}
