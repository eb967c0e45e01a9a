import type { DemoSignIn } from '@milepost/contract/set-up';
import type * as z from 'zod';
import type { Db } from '../../db/open.ts';
import { demoPassword, offeredMailboxes } from './sign-ins.ts';

export const demo = {
  /** The sign-ins that the sign-in page of a demonstration offers, one of each role; none on any other database. */
  async signIns(db: Db): Promise<z.infer<typeof DemoSignIn>[]> {
    const rows = await db
      .selectFrom('person')
      .innerJoin('organisation', 'organisation.id', 'person.org_id')
      .select(['person.name', 'person.email', 'person.role'])
      .where('organisation.is_demo', '=', 1)
      .where('person.email_key', 'in', offeredMailboxes)
      .execute();
    return offeredMailboxes.flatMap((mailbox) => {
      const row = rows.find(({ email }) => email === mailbox);
      return row?.email ? [{ name: row.name, email: row.email, password: demoPassword, role: row.role }] : [];
    });
  },
};
