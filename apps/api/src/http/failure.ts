import { type FailureCode, failures, type Issue, type Problem } from '@milepost/contract/failures';

/** `row` is the state of a clash as the store has it: a route makes a view of it, or says nothing; it never leaves the house. */
type Told = { issues?: Issue[]; current?: unknown; row?: unknown };

/** A refusal on its way to the caller. Thrown inside a transaction it also takes everything back. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly more: Told;
  constructor(code: FailureCode, more: Told = {}) {
    super(
      `${failures[code].why} ${(more.issues ?? []).map((issue) => `${issue.path}: ${issue.message}`).join('; ')}`.trim(),
    );
    this.code = code;
    this.more = more;
  }
}

/** One field that stopped it. */
export const fieldIssue = (path: string, code: string, message: string): { issues: Issue[] } => ({
  issues: [{ path, code, message }],
});

export const problemOf = (code: FailureCode, more: Partial<Problem> = {}): Problem => ({
  type: `urn:milepost:failure:${code}`,
  title: code,
  status: failures[code].status,
  code,
  detail: failures[code].why,
  fix: failures[code].fix,
  ...more,
});
