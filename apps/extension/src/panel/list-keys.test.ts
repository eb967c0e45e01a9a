import { describe, expect, it } from 'vitest';
import { entersSave, rowAfterKey, takesBack } from './list-keys.ts';

describe('the keys of the panel', () => {
  it('move through a list and stop at its ends', () => {
    expect(rowAfterKey('ArrowDown', -1, 3)).toBe(0);
    expect(rowAfterKey('ArrowDown', 2, 3)).toBe(2);
    expect(rowAfterKey('ArrowUp', 0, 3)).toBe(0);
    expect([rowAfterKey('Home', 2, 3), rowAfterKey('End', 0, 3)]).toEqual([0, 2]);
    expect(rowAfterKey('a', 1, 3)).toBeNull();
    expect(rowAfterKey('ArrowDown', 0, 0)).toBeNull();
  });

  it('save by Enter in a field and on a tick, but not on a button or while an input method composes', () => {
    const on = (tag: string, more: object = {}) =>
      entersSave({ tag, role: null, isComposing: false, hasModifier: false, ...more });
    expect([on('input'), on('body'), on('tick')]).toEqual([true, true, true]);
    expect([on('button'), on('a'), on('textarea'), on('div', { role: 'menuitem' })]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([on('input', { isComposing: true }), on('input', { hasModifier: true })]).toEqual([false, false]);
  });
});

describe('Ctrl+Z', () => {
  it('takes back what was saved, but in a field what was typed', () => {
    expect(takesBack({ key: 'z', tag: 'button', isCommand: true })).toBe(true);
    expect(takesBack({ key: 'Z', tag: 'body', isCommand: true })).toBe(true);
    expect(takesBack({ key: 'z', tag: 'tick', isCommand: true })).toBe(true);
    expect(takesBack({ key: 'z', tag: 'textarea', isCommand: true })).toBe(false);
    expect(takesBack({ key: 'z', tag: 'body', isCommand: false })).toBe(false);
  });
});
