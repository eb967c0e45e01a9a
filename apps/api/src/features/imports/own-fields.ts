import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { type FieldInUse, fieldsInUse } from '../fields/store.ts';
import { bearingKinds } from './kinds/custom-fields.ts';

/** The organisation's own fields of what an import brings; none where its records bear none. */
export async function ownFieldsOf(db: Db, { orgId }: Actor, kind: string): Promise<FieldInUse[]> {
  const subject = bearingKinds[kind];
  return subject ? fieldsInUse(db, orgId, subject) : [];
}
