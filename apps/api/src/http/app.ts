import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { Failure, problemOf } from './failure.ts';

export type Env = { Variables: { actor: Actor } };
export type App = OpenAPIHono<Env>;

const answer = (c: Context, problem: ReturnType<typeof problemOf>) =>
  c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  });

/** An app whose refusals are RFC 9457 problem documents; what cannot be parsed names the fields. */
export function newApp(): App {
  return new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return;
      return answer(
        c,
        problemOf('invalid-input', {
          issues: result.error.issues.map((issue) => ({
            path: `/${issue.path.map(String).join('/')}`,
            code: issue.code,
            message: issue.message,
          })),
        }),
      );
    },
  });
}

/** Failures become their answer; anything else is a bug: logged with a number, and only the number leaves the house. */
export function answerFailures(app: App, { log, newId }: Pick<Deps, 'log' | 'newId'>): void {
  app.onError((error, c) => {
    if (error instanceof Failure) {
      const { row: _, ...told } = error.more;
      return answer(c, problemOf(error.code, told));
    }
    const status = (error as { status?: unknown }).status;
    if (status === 400 || status === 413) return answer(c, problemOf(status === 413 ? 'too-large' : 'invalid-input'));
    const incident = newId();
    log.error({ incident, err: error, path: c.req.path }, 'unexpected');
    return answer(c, problemOf('internal', { incident }));
  });
  app.notFound((c) => answer(c, problemOf('not-found')));
}

/** Schema of a problem, for the description of the API. */
export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    fix: z.string(),
    issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

/** An answer in JSON, as a route tells it. */
export const json = <T>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
/** A body that must be there, in JSON. */
export const body = <T>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });

/** The answers that any route may give beside its own. */
export const refusals = {
  default: { description: 'A refusal', content: { 'application/problem+json': { schema: ProblemSchema } } },
} as const;

/** `If-Match: "7"` → 7. Without it a write is refused, so nothing is overwritten unseen. */
export function versionSeen(c: Context): number {
  const match = /^(?:W\/)?"?(\d+)"?$/.exec(c.req.header('if-match') ?? '');
  if (!match) throw new Failure('version-missing');
  return Number(match[1]);
}

export const onlyAdmins: MiddlewareHandler<Env> = async (c, next) => {
  if (c.get('actor').role !== 'admin') throw new Failure('not-allowed');
  await next();
};

export const onlyManagers: MiddlewareHandler<Env> = async (c, next) => {
  if (c.get('actor').role === 'rep') throw new Failure('not-allowed');
  await next();
};
