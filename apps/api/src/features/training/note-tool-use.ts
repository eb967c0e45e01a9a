import { toolOpened } from '@milepost/core/training/tools';
import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../../deps.ts';
import type { Env } from '../../http/app.ts';
import { isNoted } from './tool-store.ts';

/**
 * Notes in the change record, once a person, that somebody opened what leaves no trace of its own. What is asked for is answered
 * whatever becomes of the note.
 */
export const noteToolUse = (deps: Deps): MiddlewareHandler<Env> => {
  /** Asked once for each person while this node runs. */
  const noted = new Set<string>();
  return async (c, next) => {
    await next();
    const action = c.req.method === 'GET' && c.res.status === 200 ? toolOpened(c.req.path) : null;
    const actor = action === null ? null : c.get('actor');
    if (action === null || !actor?.personId || actor.key) return;
    const key = `${actor.orgId} ${actor.personId} ${action}`;
    if (noted.has(key)) return;
    noted.add(key);
    const { personId, orgId } = actor;
    if (await isNoted(deps.db, orgId, personId, action)) return;
    await deps.transact(actor, async (work) => {
      work.changed({ subject: 'tool_use', recordId: personId, action, ownerId: personId });
    });
  };
};
