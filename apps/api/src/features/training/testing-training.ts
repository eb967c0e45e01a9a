import { uuidv7 } from '../../ids.ts';
import type { CastMember } from '../../testing-house.ts';

/** A course of one section with a quiz of two questions, made by a manager: `right` answers it, `wrong` does not. */
export async function makeCourse(
  who: CastMember,
  more: Record<string, unknown> = {},
  rules: Record<string, unknown> = {},
) {
  const id = uuidv7();
  const sectionId = uuidv7();
  await who.call('POST', '/api/v1/courses', {
    ...{ id, name: 'Negotiation', hours: 4 },
    sections: [{ id: sectionId, kind: 'text', title: 'Prepare', body: 'Limit, alternative, list.', link: null }],
    ...more,
  });
  const questions = ['Who gives first?', 'What makes you calm?'].map((text) => {
    const options = ['a', 'b', 'c'].map((word) => ({ id: uuidv7(), text: word }));
    return { id: uuidv7(), text, options, rightIds: [options[1]?.id ?? ''], explanation: 'Because.' };
  });
  const answer = (at: number) =>
    Object.fromEntries(questions.map(({ id: question, options }) => [question, [options[at]?.id]]));
  await who.call('POST', '/api/v1/quizzes', {
    ...{ id, questionCount: 2, passRatio: 1, attemptLimit: 2, minutes: 20, questions },
    ...rules,
  });
  return { id, sectionId, right: answer(1), wrong: answer(0) };
}

/** Takes a course for oneself. */
export async function enrol(who: CastMember, courseId: string): Promise<string> {
  const id = uuidv7();
  await who.call('POST', '/api/v1/enrolments', { id, personId: who.id, courseId });
  return id;
}
