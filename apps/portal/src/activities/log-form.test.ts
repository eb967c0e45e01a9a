import { expect, it } from 'vitest';
import { blankLog, isSaid, loggedOf, nextStepOf } from './log-form.ts';

const word = (kind: string) => `a ${kind}`;

it('needs a sentence or an outcome, and is called by its kind where nobody wrote one', () => {
  const form = blankLog('2026-03-16');
  expect(isSaid(form)).toBe(false);
  expect(isSaid({ ...form, outcome: 'no-answer' })).toBe(true);
  expect(loggedOf({ ...form, outcome: 'no-answer' }, word)).toMatchObject({
    subject: 'a call',
    outcome: 'no-answer',
    isDone: true,
    needChange: null,
  });
});

it('has a next step as soon as its day is said', () => {
  const form = blankLog('2026-03-16');
  expect(nextStepOf(form, word)).toBeUndefined();
  expect(loggedOf(form, word)).not.toHaveProperty('nextStep');
  expect(nextStepOf({ ...form, nextOn: '2026-03-20', nextKind: 'visit' }, word)).toEqual({
    id: form.nextId,
    kind: 'visit',
    onDay: '2026-03-20',
    subject: 'a visit',
  });
});

it('says which words met an objection only where there was one', () => {
  const form = { ...blankLog('2026-03-16'), talkTrackId: 't' };
  expect(loggedOf(form, word).talkTrackId).toBeNull();
  expect(loggedOf({ ...form, objection: 'price' }, word).talkTrackId).toBe('t');
});
