import type { CourseView, NewQuiz, QuestionView, QuizView } from '@milepost/contract/training';
import { newId } from '../http/new-id.ts';
import type { Reference } from '../records/form-fields.ts';

type Section = { id: string; kind: 'text' | 'video'; title: string; body: string; link: string };
export type CourseForm = {
  sections: Section[];
  after: { picked: Reference | null }[][];
  raises: { skill: Reference | null; level: number }[];
};

/** What a course holds, as it is written. */
export const courseForm = ({ sections, after, raises }: CourseView): CourseForm => ({
  sections: sections.map((one) => ({ ...one, body: one.body ?? '', link: one.link ?? '' })),
  after: after.map((some) => some.map((picked) => ({ picked }))),
  raises: raises.map(({ skill, level }) => ({ skill, level })),
});

/** What is written, as it is sent: what was left empty is left out. */
export const courseWire = ({ sections, after, raises }: CourseForm) => ({
  sections: sections.map(({ body, link, ...one }) => ({
    ...one,
    body: body.trim() || null,
    link: one.kind === 'video' ? link.trim() || null : null,
  })),
  afterIds: after.map((some) => some.flatMap(({ picked }) => picked?.id ?? [])).filter((some) => some.length > 0),
  raises: raises.flatMap(({ skill, level }) => (skill ? [{ skillId: skill.id, level: Number(level) }] : [])),
});

type Option = { id: string; text: string; isRight: boolean };
export type QuizForm = {
  questionCount: number;
  /** Of a hundred. */
  passMark: number;
  /** Empty: without a limit. */
  attemptLimit: number | '';
  minutes: number | '';
  questions: { id: string; text: string; options: Option[]; explanation: string }[];
};

const blankOption = (): Option => ({ id: newId(), text: '', isRight: false });
export const blankQuestion = (): QuizForm['questions'][number] => ({
  ...{ id: newId(), text: '', explanation: '' },
  options: [{ ...blankOption(), isRight: true }, blankOption(), blankOption()],
});

const questionForm = ({ id, text, options, rightIds, explanation }: QuestionView) => ({
  ...{ id, text, explanation: explanation ?? '' },
  options: options.map((one) => ({ ...one, isRight: rightIds.includes(one.id) })),
});

export const quizForm = (quiz: QuizView | null): QuizForm =>
  quiz
    ? {
        ...{ questionCount: quiz.questionCount, passMark: Math.round(quiz.passRatio * 100) },
        ...{ attemptLimit: quiz.attemptLimit ?? '', minutes: quiz.minutes ?? '' },
        questions: quiz.questions.map(questionForm),
      }
    : { questionCount: 1, passMark: 80, attemptLimit: 3, minutes: 15, questions: [blankQuestion()] };

export const addOption = (options: Option[]) => options.push(blankOption());

/** What is written, as it is sent: options without a word are left out. */
export const quizWire = ({
  passMark,
  attemptLimit,
  minutes,
  questions,
  questionCount,
}: QuizForm): Omit<NewQuiz, 'id'> => ({
  ...{ questionCount: Number(questionCount), passRatio: Number(passMark) / 100 },
  attemptLimit: attemptLimit === '' ? null : Number(attemptLimit),
  minutes: minutes === '' ? null : Number(minutes),
  questions: questions.map(({ id, text, options, explanation }) => {
    const said = options.filter((one) => one.text.trim() !== '');
    return {
      ...{ id, text: text.trim(), explanation: explanation.trim() || null },
      options: said.map((one) => ({ id: one.id, text: one.text.trim() })),
      rightIds: said.flatMap((one) => (one.isRight ? [one.id] : [])),
    };
  }),
});
