import type { ExpressionBuilder } from 'kysely';
import { sightOf } from '../../../db/sight-store.ts';
import { visibleTo } from '../../../db/visible-to.ts';
import type { PanelFact } from '../panel-fact.ts';

/** The next thing that is planned with the customer; that nothing is planned is worth a word too. */
export const nextStepFact: PanelFact = async ({ db, actor, account, today }) => {
  const next = await db
    .selectFrom('activity')
    .select(['id', 'subject', 'on_day'])
    .where('org_id', '=', actor.orgId)
    .where('account_id', '=', account.id)
    .where('is_done', '=', 0)
    .where('archived_at', 'is', null)
    .where((eb) => visibleTo(actor, sightOf.activity)(eb as unknown as ExpressionBuilder<never, string>))
    .orderBy('on_day')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const path = `/accounts/${account.id}`;
  if (!next) return [{ name: 'no-next-step', tone: 'watch', values: {}, path }];
  const tone = next.on_day < today ? 'bad' : 'good';
  return [{ name: 'next-step', tone, values: { subject: next.subject, day: next.on_day }, path }];
};
