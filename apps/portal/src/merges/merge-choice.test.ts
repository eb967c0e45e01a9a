import { expect, it } from 'vitest';
import { differingFields, firstChoice, takenFields } from './merge-choice.ts';

const side = (id: string, fields: Record<string, unknown>) => ({ id, version: 1, name: 'Huaxin', fields });
const pair = {
  a: side('a', { name: 'Huaxin', region: 'East', phone: null, email: 'a@x.example' }),
  b: side('b', { name: 'Huaxin', region: 'West', phone: '1', email: null }),
};

it('asks only where the two differ', () => {
  expect(differingFields('account', pair)).toEqual(['region', 'phone', 'email']);
});

it('keeps what the survivor says, and fills what it does not know from the other one', () => {
  expect(firstChoice('account', pair, 'a')).toEqual({ region: 'a', phone: 'b', email: 'a' });
  expect(takenFields(firstChoice('account', pair, 'a'), 'a')).toEqual(['phone']);
  expect(takenFields(firstChoice('account', pair, 'b'), 'b')).toEqual(['email']);
});
