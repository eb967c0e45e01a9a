import { fireEvent } from '@testing-library/vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { followKeys, matches, printedKeys, useKeys, useSingleKeys } from './keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const key = { labelKey: 'l', groupKey: 'g' };

describe('the keyboard', () => {
  let stop: () => void;
  beforeEach(() => {
    stop = followKeys();
  });
  afterEach(() => {
    stop();
    useSingleKeys().turn(true);
    document.body.innerHTML = '';
  });

  it('leaves letters to a field that is being typed in, except where a key says otherwise', () => {
    const add = vi.fn();
    const palette = vi.fn();
    const scope = effectScope();
    scope.run(() =>
      useKeys([
        { ...key, keys: 'n', run: add },
        { ...key, keys: 'mod+k', run: palette, alsoWhileTyping: true },
      ]),
    );
    document.body.innerHTML = '<input />';
    const field = document.querySelector('input') as HTMLInputElement;
    fireEvent.keyDown(field, { key: 'n' });
    fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
    expect([add.mock.calls.length, palette.mock.calls.length]).toEqual([0, 1]);
    fireEvent.keyDown(document.body, { key: 'n' });
    expect(add).toHaveBeenCalledOnce();
    scope.stop();
    fireEvent.keyDown(document.body, { key: 'n' });
    expect(add).toHaveBeenCalledOnce();
  });

  it('lets the page in front use a key of the frame otherwise', () => {
    const frame = vi.fn();
    const page = vi.fn();
    const scope = effectScope();
    scope.run(() => {
      useKeys([{ ...key, keys: 'n', run: frame }]);
      useKeys([{ ...key, keys: 'n', run: page }]);
    });
    fireEvent.keyDown(document.body, { key: 'n' });
    expect([frame.mock.calls.length, page.mock.calls.length]).toEqual([0, 1]);
    scope.stop();
  });

  it('can be told to pass over single characters', () => {
    const add = vi.fn();
    const scope = effectScope();
    scope.run(() => useKeys([{ ...key, keys: 'n', run: add }]));
    useSingleKeys().turn(false);
    fireEvent.keyDown(document.body, { key: 'n' });
    expect(add).not.toHaveBeenCalled();
    scope.stop();
  });
});

it('tells Ctrl K from K, and prints keys as the keyboard does', () => {
  expect(matches('mod+k', { ...plain, key: 'K', metaKey: true })).toBe(true);
  expect(matches('mod+k', { ...plain, key: 'k' })).toBe(false);
  expect(matches('k', { ...plain, key: 'k', ctrlKey: true })).toBe(false);
  expect(printedKeys('mod+k', true)).toEqual(['⌘', 'K']);
  expect(printedKeys('mod+k', false)).toEqual(['Ctrl', 'K']);
});
