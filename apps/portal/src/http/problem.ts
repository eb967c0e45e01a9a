import type { Issue, Problem as ProblemDocument } from '@milepost/contract/failures';

/**
 * A refusal as the portal handles it. `code` is from the catalogue of failures, or `offline` when no answer came at all;
 * `detail` says why and `fix` what to do, in English: show them through `useFailureText`.
 */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fix: string;
  readonly issues: readonly Issue[];
  /** The number to tell the administrator, on a fault of the server. */
  readonly incident: string | null;

  constructor(document: Partial<Omit<ProblemDocument, 'code'>> & { status: number; code: string }) {
    super(document.detail ?? document.title ?? document.code);
    this.status = document.status;
    this.code = document.code;
    this.title = document.title ?? '';
    this.detail = document.detail ?? '';
    this.fix = document.fix ?? '';
    this.issues = document.issues ?? [];
    this.incident = document.incident ?? null;
  }
}

/** Somebody else changed the record meanwhile: what was sent, and the record as it stands now. */
export class Clash extends Problem {
  override name = 'Clash';
  readonly mine: unknown;
  readonly theirs: unknown;

  constructor(document: Partial<Omit<ProblemDocument, 'code'>> & { status: number; code: string }, mine: unknown) {
    super(document);
    this.mine = mine;
    this.theirs = document.current ?? null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Reads the answer to a refused request. What is not a problem document (a proxy's page, the auth library's own shape)
 * becomes one by its status.
 * @param sent the body of the request, kept for a clash.
 */
export function readProblem(status: number, body: unknown, sent: unknown): Problem {
  if (isRecord(body) && typeof body['code'] === 'string' && typeof body['status'] === 'number') {
    const document = body as unknown as ProblemDocument;
    return status === 412 ? new Clash(document, sent) : new Problem(document);
  }
  const codes: Record<number, string> = {
    400: 'invalid-input',
    401: 'not-signed-in',
    403: 'not-allowed',
    404: 'not-found',
    413: 'too-large',
    429: 'too-many-requests',
  };
  const detail = isRecord(body) && typeof body['message'] === 'string' ? body['message'] : '';
  return new Problem({ status, code: codes[status] ?? 'internal', detail });
}

/** The problem within anything that was thrown; what is not one is a fault of ours. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ status: 0, code: 'internal', detail: error instanceof Error ? error.message : String(error) });
}
