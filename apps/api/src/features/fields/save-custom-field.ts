import { type CustomFieldPatch, mostFields, type NewCustomField } from '@milepost/contract/fields';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { CustomFieldTable } from '../../db/tables/fields.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { customFieldColumns, customFields } from './store.ts';

type Said = { subject: CustomFieldTable['subject']; type: CustomFieldTable['type'] };

/** A name stands once among the fields in use of a kind, and a choice has values. */
async function demandSound(
  work: Work,
  id: string,
  { subject, type }: Said,
  { name, choices }: { name: string | undefined; choices: readonly string[] | undefined },
): Promise<number> {
  const others = (await customFields.of(work.db, work.actor.orgId, subject)).filter((row) => row.id !== id);
  if (name !== undefined && others.some((row) => row.name_key === foldName(name)))
    throw new Failure('name-taken', fieldIssue('/name', 'name-taken', name));
  if (choices && choices.length > 0 !== (type === 'choice'))
    throw new Failure(
      'invalid-input',
      fieldIssue(
        '/choices',
        type === 'choice' ? 'choices-missing' : 'no-choice',
        'a choice has values, nothing else has',
      ),
    );
  if (others.length >= mostFields)
    throw new Failure('invalid-input', fieldIssue('/subject', 'too-many-fields', `at most ${mostFields}`));
  return Math.max(0, ...others.map(({ position }) => position));
}

/** Adds a custom field once; without a place it stands last. */
export const createCustomField = (deps: Deps, actor: Actor, { id, subject, type, ...input }: NewCustomField) =>
  deps.transact(actor, async (work) => {
    const { name, choices = [] } = input;
    const last = await demandSound(work, id, { subject, type }, { name, choices });
    const said = { isRequired: false, position: last + 10, ...input, choices };
    const values = { ...customFieldColumns(said), subject, type, id };
    return customFields.create(work, values as Parameters<typeof customFields.create>[1]);
  });

/** Changes a custom field. Values that are no longer among its choices stay until somebody changes them. */
export const changeCustomField = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: CustomFieldPatch,
): Promise<CustomFieldTable> =>
  deps.transact(actor, async (work) => {
    const before = await customFields.get(work.db, actor, id);
    await demandSound(work, id, before, { name: patch.name, choices: patch.choices });
    return customFields.update(work, id, seen, customFieldColumns(patch));
  });

/** Brings a field back into use, where its name is free. */
export const restoreCustomField = (deps: Deps, actor: Actor, id: string, seen: number): Promise<CustomFieldTable> =>
  deps.transact(actor, async (work) => {
    const row = await customFields.get(work.db, actor, id);
    await demandSound(work, id, row, { name: row.name, choices: fromJson<string[]>(row.choices) });
    return customFields.restore(work, id, seen);
  });
