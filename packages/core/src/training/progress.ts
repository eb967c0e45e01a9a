import { derive, record, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';

/** What a course is made of for somebody, and what of it is done. */
export type CourseParts = {
  readonly sectionIds: readonly string[];
  /** Sections that were read; those that are not in the course any more count for nothing. */
  readonly seenIds: ReadonlySet<string>;
  /** Null where the course has no quiz. */
  readonly isPassed: boolean | null;
  /** Null where it has no live session. */
  readonly hasAttended: boolean | null;
  /** Taken as done for what somebody learned elsewhere. */
  readonly isCredited: boolean;
};

export type Progress = { readonly done: number; readonly parts: number; readonly isComplete: boolean };

/** Each section, the quiz and the live session are one part. A course without parts is complete as soon as somebody takes it. */
export function progressOf({ sectionIds, seenIds, isPassed, hasAttended, isCredited }: CourseParts): Progress {
  const parts = sectionIds.length + Number(isPassed !== null) + Number(hasAttended !== null);
  const done = isCredited
    ? parts
    : sectionIds.filter((id) => seenIds.has(id)).length + Number(isPassed === true) + Number(hasAttended === true);
  return { done, parts, isComplete: done === parts };
}

/** How far somebody is with a course: parts that are done ÷ parts. Null where it has none. */
export function explainProgress({ done, parts }: Progress, { id, name }: { id: string; name: string }): Why | null {
  if (parts === 0) return null;
  return derive('quotient', { rule: 'training.progress', unit: 'ratio', label: name }, [
    stored('enrolment', 'done', done, 'count'),
    record('course', id, parts, 'count', name),
  ]);
}

/** Hours that are left of a course: its hours × the share of its parts that is not done. */
export const hoursLeft = (hours: number, { done, parts }: Progress): number =>
  parts === 0 ? hours : hours * ((parts - done) / parts);
