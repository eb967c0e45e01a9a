import { expect, it } from 'vitest';
import { staleSubjects, subjectOf } from './live-feed.ts';

it('reads a list again when its subject changed, and what rests on it', () => {
  const follows = { pacing: ['sale', 'target'], figures: ['sale'] };
  expect([...staleSubjects(['sale'], follows)].toSorted()).toEqual(['figures', 'pacing', 'sale']);
  expect([...staleSubjects(['account'], follows)]).toEqual(['account']);
});

it('passes over what is not a change', () => {
  expect(subjectOf('{"id":"1","subject":"account","recordId":null,"version":null}')).toBe('account');
  for (const noise of ['', 'null', '[]', '{"subject":7}', 'ping']) expect(subjectOf(noise)).toBeNull();
});
