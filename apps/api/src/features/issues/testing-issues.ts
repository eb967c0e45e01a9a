import { foldName } from '@milepost/core/identity/fold-name';
import { uuidv7 } from '../../ids.ts';
import type { CastMember, TestHouse } from '../../testing-house.ts';
import { noTerms, people, signIns } from '../people/store.ts';

/** A member of a department, signed in. */
export async function signedInMember(house: TestHouse, name: string, departmentId: string): Promise<CastMember> {
  const id = uuidv7();
  const email = `${name.toLowerCase()}@acme.example`;
  await house.deps.transact(house.operator, async (work) => {
    await people.create(work, {
      ...{ id, user_id: null, name, name_key: foldName(name), email, email_key: email, role: 'member' },
      ...{ title: null, office: null, external_id: null, team_id: null, department_id: departmentId, is_active: 1 },
      ...noTerms,
    });
    await signIns.create(work, { id, name, email }, 'no password: the cast signs in by session');
  });
  return house.member(id, name);
}
