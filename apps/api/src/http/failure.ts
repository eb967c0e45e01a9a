import { type FailureCode, failures, type Issue, type Problem } from '@milepost/contract/failures';

/** A refusal on its way to the caller. Thrown inside a transaction it also takes everything back. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly more: { issues?: Issue[]; current?: unknown };
  constructor(code: FailureCode, more: { issues?: Issue[]; current?: unknown } = {}) {
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
