import type { Rhythm } from '@milepost/core/churn/rhythm';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ChurnAlertTable, ChurnModelTable, ChurnOverrideTable, WinBackTable } from '../../db/tables/churn.ts';
import type { Work } from '../../db/work.ts';

const alertStore = recordStore({
  table: 'churn_alert',
  sort: { openedOn: 'opened_on', score: 'score', closedOn: 'closed_on', createdAt: 'created_at' },
  filter: { status: 'status', accountId: 'account_id', ownerId: 'owner_id', ending: 'ending', openedOn: 'opened_on' },
  search: [],
  account: 'account_id',
});

/** Whoever opens or ends alerts comes after another, so that one is open for an account at most. */
export const lockChurn = async ({ db, dialect, actor }: Work): Promise<void> => {
  await dialect.lock(`churn ${actor.orgId}`)?.execute(db);
};

export const alerts = {
  ...alertStore,

  /** The last alert of each account, open or not, whoever sees it; of several that are open the first. */
  async lastOf(db: Db, orgId: string, accountIds: readonly string[]): Promise<Map<string, ChurnAlertTable[]>> {
    if (accountIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('churn_alert')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('account_id', 'in', [...accountIds])
      .where('archived_at', 'is', null)
      .orderBy('opened_on')
      .orderBy('id')
      .execute();
    return Map.groupBy(rows, ({ account_id }) => account_id);
  },

  openOf: (db: Db, orgId: string, accountId: string): Promise<ChurnAlertTable | undefined> =>
    db
      .selectFrom('churn_alert')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('account_id', '=', accountId)
      .where('status', '=', 'open')
      .where('archived_at', 'is', null)
      .orderBy('opened_on')
      .executeTakeFirst(),

  /** How warnings ended on which nothing was done, of the organisation. */
  leftAlone: (db: Db, orgId: string) =>
    db
      .selectFrom('churn_alert as a')
      .leftJoin('win_back as w', (on) => on.onRef('w.org_id', '=', 'a.org_id').onRef('w.alert_id', '=', 'a.id'))
      .select('a.ending as ending')
      .where('a.org_id', '=', orgId)
      .where('a.ending', 'in', ['recovered', 'lost'])
      .where('w.id', 'is', null)
      .execute(),

  /** All of the people in sight, for the record of the warning. */
  async inSight(db: Db, actor: Actor): Promise<ChurnAlertTable[]> {
    const found: ChurnAlertTable[] = [];
    for await (const row of alertStore.each(db, actor, {})) found.push(row);
    return found;
  },
};

const overrideStore = recordStore({
  table: 'churn_override',
  sort: { untilDay: 'until_day', createdAt: 'created_at' },
  filter: { accountId: 'account_id', verdict: 'verdict', untilDay: 'until_day' },
  search: [],
  account: 'account_id',
});
export const overrides = {
  ...overrideStore,

  /** What is in force on a day, by account: what was said last. */
  async inForce(db: Db, orgId: string, accountIds: readonly string[], day: string) {
    if (accountIds.length === 0) return new Map<string, ChurnOverrideTable>();
    const rows = await db
      .selectFrom('churn_override')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('account_id', 'in', [...accountIds])
      .where('until_day', '>=', day)
      .where('archived_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return new Map(rows.map((row) => [row.account_id, row]));
  },
};

export const renewals = recordStore({
  table: 'renewal',
  sort: { endsOn: 'ends_on', name: 'name_key', createdAt: 'created_at' },
  filter: { accountId: 'account_id', outcome: 'outcome', endsOn: 'ends_on', nth: 'nth', ownerId: 'owner_id' },
  search: ['name_key'],
  account: 'account_id',
});

export const winBackTemplates = recordStore({
  table: 'win_back_template',
  sort: { name: 'name_key', createdAt: 'created_at' },
  filter: { name: 'name_key' },
  search: ['name_key'],
});

const winBackStore = recordStore({
  table: 'win_back',
  sort: { dueOn: 'due_on', begunOn: 'begun_on', createdAt: 'created_at' },
  filter: {
    status: 'status',
    accountId: 'account_id',
    alertId: 'alert_id',
    answerableId: 'answerable_id',
    dueOn: 'due_on',
  },
  search: [],
  account: 'account_id',
});
export const winBacks = {
  ...winBackStore,

  /** Plans of some alerts, the newest first. */
  async ofAlerts(db: Db, orgId: string, alertIds: readonly string[]): Promise<Map<string, WinBackTable[]>> {
    if (alertIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('win_back')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('alert_id', 'in', [...alertIds])
      .where('archived_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return Map.groupBy(rows, ({ alert_id }) => alert_id);
  },

  /** All that came to an end, of the organisation: what a template is worth is learnt from everybody. */
  ended: (db: Db, orgId: string): Promise<WinBackTable[]> =>
    db
      .selectFrom('win_back')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('status', 'in', ['won-back', 'lost'])
      .where('archived_at', 'is', null)
      .execute(),
};

const modelStore = recordStore({
  table: 'churn_model',
  sort: { fittedOn: 'fitted_on' },
  filter: {},
  search: [],
});
export const churnModels = {
  ...modelStore,

  /** What was learnt last; undefined before the first time. */
  latest: (db: Db, orgId: string): Promise<ChurnModelTable | undefined> =>
    db
      .selectFrom('churn_model')
      .selectAll()
      .where('org_id', '=', orgId)
      .orderBy('fitted_on', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
};

export const rhythmOf = (row: ChurnModelTable | undefined) => (row?.rhythm ? fromJson<Rhythm>(row.rhythm) : null);
