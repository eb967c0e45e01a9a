import { expect, vi } from 'vitest';

/** An answer of the faked server: a body with status 200, or a Response for anything else. */
type Answer = (request: { url: URL; body: unknown; headers: Headers }) => unknown;

const asked: string[] = [];

/** Forgets the faked network and what was asked of it. Every test begins so. */
export function forgetApi(): void {
  vi.unstubAllGlobals();
  asked.length = 0;
}

/** A refusal as the server sends it. */
export function refusal(status: number, code: string, more: object = {}): Response {
  const problem = {
    type: `urn:milepost:failure:${code}`,
    title: code,
    status,
    code,
    detail: 'why',
    fix: 'fix',
    ...more,
  };
  return new Response(JSON.stringify(problem), { status, headers: { 'content-type': 'application/problem+json' } });
}

/**
 * The network, faked at the edge: `{ 'GET /api/v1/me': () => me }`. A request that nobody expected fails the test; the returned
 * list says what was asked, in order.
 */
export function fakeApi(routes: Record<string, Answer>): string[] {
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, 'http://portal.test');
    const line = `${init.method ?? 'GET'} ${url.pathname}`;
    asked.push(line);
    const answer = routes[line];
    if (!answer) expect.unreachable(`Nobody expected ${line}.`);
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const result = await answer({ url, body, headers: new Headers(init.headers) });
    if (result instanceof Response) return result;
    return new Response(result === undefined ? null : JSON.stringify(result), {
      status: result === undefined ? 204 : 200,
    });
  });
  return asked;
}
