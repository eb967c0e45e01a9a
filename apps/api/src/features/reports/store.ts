import type { EditionKind } from '@milepost/core/reports/edition-span';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type {
  EditionCommentTable,
  EditionSubscriptionTable,
  EditionTable,
  PledgeTable,
} from '../../db/tables/reports.ts';
import type { Work } from '../../db/work.ts';

const editionStore = recordStore({
  table: 'edition',
  sort: { endsOn: 'ends_on', startsOn: 'starts_on', dueOn: 'due_on', createdAt: 'created_at' },
  filter: { personId: 'person_id', kind: 'kind', state: 'state', startsOn: 'starts_on', endsOn: 'ends_on' },
  search: [],
});

/** Editions are seen by whose they are, and by those whose people they are. */
export const editions = {
  ...editionStore,

  /** The edition of a person and span, also from the archive; whoever asks has been asked before whether they may see it. */
  ofSpan: (
    db: Db,
    orgId: string,
    { personId, kind, startsOn }: { personId: string; kind: EditionKind; startsOn: string },
  ): Promise<EditionTable | undefined> =>
    db
      .selectFrom('edition')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .where('starts_on', '=', startsOn)
      .executeTakeFirst(),

  /** Who of the organisation has one of a span, also in the archive. */
  personsWith: async (db: Db, orgId: string, kind: EditionKind, startsOn: string): Promise<Set<string>> =>
    new Set(
      (
        await db
          .selectFrom('edition')
          .select('person_id')
          .where('org_id', '=', orgId)
          .where('kind', '=', kind)
          .where('starts_on', '=', startsOn)
          .execute()
      ).map(({ person_id }) => person_id),
    ),

  /** The drafts of the organisation that are due by a day, the longest due first. */
  draftsDueBy: (db: Db, orgId: string, day: string): Promise<EditionTable[]> =>
    db
      .selectFrom('edition')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('state', '=', 'draft')
      .where('archived_at', 'is', null)
      .where('due_on', '<=', day)
      .orderBy('due_on')
      .orderBy('id')
      .execute(),

  /** The frozen bytes, as text; undefined of a draft. */
  contentOf: async (db: Db, orgId: string, editionId: string): Promise<string | undefined> =>
    (
      await db
        .selectFrom('edition_content')
        .select('content')
        .where('org_id', '=', orgId)
        .where('edition_id', '=', editionId)
        .executeTakeFirst()
    )?.content,

  /** Keeps what an edition says. It is written once: a second time is an error of the database. */
  async keepContent(work: Work, editionId: string, content: string): Promise<void> {
    await work.db
      .insertInto('edition_content')
      .values({ org_id: work.actor.orgId, edition_id: editionId, content })
      .execute();
  },
};

const pledgeStore = recordStore({
  table: 'pledge',
  sort: { dueOn: 'due_on', createdAt: 'created_at' },
  filter: { editionId: 'edition_id', personId: 'person_id', kind: 'kind', dueOn: 'due_on', settledAs: 'settled_as' },
  search: [],
});

export const pledges = {
  ...pledgeStore,

  /** Those of a person that are due between two days, in the order in which they were made. */
  due: (db: Db, orgId: string, personId: string, { from, to }: { from: string; to: string }): Promise<PledgeTable[]> =>
    db
      .selectFrom('pledge')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('person_id', '=', personId)
      .where('archived_at', 'is', null)
      .where('due_on', '>=', from)
      .where('due_on', '<=', to)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),

  /** Commitments and what is to be tried, of reports that were handed in, while their day has not passed and nothing became of them. */
  openOf: (db: Db, orgId: string, personId: string, day: string): Promise<PledgeTable[]> =>
    db
      .selectFrom('pledge')
      .innerJoin('edition', (join) =>
        join.onRef('edition.org_id', '=', 'pledge.org_id').onRef('edition.id', '=', 'pledge.edition_id'),
      )
      .selectAll('pledge')
      .where('pledge.org_id', '=', orgId)
      .where('pledge.person_id', '=', personId)
      .where('pledge.archived_at', 'is', null)
      .where('pledge.kind', 'in', ['commitment', 'try'])
      .where('pledge.settled_as', 'is', null)
      .where('pledge.due_on', '>=', day)
      .where('edition.state', '<>', 'draft')
      .orderBy('pledge.due_on')
      .orderBy('pledge.id')
      .execute(),

  /** Those that were made with an edition. */
  madeWith: (db: Db, orgId: string, editionId: string): Promise<PledgeTable[]> =>
    db
      .selectFrom('pledge')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('edition_id', '=', editionId)
      .where('archived_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
};

export const editionComments = {
  ...recordStore({
    table: 'edition_comment',
    sort: { createdAt: 'created_at' },
    filter: { editionId: 'edition_id', byId: 'by_id' },
    search: [],
  }),

  /** What was said about an edition, in its order. */
  about: (db: Db, orgId: string, editionId: string): Promise<EditionCommentTable[]> =>
    db
      .selectFrom('edition_comment')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('edition_id', '=', editionId)
      .where('archived_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
};

export const editionSubscriptions = {
  ...recordStore({
    table: 'edition_subscription',
    sort: { createdAt: 'created_at' },
    filter: { personId: 'person_id', kind: 'kind', aboutId: 'about_id' },
    search: [],
  }),

  /** Who is sent editions of a kind. */
  of: (db: Db, orgId: string, kind: EditionKind): Promise<EditionSubscriptionTable[]> =>
    db
      .selectFrom('edition_subscription')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('kind', '=', kind)
      .where('archived_at', 'is', null)
      .orderBy('id')
      .execute(),
};
