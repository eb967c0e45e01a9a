import { expect, it } from 'vitest';
import { blankLog, isPlan, isSaid, loggedOf, nextStepOf } from './log-form.ts';

const word = (kind: string) => `a ${kind}`;

it('needs a sentence or an outcome, and is called by its kind where nobody wrote one', () => {
  const form = blankLog('2026-03-16');
  expect(isSaid(form)).toBe(false);
  expect(isSaid({ ...form, outcome: 'no-answer' })).toBe(true);
  expect(loggedOf({ ...form, outcome: 'no-answer' }, word, '2026-03-16')).toMatchObject({
    subject: 'a call',
    outcome: 'no-answer',
    isDone: true,
    needChange: null,
  });
});

it('has a next step as soon as its day is said', () => {
  const form = blankLog('2026-03-16');
  expect(nextStepOf(form, word)).toBeUndefined();
  expect(loggedOf(form, word, '2026-03-16')).not.toHaveProperty('nextStep');
  expect(nextStepOf({ ...form, nextOn: '2026-03-20', nextKind: 'visit' }, word)).toEqual({
    id: form.nextId,
    kind: 'visit',
    onDay: '2026-03-20',
    subject: 'a visit',
  });
});

it('says which words met an objection only where there was one', () => {
  const form = { ...blankLog('2026-03-16'), talkTrackId: 't' };
  expect(loggedOf(form, word, '2026-03-16').talkTrackId).toBeNull();
  expect(loggedOf({ ...form, objection: 'price' }, word, '2026-03-16').talkTrackId).toBe('t');
});

it('is an appointment for a day to come, with its time, its length and who comes along; what nobody said is left as it is', () => {
  const ben = { id: 'ben', name: 'Ben' };
  const at = { startsAt: '14:30', minutes: 90, people: [ben] };
  const form = { ...blankLog('2026-03-18', 'visit'), outcome: 'agreed' as const, appointment: at };
  const said = { startsAt: '14:30', minutes: 90, participantIds: ['ben'] };
  expect(isPlan(form, '2026-03-16')).toBe(true);
  expect(loggedOf(form, word, '2026-03-16')).toMatchObject({ isDone: false, outcome: null, ...said });
  expect(loggedOf(form, word, '2026-03-18')).toMatchObject({ isDone: true, outcome: 'agreed', ...said });
  expect(isSaid({ ...blankLog('2026-03-18'), appointment: { ...at, people: [] } })).toBe(true);
  const plain = loggedOf(blankLog('2026-03-16'), word, '2026-03-16');
  for (const key of Object.keys(said)) expect(plain).not.toHaveProperty(key);
  expect(nextStepOf({ ...form, nextOn: '2026-03-20', nextAppointment: at }, word)).toMatchObject(said);
});
