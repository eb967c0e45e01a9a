/** What was asked of the server. `path` begins with `/api/`. */
export type ServerRequest = {
  method: 'GET' | 'POST';
  path: string;
  token: string | null;
  body?: unknown;
  headers?: Record<string, string>;
  timeoutMs?: number;
};

/** The parts of an RFC 9457 problem document that are used; `code` is one of the catalogue of failures. */
export type ServerProblem = { code: string; detail: string; fix: string | null; fields: string[] };

/**
 * `no-answer`: nobody spoke, or somebody who is not a Milepost server (a hotel's sign-in page answers 200 as well).
 * `waitMs` is the server's Retry-After, 0 when there was none.
 */
export type ServerAnswer =
  | { kind: 'ok'; status: number; body: unknown }
  | { kind: 'problem'; status: number; problem: ServerProblem; waitMs: number }
  | { kind: 'no-answer' };

const USUAL_TIMEOUT_MS = 20_000;

/** Sends one request and reads the answer. Never throws: a dead line is an answer too. */
export async function callServer(origin: string, request: ServerRequest): Promise<ServerAnswer> {
  const { method, path, token, body, headers = {}, timeoutMs = USUAL_TIMEOUT_MS } = request;
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      // The token is all the server goes by; a portal session in this browser is another person's business.
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return await answerOf(response);
  } catch {
    return { kind: 'no-answer' };
  }
}

async function answerOf(response: Response): Promise<ServerAnswer> {
  const isJson = /^application\/(?:[a-z0-9.+-]+\+)?json/i.test(response.headers.get('content-type') ?? '');
  const body: unknown = isJson && response.status !== 204 ? await response.json() : null;
  if (response.ok) return isJson ? { kind: 'ok', status: response.status, body } : { kind: 'no-answer' };
  const waitMs = retryAfterMs(response.headers.get('retry-after'));
  return { kind: 'problem', status: response.status, problem: problemOf(body), waitMs };
}

function retryAfterMs(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The sign-in of RFC 8628 says `error` and `error_description` where the rest of the API says `code` and `detail`. */
function problemOf(body: unknown): ServerProblem {
  const said = isRecord(body) ? body : {};
  const issues = Array.isArray(said['issues']) ? said['issues'] : [];
  return {
    code: textOf(said['code']) ?? textOf(said['error']) ?? 'unknown',
    detail: textOf(said['detail']) ?? textOf(said['error_description']) ?? textOf(said['message']) ?? '',
    fix: textOf(said['fix']),
    fields: issues.flatMap((issue) => (isRecord(issue) ? (textOf(issue['path']) ?? []) : [])),
  };
}
