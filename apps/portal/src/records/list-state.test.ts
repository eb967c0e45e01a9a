import { expect, it } from 'vitest';
import { readState, writeState } from './list-state.ts';

it('stands in the address and is read back', () => {
  const state = {
    q: '华',
    conditions: [{ field: 'segment', op: 'is' as const, value: 'Water' }],
    sort: { key: 'name', isDescending: true },
  };
  expect(readState(writeState(state))).toEqual(state);
  expect(writeState({ q: '', conditions: [], sort: null })).toEqual({});
});

it('of a damaged address shows everything', () => {
  expect(readState({ filter: '[{"op":1' })).toEqual({ q: '', conditions: [], sort: null });
  expect(readState({ filter: '{"a":1}', sort: '' })).toEqual({ q: '', conditions: [], sort: null });
});
