import { assign } from '@milepost/core/mentoring/assign';
import type { Assignment } from '@milepost/core/mentoring/assignment';
import { type Dial, type Matching, match, matchingOf, type PairDecision } from '@milepost/core/mentoring/match';
import type { Fits } from '@milepost/core/mentoring/pairing';
import { fitsOfPeople, type Mentee, type Mentor, type PairRules } from '@milepost/core/mentoring/people-fit';
import { reassign } from '@milepost/core/mentoring/reassign';

/** Who is to be matched, and by which rules. */
export type MatchProblem = { mentees: readonly Mentee[]; mentors: readonly Mentor[]; rules: PairRules };
export type MatchAsked = { dial: Dial; decisions: readonly PairDecision[] };
/** The matching with the decisions, and what it would be without them. */
export type Matched = { matching: Matching; free: Matching };
type OnProgress = (done: number, of: number) => void;

const same = (a: PairDecision, b: PairDecision | undefined): boolean =>
  a.kind === b?.kind && a.row === b.row && a.column === b.column;

/**
 * Solves one problem again and again: the largest total goes on from the last solution that has the same decisions so far, so that one
 * more decision costs a search or two.
 * @throws RangeError for a decision that cannot be kept
 */
export function openMatcher({ mentees, mentors, rules }: MatchProblem) {
  let known: Fits | undefined;
  const free = new Map<Dial, Matching>();
  let base: Assignment | undefined;
  let chain: { decision: PairDecision; state: Assignment }[] = [];

  /** Who suits whom is reckoned with the first question, which says that it is at work before it begins. */
  function fitsNow(onProgress: OnProgress): Fits {
    if (known) return known;
    onProgress(0, mentees.length);
    known = fitsOfPeople(mentees, mentors, rules);
    return known;
  }

  function largestTotal(decisions: readonly PairDecision[], onProgress: OnProgress): Matching {
    base ??= assign(fitsNow(onProgress), onProgress);
    const kept = chain.findIndex(({ decision }, at) => !same(decision, decisions[at]));
    chain = chain.slice(0, kept < 0 ? decisions.length : kept);
    for (const decision of decisions.slice(chain.length))
      chain.push({ decision, state: reassign(chain.at(-1)?.state ?? base, decision) });
    return matchingOf(chain.at(-1)?.state ?? base);
  }

  const solve = ({ dial, decisions }: MatchAsked, onProgress: OnProgress): Matching =>
    dial === 'total' ? largestTotal(decisions, onProgress) : match(fitsNow(onProgress), dial, decisions, onProgress);

  return (asked: MatchAsked, onProgress: OnProgress = () => {}): Matched => {
    const { dial } = asked;
    const without = free.get(dial) ?? solve({ dial, decisions: [] }, onProgress);
    free.set(dial, without);
    return { free: without, matching: asked.decisions.length === 0 ? without : solve(asked, onProgress) };
  };
}

export type ToMatcher = { problem: MatchProblem } | { number: number; asked: MatchAsked };
export type FromMatcher = { number: number } & (
  | { done: number; of: number }
  | { matched: Matched }
  | { impossible: true }
);

/** Answers questions that come as messages, in their order. */
export function serveMatcher(port: {
  postMessage(message: FromMatcher): void;
  addEventListener(type: 'message', hear: (event: MessageEvent<ToMatcher>) => void): void;
}): void {
  let matcher: ReturnType<typeof openMatcher> | undefined;
  port.addEventListener('message', ({ data }) => {
    if ('problem' in data) {
      matcher = openMatcher(data.problem);
      return;
    }
    const { number } = data;
    try {
      const matched = matcher?.(data.asked, (done, of) => port.postMessage({ number, done, of }));
      if (matched) port.postMessage({ number, matched });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      port.postMessage({ number, impossible: true });
    }
  });
}
