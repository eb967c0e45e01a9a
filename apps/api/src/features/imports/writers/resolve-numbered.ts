import type { ImportRun, ReadRecord } from '../import-run.ts';
import type { Subject } from '../references.ts';

type Fields = { subject: Extract<Subject, 'account' | 'product'>; name: string; number: string };
type Opened = { field: string; subject: Subject; value: string; meansId: string | null };

/**
 * A record that a row names by its number in the source, by its name, or both: the number decides. What is not known
 * stays open, with what is needed to fill it once the name is accepted.
 */
export async function resolveByNumberOrName(
  run: ImportRun,
  row: ReadRecord,
  { subject, name, number }: Fields,
): Promise<{ id: string | null; opened: Opened | null }> {
  const written = run.text(row, number);
  const book = await run.references(subject);
  const numbered = written === null ? null : book.byNumber(written);
  if (numbered !== null) return { id: numbered, opened: null };
  const field = run.text(row, name) === null && written !== null ? number : name;
  const found = await run.resolve(row, { field, subject });
  if (found.status !== 'open') return { id: found.id, opened: null };
  const value = run.text(row, field) ?? '';
  const match = book.find(value);
  return { id: null, opened: { field, subject, value, meansId: match.status === 'likely' ? match.id : null } };
}
