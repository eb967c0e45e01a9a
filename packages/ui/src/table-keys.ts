import { toggled } from './table-columns.ts';

/**
 * What is selected after a key on a row: Space selects it or lets it go, Shift with a move takes it and the row that is reached, Ctrl or
 * ⌘ with A takes all. Null: the key selects nothing.
 */
export function selectedByKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  selected: readonly string[],
  { id, reached, all }: { id: string; reached: string | undefined; all: readonly string[] },
): string[] | null {
  if (event.key === ' ') return toggled(selected, id);
  if (event.key === 'a' && (event.ctrlKey || event.metaKey)) return [...all];
  return event.shiftKey && reached !== undefined ? [...new Set([...selected, id, reached])] : null;
}
