import {
  addWorkingMinutes,
  type WallTime,
  type WorkingHours,
  workingMinutesBetween,
} from '../calendar/working-hours.ts';
import { type IssueState, isWithSolver, type Severity } from './life-cycle.ts';

/** Working hours within which an issue of each severity is to be solved, where a department has said nothing else. */
export const usualHours: Readonly<Record<Severity, number>> = { urgent: 8, important: 24, routine: 40 };

/** Whom an issue has gone up to: nobody yet, who leads the department, the administrators. */
export const escalationLevels = [0, 1, 2] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

/** By when an issue is to be solved: working hours from the time at which it was raised or sent again. */
export const deadlineOf = (raised: WallTime, hoursToSolve: number, hours: WorkingHours): WallTime =>
  addWorkingMinutes(raised, Math.round(hoursToSolve * 60), hours);

/**
 * How high an issue should stand by now. Half of its working time without an answer, or all of it without a solution, and it goes to who
 * leads the department; twice its time, and it goes to the administrators. What is bounced, solved or withdrawn goes nowhere, and no
 * issue comes down again.
 */
export function escalationOf(
  issue: {
    readonly state: IssueState;
    readonly raised: WallTime;
    readonly due: WallTime;
    readonly level: EscalationLevel;
  },
  now: WallTime,
  hours: WorkingHours,
): EscalationLevel {
  if (!isWithSolver(issue.state)) return issue.level;
  const allowed = workingMinutesBetween(issue.raised, issue.due, hours);
  const passed = workingMinutesBetween(issue.raised, now, hours);
  const isUnanswered = issue.state === 'open' && 2 * passed >= allowed;
  // What is due with the end of a working day is late from then on, though no working minute has passed.
  const isLate = passed >= allowed && isAfter(now, issue.due);
  const reached = passed >= 2 * allowed && isLate ? 2 : isLate || isUnanswered ? 1 : 0;
  return Math.max(reached, issue.level) as EscalationLevel;
}

/** Is the first time later than the second? */
export const isAfter = (a: WallTime, b: WallTime): boolean => a.day > b.day || (a.day === b.day && a.minute > b.minute);
