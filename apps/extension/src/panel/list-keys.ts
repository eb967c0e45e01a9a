/** Where ↑ and ↓ lead in a list of `count` rows; they stop at its ends, Home and End go there. Null for any other key. */
export function rowAfterKey(key: string, row: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return Math.min(row + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(row - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** What stands under the finger when a key is pressed: the name of the element, or `tick` for a box or a choice that is ticked. */
export type KeyTarget = { tag: string; role: string | null; isComposing: boolean; hasModifier: boolean };

/**
 * Does Enter mean Save here? Not on buttons and links, which answer to it themselves, not in a text area, and never while an
 * input method is composing: there Enter chooses the character.
 */
export function entersSave({ tag, role, isComposing, hasModifier }: KeyTarget): boolean {
  if (isComposing || hasModifier) return false;
  if (['button', 'a', 'textarea', 'select', 'summary'].includes(tag)) return false;
  return role === null || !['button', 'combobox', 'option', 'menuitem', 'listbox'].includes(role);
}

/** Does this key take back what was saved? In a field that can be written in it takes back typing. */
export function takesBack({ key, tag, isCommand }: { key: string; tag: string; isCommand: boolean }): boolean {
  return isCommand && key.toLowerCase() === 'z' && !['input', 'textarea'].includes(tag);
}
