import type { ActionView } from '@milepost/contract/actions';
import { planningOf } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ActionTable } from '../../db/tables/actions.ts';

/** What came of it: null until both variances are known. */
export const effectOf = ({ opened_variance_minor: opened, checked_variance_minor: checked }: ActionTable) =>
  opened === null || checked === null ? null : checked - opened;

export async function actionViews(db: Db, actor: Actor, rows: readonly ActionTable[]): Promise<ActionView[]> {
  const idsOf = (kind: ActionTable['scope_kind']) =>
    rows.filter((row) => row.scope_kind === kind).map((row) => row.scope_id);
  const names = await namesOf(db, actor, {
    person: [...rows.map((row) => row.owner_id), ...idsOf('person')],
    team: idsOf('team'),
  });
  const scopeName = ({ scope_kind, scope_id }: ActionTable): string => {
    if (scope_kind === 'organisation') return actor.organisation.name;
    if (scope_kind === 'line') return scope_id;
    return nameOf(names[scope_kind], scope_id)?.name ?? '';
  };
  return rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    fact: row.fact,
    cause: row.cause as ActionView['cause'],
    causeNote: row.cause_note,
    dueOn: row.due_on,
    expectedMinor: row.expected_minor,
    measure: row.measure,
    scopeKind: row.scope_kind,
    scope: { id: row.scope_id, name: scopeName(row) },
    unit: planningOf[row.measure].unit,
    currency: row.currency,
    status: row.status,
    owner: nameOf(names.person, row.owner_id),
    openedOn: row.opened_on,
    openedVarianceMinor: row.opened_variance_minor,
    checkedOn: row.checked_on,
    checkedVarianceMinor: row.checked_variance_minor,
    effectMinor: effectOf(row),
  }));
}
