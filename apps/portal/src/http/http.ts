import { noteConnection } from './connection.ts';
import { Problem, readProblem } from './problem.ts';

type QueryValue = string | number | boolean | null | undefined;

export type RequestOptions = {
  /** Null, undefined and '' are left out. Objects (a filter) go in as JSON text. */
  query?: Record<string, QueryValue>;
  body?: unknown;
  /** The version of the record that the writer saw; a clash answers with a `Clash`. */
  ifMatch?: number;
  signal?: AbortSignal;
  /** Who asks whether anybody is signed in wants the 401 itself, not the sign-in page. */
  keepUnauthorised?: boolean;
};

let onSignedOut: () => void = () => {};

/** What happens when the session has ended. Set once by the router. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** Address of an endpoint: `/accounts` is `/api/v1/accounts`; what begins with `/api/` stays as it is. */
export function addressOf(path: string, query: Record<string, QueryValue> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
  }
  const address = path.startsWith('/api/') ? path : `/api/v1${path}`;
  return search.size ? `${address}?${search}` : address;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * One request. Answers the parsed body.
 * Throws Problem (also for no answer at all: code `offline`), Clash on 412, and the browser's AbortError when cancelled.
 */
async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
  let response: Response;
  try {
    response = await fetch(addressOf(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    noteConnection(false);
    throw new Problem({ status: 0, code: 'offline' });
  }
  noteConnection(true);
  const body = await readBody(response);
  if (response.ok) return body as T;
  const problem = readProblem(response.status, body, options.body);
  if (response.status === 401 && !options.keepUnauthorised) onSignedOut();
  throw problem;
}

/** The API. Types are those of the contract's views: `http.get<AccountView>('/accounts/…')`. */
export const http = {
  get: <T>(path: string, options?: Omit<RequestOptions, 'body'>) => request<T>('GET', path, options),
  post: <T>(path: string, body?: unknown, options?: RequestOptions) => request<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body: unknown, options?: RequestOptions) => request<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options?: RequestOptions) => request<T>('PATCH', path, { ...options, body }),
  delete: <T>(path: string, options?: RequestOptions) => request<T>('DELETE', path, options),
};
