import type { SatisfactionPatch } from '@milepost/contract/satisfaction';
import type { Recommendations } from '@milepost/core/satisfaction/satisfaction';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { SatisfactionTable } from '../../db/tables/satisfaction.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

const store = recordStore({
  table: 'satisfaction',
  sort: { onDay: 'on_day', score: 'score', createdAt: 'created_at' },
  filter: {
    ...{ accountId: 'account_id', contactId: 'contact_id', ownerId: 'owner_id' },
    ...{ onDay: 'on_day', scale: 'scale', score: 'score' },
  },
  search: [],
  account: 'account_id',
});

/** What customers said: seen by whoever sees the customer. */
export const satisfactions = {
  ...store,

  /** Answers in sight of one scale between two days, the oldest first. */
  between: async (
    db: Db,
    actor: Actor,
    { from, to, scale }: { from: string; to: string; scale: SatisfactionTable['scale'] },
  ): Promise<SatisfactionTable[]> =>
    (await (db as unknown as Kysely<Loose>)
      .selectFrom('satisfaction')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('scale', '=', scale)
      .where('on_day', '>=', from)
      .where('on_day', '<=', to)
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf.satisfaction)(eb))
      .orderBy('on_day')
      .orderBy('id')
      .execute()) as unknown as SatisfactionTable[],
};

/** Of each who answered, the last answer: nobody counts twice. Rows come in the order of their days. */
export const lastAnswers = (rows: readonly SatisfactionTable[]): SatisfactionTable[] => [
  ...new Map(rows.map((row) => [row.contact_id ?? row.account_id, row])).values(),
];

/** Answers to "would you recommend us?" by what they are: 9–10, 7–8, 0–6. */
export const recommendationsOf = (rows: readonly Pick<SatisfactionTable, 'score'>[]): Recommendations => ({
  promoters: rows.filter(({ score }) => score >= 9).length,
  passives: rows.filter(({ score }) => score === 7 || score === 8).length,
  detractors: rows.filter(({ score }) => score <= 6).length,
});

export const satisfactionColumns = ({ contactId, onDay, ...same }: SatisfactionPatch): Partial<SatisfactionTable> => ({
  ...same,
  ...(contactId === undefined ? {} : { contact_id: contactId }),
  ...(onDay === undefined ? {} : { on_day: onDay }),
});
