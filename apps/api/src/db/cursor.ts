import { Failure, fieldIssue } from '../http/failure.ts';

/** Where a page ended: the sort key of its last row, and its id. */
export type Cursor = { key: string | number | null; id: string };

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.key, cursor.id])).toString('base64url');

export function readCursor(text: string): Cursor {
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [Cursor['key'], string];
    if (typeof id === 'string' && (key === null || typeof key === 'string' || typeof key === 'number'))
      return { key, id };
  } catch {
    // Not a cursor of ours: answered below like any other unreadable one.
  }
  throw new Failure('invalid-input', fieldIssue('/after', 'unreadable', 'this is not a cursor of this list'));
}
