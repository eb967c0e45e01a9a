import type { ClippedField } from '@milepost/contract/leads';
import type { Lookalike } from '@milepost/core/leads/decide-capture';
import type { Work } from '../../db/work.ts';
import { accountColumns, accounts } from '../accounts/store.ts';
import { contactColumns, contacts } from '../contacts/store.ts';
import type { CapturedFields } from './captured-fields.ts';
import { leadColumns, leads } from './store.ts';

/**
 * Joins what was captured to a record: fills what the record lacks. What it says already stays as it is, apart from the fields that
 * a person said to replace.
 */
export async function joinRecord(
  work: Work,
  { kind, id }: Pick<Lookalike, 'kind' | 'id'>,
  fields: CapturedFields,
  replace: readonly ClippedField[],
): Promise<void> {
  const { country } = work.actor.organisation;
  const taken = <K extends ClippedField>(row: Record<K, unknown>, keys: readonly K[]) =>
    Object.fromEntries(
      keys
        .filter((key) => fields[key] !== null && (row[key] === null || replace.includes(key)))
        .map((key) => [key, fields[key]]),
    );
  const joined = { action: 'merged' };
  if (kind === 'lead') {
    const row = await leads.get(work.db, work.actor, id);
    const patch = taken(row, ['name', 'title', 'company', 'email', 'phone', 'website', 'address']);
    await leads.update(work, row.id, row.version, leadColumns(patch, country), joined);
  } else if (kind === 'contact') {
    const row = await contacts.get(work.db, work.actor, id);
    const patch = taken(row, ['name', 'title', 'email', 'phone']);
    await contacts.update(work, row.id, row.version, contactColumns(patch, country), joined);
  } else {
    const row = await accounts.get(work.db, work.actor, id);
    const patch = taken(row, ['name', 'email', 'phone', 'website', 'address']);
    await accounts.update(work, row.id, row.version, accountColumns(patch, country), joined);
  }
}
