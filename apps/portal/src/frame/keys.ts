import { onScopeDispose, ref, shallowReactive } from 'vue';
import { recall, remember } from './remembered.ts';

/**
 * A key and what it does. `keys`: a character (`n`, `/`, `?`), a named key (`ArrowDown`), or `mod+` in front for Ctrl, on a Mac ⌘.
 * The map on `?` shows `labelKey` under `groupKey`.
 */
export type KeyBinding = {
  keys: string;
  labelKey: string;
  groupKey: string;
  run: (event: KeyboardEvent) => void;
  /** Also while a field has the focus. */
  alsoWhileTyping?: boolean;
};

/** All bindings in force, for the keyboard map. The latest wins: a page may use a key of the frame otherwise. */
export const boundKeys = shallowReactive<KeyBinding[]>([]);

const singleKeysOn = ref(recall('single-keys', true));

/** Single characters can be switched off, for those who dictate (WCAG 2.1.4). */
export const useSingleKeys = () => ({
  isOn: singleKeysOn,
  turn(on: boolean): void {
    singleKeysOn.value = on;
    remember('single-keys', on);
  },
});

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Is this the key that was pressed? */
export function matches(keys: string, event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  const wantsMod = keys.startsWith('mod+');
  const key = wantsMod ? keys.slice(4) : keys;
  if (event.altKey || wantsMod !== (event.ctrlKey || event.metaKey)) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

function onKeyDown(event: KeyboardEvent): void {
  // 229: the key belongs to an input method that is composing a character.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const typing = isTyping(event.target);
  const binding = boundKeys.findLast((one) => {
    const isSingle = !one.keys.startsWith('mod+');
    return matches(one.keys, event) && (!typing || one.alsoWhileTyping) && (!isSingle || singleKeysOn.value);
  });
  // A dialog that is open keeps the letters to itself.
  if (!binding || (!binding.alsoWhileTyping && document.querySelector('[role="dialog"][data-state="open"]'))) return;
  event.preventDefault();
  binding.run(event);
}

/** Listens for keys. Called once; returns a way to stop. */
export function followKeys(): () => void {
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

/** Binds keys for as long as the component lives. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  boundKeys.push(...bindings);
  onScopeDispose(() => {
    for (const binding of bindings) boundKeys.splice(boundKeys.indexOf(binding), 1);
  });
}

/** The keys as printed on a keyboard: "Ctrl K", on a Mac "⌘ K". */
export function printedKeys(keys: string, isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)): string[] {
  const names: Record<string, string> = {
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Escape: 'Esc',
  };
  return keys.split('+').map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
}
