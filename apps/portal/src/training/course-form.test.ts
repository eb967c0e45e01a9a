import type { CourseView, QuizView } from '@milepost/contract/training';
import { expect, it } from 'vitest';
import { courseForm, courseWire, quizForm, quizWire } from './course-form.ts';

const course = {
  sections: [{ id: 's', kind: 'video', title: 'Watch', body: null, link: 'https://video.example' }],
  after: [[{ id: 'a', name: 'A' }]],
  raises: [{ skillId: 'k', level: 3, skill: { id: 'k', name: 'Negotiation' } }],
} as unknown as CourseView;

it('writes a course as it was read, and leaves out what was left empty', () => {
  const form = courseForm(course);
  form.after.push([{ picked: null }], [{ picked: null }, { picked: { id: 'b', name: 'B' } }]);
  form.raises.push({ skill: null, level: 3 });
  expect(courseWire(form)).toEqual({
    sections: course.sections,
    afterIds: [['a'], ['b']],
    raises: [{ skillId: 'k', level: 3 }],
  });
});

it('writes a quiz as it was read; no limit is null, and an option without a word is none', () => {
  const quiz = {
    ...{ questionCount: 1, passRatio: 0.75, attemptLimit: null, minutes: 10 },
    questions: [{ id: 'q', text: 'Who?', options: [{ id: 'x', text: 'I' }], rightIds: ['x'], explanation: null }],
  } as unknown as QuizView;
  const form = quizForm(quiz);
  form.questions[0]?.options.push({ id: 'y', text: ' ', isRight: true });
  expect(quizWire(form)).toEqual(quiz);
  expect(quizWire(quizForm(null)).questions[0]?.rightIds).toEqual([]);
});
