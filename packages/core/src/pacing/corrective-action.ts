import type { Signal } from './control-limits.ts';

/** What an action is about: one measure of one scope, a person, a team or a line by its id. */
export type ActionSubject = { readonly measure: string; readonly scope: string };

/**
 * Whether a signal asks for a corrective action to be opened: when it is far behind and none is open for the same measure
 * and scope. The next red day thus opens no second one; when the first is closed, a red day opens a new one.
 */
export function needsCorrectiveAction(
  subject: ActionSubject,
  signal: Signal | null,
  open: readonly ActionSubject[],
): boolean {
  if (signal !== 'far-behind') return false;
  return !open.some(({ measure, scope }) => measure === subject.measure && scope === subject.scope);
}
