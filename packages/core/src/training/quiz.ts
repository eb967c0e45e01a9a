/** A question of the pool, with the options that are right; all of them and no other have to be ticked. */
export type Question = {
  readonly id: string;
  readonly optionIds: readonly string[];
  readonly rightIds: readonly string[];
};

/** What a quiz asks of an attempt. Null: as often as one likes; without a limit of time. */
export type QuizRules = {
  readonly questionCount: number;
  /** The share of right answers that passes, 0–1. */
  readonly passRatio: number;
  readonly attemptLimit: number | null;
  readonly minutes: number | null;
};

export type AttemptState = 'open' | 'handed-in' | 'left' | 'timed-out';
/** One attempt as it was written down; instants in ISO-Z. */
export type Attempt = {
  readonly state: AttemptState;
  readonly startedAt: string;
  /** When its time is over; null without a limit. */
  readonly endsAt: string | null;
  readonly isPassed: boolean;
};

/** When the time of an attempt is over that starts at an instant; null without a limit. */
export const endOf = ({ minutes }: QuizRules, startedAt: string): string | null =>
  minutes === null ? null : new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();

/** Where an attempt stands at an instant: an open one whose time is over has closed by itself. */
export const stateAt = ({ state, endsAt }: Attempt, now: string): AttemptState =>
  state === 'open' && endsAt !== null && now >= endsAt ? 'timed-out' : state;

export type Start =
  | { readonly status: 'ok'; readonly number: number }
  /** One is under way: it is gone on with, and is no further attempt. */
  | { readonly status: 'running'; readonly at: number }
  /** The quiz is passed, and nothing asks for it once more. */
  | { readonly status: 'passed' }
  | { readonly status: 'none-left' };

/**
 * May a further attempt start? Each counts that was started, also one that was left or ran out (cases, attempts).
 * @param extra attempts that were granted beyond the limit
 */
export function mayStart(
  { attemptLimit }: QuizRules,
  attempts: readonly Attempt[],
  { now, extra }: { readonly now: string; readonly extra: number },
): Start {
  const at = attempts.findIndex((one) => stateAt(one, now) === 'open');
  if (at >= 0) return { status: 'running', at };
  if (attempts.some(({ isPassed }) => isPassed)) return { status: 'passed' };
  if (attemptLimit !== null && attempts.length >= attemptLimit + extra) return { status: 'none-left' };
  return { status: 'ok', number: attempts.length + 1 };
}

/** How many attempts are left; null where there is no limit. */
export const attemptsLeft = ({ attemptLimit }: QuizRules, count: number, extra: number): number | null =>
  attemptLimit === null ? null : Math.max(0, attemptLimit + extra - count);

/**
 * So many questions of the pool in an order that the dice decide, their options too (Fisher–Yates).
 * @param roll a number from 0 on and below 1, anew each time
 */
export function drawQuestions<Q>(pool: readonly Q[], count: number, roll: () => number): Q[] {
  const drawn = [...pool];
  for (let left = drawn.length; left > 1; left -= 1) {
    const at = Math.floor(roll() * left);
    [drawn[at], drawn[left - 1]] = [drawn[left - 1] as Q, drawn[at] as Q];
  }
  return drawn.slice(0, Math.max(0, count));
}

export type Score = {
  /** By question, in their order: was it answered right? One without an answer was not. */
  readonly marks: readonly { readonly questionId: string; readonly isRight: boolean }[];
  readonly rightCount: number;
  readonly questionCount: number;
  readonly isPassed: boolean;
};

/**
 * What answers are worth: a question is right when exactly its right options are ticked; passed with at least the share that is asked.
 * Without a question nothing is passed.
 */
export function scoreOf(
  questions: readonly Question[],
  answers: ReadonlyMap<string, readonly string[]>,
  passRatio: number,
): Score {
  const marks = questions.map(({ id, rightIds }) => {
    const ticked = new Set(answers.get(id) ?? []);
    return { questionId: id, isRight: ticked.size === rightIds.length && rightIds.every((one) => ticked.has(one)) };
  });
  const rightCount = marks.filter(({ isRight }) => isRight).length;
  // In whole questions: 0.7 of 10 is 7, whatever a double makes of it.
  const needed = Math.max(1, Math.ceil(passRatio * questions.length - 1e-9));
  return { marks, rightCount, questionCount: questions.length, isPassed: questions.length > 0 && rightCount >= needed };
}

/** What is wrong with a quiz; empty for a sound one. */
export function faultsOf(
  { questionCount, passRatio }: Pick<QuizRules, 'questionCount' | 'passRatio'>,
  pool: readonly Question[],
): ('too-few-questions' | 'pass-mark' | 'twice' | 'no-right-option' | 'unknown-option')[] {
  const ids = new Set(pool.map(({ id }) => id));
  const isKnown = ({ optionIds, rightIds }: Question) => rightIds.every((one) => optionIds.includes(one));
  return [
    ...(pool.length < questionCount || questionCount < 1 ? (['too-few-questions'] as const) : []),
    ...(passRatio > 0 && passRatio <= 1 ? [] : (['pass-mark'] as const)),
    ...(ids.size < pool.length || pool.some(({ optionIds }) => new Set(optionIds).size < optionIds.length)
      ? (['twice'] as const)
      : []),
    ...(pool.some(({ rightIds }) => rightIds.length === 0) ? (['no-right-option'] as const) : []),
    ...(pool.every(isKnown) ? [] : (['unknown-option'] as const)),
  ];
}
