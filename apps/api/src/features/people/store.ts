import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { Work } from '../../db/work.ts';

/** The terms of somebody of whom nobody has said any: columns. */
export const noTerms = { fte_bp: null, starts_on: null, ends_on: null, ramp: null, selling_minutes: null } as const;

/** People and teams are known to everybody of the organisation. */
const personStore = recordStore({
  table: 'person',
  sort: { name: 'name_key', email: 'email_key', role: 'role', createdAt: 'created_at' },
  filter: {
    name: 'name_key',
    role: 'role',
    teamId: 'team_id',
    departmentId: 'department_id',
    office: 'office',
    isActive: 'is_active',
    externalId: 'external_id',
  },
  search: ['name_key', 'email_key'],
});

export const people = {
  ...personStore,

  /** Does somebody else of the organisation have this address? */
  isTaken: async (work: Work, email: string, exceptId: string): Promise<boolean> =>
    (await work.db
      .selectFrom('person')
      .select('id')
      .where('org_id', '=', work.actor.orgId)
      .where('email_key', '=', email.toLowerCase())
      .where('id', '!=', exceptId)
      .executeTakeFirst()) !== undefined,

  /** Reps of the organisation who are active, or whose term has not ended by a day; all of them in one order. */
  sellers: (db: Db, orgId: string, from: string) =>
    db
      .selectFrom('person')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('role', '=', 'rep')
      .where('archived_at', 'is', null)
      .where((eb) => eb.or([eb('is_active', '=', 1), eb('ends_on', '>=', from)]))
      .orderBy('name_key')
      .orderBy('id')
      .execute(),

  /** Some people of the organisation, by their ids. */
  byIds: (db: Db, orgId: string, ids: readonly string[]) =>
    db
      .selectFrom('person')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('id', 'in', [...ids])
      .execute(),

  /** The team of everybody of the organisation, today. */
  teamsOf: (db: Db, orgId: string) =>
    db.selectFrom('person').select(['id', 'team_id']).where('org_id', '=', orgId).execute(),

  /** Who of the organisation is there until when, whoever asks. */
  termsOf: (db: Db, orgId: string) =>
    db.selectFrom('person').select(['id', 'is_active', 'ends_on']).where('org_id', '=', orgId).execute(),

  /** The active administrators, in one order. */
  admins: async (db: Db, orgId: string): Promise<string[]> =>
    (
      await db
        .selectFrom('person')
        .select('id')
        .where('org_id', '=', orgId)
        .where('role', '=', 'admin')
        .where('is_active', '=', 1)
        .orderBy('id')
        .execute()
    ).map(({ id }) => id),

  countAdmins: async (work: Work): Promise<number> =>
    (
      await work.db
        .selectFrom('person')
        .select('id')
        .where('org_id', '=', work.actor.orgId)
        .where('role', '=', 'admin')
        .where('is_active', '=', 1)
        .execute()
    ).length,
};

export const teams = recordStore({
  table: 'team',
  sort: { name: 'name_key' },
  filter: { name: 'name_key', parentId: 'parent_id', managerId: 'manager_id' },
  search: ['name_key'],
});

/** The tree of an organisation's people, as the reach of a role is computed from it. */
export const tree = {
  async of(db: Db, orgId: string) {
    const [teamRows, personRows] = await Promise.all([
      db
        .selectFrom('team')
        .select(['id', 'parent_id', 'manager_id'])
        .where('org_id', '=', orgId)
        .where('archived_at', 'is', null)
        .execute(),
      db.selectFrom('person').select(['id', 'team_id']).where('org_id', '=', orgId).execute(),
    ]);
    return {
      teams: teamRows.map((row) => ({ id: row.id, parentId: row.parent_id, managerId: row.manager_id })),
      persons: personRows.map((row) => ({ id: row.id, teamId: row.team_id })),
    };
  },

  /** The active person of a session that stands now, by the clock by which the auth library ends sessions. */
  personOfSession: (db: Db, token: string) =>
    db
      .selectFrom('auth_session')
      .innerJoin('person', 'person.user_id', 'auth_session.userId')
      .selectAll('person')
      .where('auth_session.token', '=', token)
      .where('auth_session.expiresAt', '>', new Date().toISOString())
      .where('person.is_active', '=', 1)
      .executeTakeFirst(),
};

/** Invitations keep only the hash of their token: who reads the database cannot use one. */
export const invitations = {
  async replace(
    work: Work,
    { id, personId, tokenHash, expiresAt }: { id: string; personId: string; tokenHash: string; expiresAt: string },
  ): Promise<void> {
    const org_id = work.actor.orgId;
    await work.db
      .deleteFrom('invitation')
      .where('org_id', '=', org_id)
      .where('person_id', '=', personId)
      .where('accepted_at', 'is', null)
      .execute();
    await work.db
      .insertInto('invitation')
      .values({
        org_id,
        id,
        person_id: personId,
        token_hash: tokenHash,
        created_at: work.at,
        expires_at: expiresAt,
        accepted_at: null,
      })
      .execute();
  },

  byHash: (db: Db, tokenHash: string, now: string) =>
    db
      .selectFrom('invitation')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .where('accepted_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst(),

  /** True for the one who uses it first. */
  async use(work: Work, id: string): Promise<boolean> {
    const used = await work.db
      .updateTable('invitation')
      .set({ accepted_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .executeTakeFirst();
    return Number(used.numUpdatedRows) === 1;
  },
};

/** Passwords and users in the auth library's tables, written with the person in one transaction. */
export const signIns = {
  /** Gives a person a user with a password. The hash is made by the auth library. */
  async create(work: Work, person: { id: string; name: string; email: string }, passwordHash: string): Promise<void> {
    const userId = work.newId();
    const { dialect, at } = work;
    const stamps = { createdAt: dialect.authInstant(at), updatedAt: dialect.authInstant(at) };
    await work.db
      .insertInto('auth_user')
      .values({
        id: userId,
        name: person.name,
        email: person.email.toLowerCase(),
        emailVerified: dialect.authTrue,
        ...stamps,
      })
      .execute();
    await work.db
      .insertInto('auth_account')
      .values({
        id: work.newId(),
        accountId: userId,
        providerId: 'credential',
        userId,
        password: passwordHash,
        ...stamps,
      })
      .execute();
    await work.db
      .updateTable('person')
      .set({ user_id: userId })
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', person.id)
      .execute();
  },

  exists: async (work: Work, email: string): Promise<boolean> =>
    (await work.db.selectFrom('auth_user').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst()) !==
    undefined,

  /** Ends every session of a user, in every browser and extension. */
  async endSessions(work: Work, userId: string): Promise<void> {
    await work.db.deleteFrom('auth_session').where('userId', '=', userId).execute();
  },
};
