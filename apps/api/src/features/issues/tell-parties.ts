import type { Actor } from '../../auth/actor.ts';
import type { IssueTable } from '../../db/tables/issues.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { queueMail } from '../mail/store.ts';
import { people } from '../people/store.ts';
import { type IssueNews, issueLetter } from './issue-letter.ts';
import { departments } from './store.ts';
import { workingInstant } from './working-time.ts';

type Told = { news: IssueNews; text?: string };

/** Puts a letter to each of some people into the outbox; it leaves in working hours. Nobody is told of what they did themselves. */
async function tell(deps: Deps, work: Work, row: IssueTable, ids: readonly string[], { news, text = '' }: Told) {
  const { actor } = work;
  const { organisation } = actor;
  const unique = [...new Set(ids)].filter((id) => id !== actor.personId);
  if (unique.length === 0) return;
  const department = (await departments.byId(work.db, actor.orgId, row.department_id))?.name ?? '';
  const due = new Intl.DateTimeFormat(organisation.locale, {
    ...{ dateStyle: 'full', timeStyle: 'short', timeZone: organisation.timeZone },
  }).format(Date.parse(row.due_at));
  for (const person of await people.byIds(work.db, actor.orgId, unique)) {
    if (person.is_active === 0 || !person.email) continue;
    await queueMail(work, {
      to: person.email,
      ...issueLetter(organisation.locale, {
        ...{ name: person.name, issue: row.name, department, due, text, news, isUrgent: row.severity === 'urgent' },
        link: `${deps.baseUrl}/review/issues/${row.id}`,
      }),
      about: { subject: 'issue', id: row.id },
      isOneOfSeveral: true,
      notBefore: workingInstant(organisation, work.at),
      expiresAt: null,
    });
  }
}

/** Its owner, or who leads the department, or all of it where nobody does. */
async function solversOf({ db, actor }: Work, row: IssueTable): Promise<string[]> {
  if (row.owner_id !== null) return [row.owner_id];
  const head = (await departments.byId(db, actor.orgId, row.department_id))?.head_id;
  if (head) return [head];
  const all = await departments.people(db, actor.orgId);
  return all.filter(({ department_id }) => department_id === row.department_id).map(({ id }) => id);
}

/** Tells those who have to solve an issue that it is before them. */
export const tellSolvers = async (deps: Deps, work: Work, row: IssueTable, news: 'raised'): Promise<void> =>
  tell(deps, work, row, await solversOf(work, row), { news });

/** Tells who raised an issue that it came back, or was solved, and what was said. */
export const tellRaiser = (
  deps: Deps,
  work: Work,
  row: IssueTable,
  news: 'bounce' | 'resolve',
  text: string,
): Promise<void> => tell(deps, work, row, [row.raised_by_id], { news, text });

/** Tells whom an issue has gone up to: who leads the department, then the administrators. */
export async function tellAbove(deps: Deps, work: Work, row: IssueTable): Promise<void> {
  const { db, actor }: { db: Work['db']; actor: Actor } = work;
  const head = (await departments.byId(db, actor.orgId, row.department_id))?.head_id;
  const ids = row.level === 1 && head ? [head] : await people.admins(db, actor.orgId);
  await tell(deps, work, row, ids, { news: 'escalate' });
}
