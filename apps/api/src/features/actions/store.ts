import type { ActionPatch } from '@milepost/contract/actions';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ActionTable } from '../../db/tables/actions.ts';
import type { Work } from '../../db/work.ts';

type Subject = Pick<ActionTable, 'measure' | 'scope_kind' | 'scope_id'>;

const base = recordStore({
  table: 'action',
  sort: {
    dueOn: 'due_on',
    name: 'name_key',
    openedOn: 'opened_on',
    expectedMinor: 'expected_minor',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  filter: {
    name: 'name_key',
    status: 'status',
    cause: 'cause',
    measure: 'measure',
    scopeKind: 'scope_kind',
    ownerId: 'owner_id',
    dueOn: 'due_on',
  },
  search: ['name_key'],
});

export const actions = {
  ...base,

  /** The one that is open for a measure and scope, whoever may see it. Who asks to open another waits for who asked before. */
  async openOf(work: Work, { measure, scope_kind, scope_id }: Subject): Promise<ActionTable | undefined> {
    await work.dialect.lock(`action:${work.actor.orgId}:${measure}:${scope_kind}:${scope_id}`)?.execute(work.db);
    return work.db
      .selectFrom('action')
      .selectAll()
      .where('org_id', '=', work.actor.orgId)
      .where('measure', '=', measure)
      .where('scope_kind', '=', scope_kind)
      .where('scope_id', '=', scope_id)
      .where('status', '=', 'open')
      .where('archived_at', 'is', null)
      .executeTakeFirst();
  },

  /** What is open for a measure, by scope. That there is one is told to whoever sees the scope's figures; which one is not. */
  openFor: (db: Db, actor: Actor, measure: ActionTable['measure']) =>
    db
      .selectFrom('action')
      .select(['id', 'scope_kind', 'scope_id', 'owner_id', 'answerable_id'])
      .where('org_id', '=', actor.orgId)
      .where('measure', '=', measure)
      .where('status', '=', 'open')
      .where('archived_at', 'is', null)
      .execute(),
};

/** What was sent → columns, with the folded name. */
export function actionColumns(patch: ActionPatch): Partial<ActionTable> {
  const { name, causeNote, dueOn, expectedMinor, ownerId, ...same } = patch;
  return {
    ...same,
    ...(name === undefined ? {} : { name, name_key: foldName(name) }),
    ...(causeNote === undefined ? {} : { cause_note: causeNote }),
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
    ...(expectedMinor === undefined ? {} : { expected_minor: expectedMinor }),
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
  };
}
