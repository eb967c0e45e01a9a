import type { FieldSubject, TagsInUse } from '@milepost/contract/fields';
import { tagKey } from '@milepost/core/fields/tags';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { containing } from '../../db/condition-store.ts';
import { tagsField } from '../../db/field-index.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';

const mostOffered = 20;
type Loose = Record<string, Record<string, unknown>>;

/** Tags on records in sight that hold the text, the commonest first: nobody learns a tag from a record they do not see. */
export async function tagsInUse(
  db: Db,
  actor: Actor,
  { subject, q }: { subject: FieldSubject; q?: string | undefined },
): Promise<TagsInUse['items']> {
  const inSight = (eb: ExpressionBuilder<Loose, string>) =>
    eb
      .selectFrom(subject as string)
      .select('id')
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where((one: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf[subject])(one));
  let entries = (db as unknown as Kysely<Loose>)
    .selectFrom('field_value')
    .where('org_id', '=', actor.orgId)
    .where('subject', '=', subject)
    .where('field_id', '=', tagsField)
    .where('record_id', 'in', inSight);
  const sought = q ? tagKey(q) : '';
  if (sought) entries = entries.where(containing('text_key', sought));
  const rows = await entries
    .select((eb) => [eb.fn.min<string>('text').as('tag'), eb.fn.countAll<number>().as('n')])
    .groupBy('text_key')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('text_key')
    .limit(mostOffered)
    .execute();
  return rows.map(({ tag, n }) => ({ tag, count: Number(n) }));
}
