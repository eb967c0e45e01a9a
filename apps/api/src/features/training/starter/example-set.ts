import type { Locale } from '@milepost/contract/organisation';
import en from './en.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };
import zhHant from './zh-Hant.json' with { type: 'json' };

/** What the examples say, in one language: courses with their questions, and cases. */
export type ExampleWords = typeof en;
export type ExampleCourse = keyof ExampleWords['courses'];
export const exampleWords: Readonly<Record<Locale, ExampleWords>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

type Holds = {
  hours: number;
  after: readonly (readonly ExampleCourse[])[];
  /** Skills of the starter set by their keys. */
  raises: readonly (readonly [skill: string, level: number])[];
  quiz: { questionCount: number; passRatio: number; attemptLimit: number; minutes: number };
};

/** What each asks for; the last needs one of the first two. */
export const exampleCourses: Readonly<Record<ExampleCourse, Holds>> = {
  discovery: {
    ...{ hours: 3, after: [] },
    raises: [
      ['discovery', 3],
      ['listening', 3],
    ],
    quiz: { questionCount: 4, passRatio: 0.75, attemptLimit: 3, minutes: 10 },
  },
  objections: {
    ...{ hours: 2, after: [], raises: [['objection-handling', 3]] },
    quiz: { questionCount: 4, passRatio: 0.75, attemptLimit: 3, minutes: 10 },
  },
  negotiation: {
    ...{ hours: 6, after: [['discovery', 'objections']] },
    raises: [
      ['negotiation', 3],
      ['closing', 3],
    ],
    quiz: { questionCount: 5, passRatio: 0.8, attemptLimit: 2, minutes: 15 },
  },
};
