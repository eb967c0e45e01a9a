import { expect, it } from 'vitest';
import { namedFields } from './named-fields.ts';

it('names each field a refusal speaks of once, in the words of the card', () => {
  expect(namedFields(['/lead/emails/0/value', '/lead/emails/1/value', '/lead/name', '/page/url', ''])).toEqual([
    'email',
    'name',
  ]);
});
