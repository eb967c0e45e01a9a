import type { CertificatePatch } from '@milepost/contract/certificates';
import type { Validity } from '@milepost/core/certificates/expiry';
import { foldName } from '@milepost/core/identity/fold-name';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { AwardTable, CertificateTable } from '../../db/tables/growth.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

const certificateStore = recordStore({
  table: 'certificate',
  sort: { name: 'name_key', issuer: 'issuer', createdAt: 'created_at' },
  filter: { name: 'name_key', mode: 'mode', issuer: 'issuer' },
  search: ['name_key'],
});

/** What one can be certified in is known to everybody of the organisation. */
export const certificates = {
  ...certificateStore,
  /** All of them, those in the archive too: who holds one keeps it. */
  all: (db: Db, orgId: string): Promise<CertificateTable[]> =>
    db.selectFrom('certificate').selectAll().where('org_id', '=', orgId).orderBy('name_key').orderBy('id').execute(),
};

export const blankCertificate = {
  ...{ issuer: null, about: null, link: null, months: null, least_months: null, base_on: null },
  window_months: 1,
} as const;

export const certificateColumns = ({
  leastMonths,
  baseOn,
  windowMonths,
  ...same
}: CertificatePatch): Partial<CertificateTable> => ({
  ...same,
  ...(same.name === undefined ? {} : { name_key: foldName(same.name) }),
  ...(leastMonths === undefined ? {} : { least_months: leastMonths }),
  ...(baseOn === undefined ? {} : { base_on: baseOn }),
  ...(windowMonths === undefined ? {} : { window_months: windowMonths }),
});

/** How long a certificate holds, as core reads it; null is for ever. */
export function validityOf({ mode, months, least_months, base_on }: CertificateTable): Validity | null {
  if (mode === 'forever' || months === null) return null;
  if (mode !== 'fixed') return { mode, months };
  return { mode, months, leastMonths: least_months ?? 0, baseOn: base_on ?? '' };
}

const awardStore = recordStore({
  table: 'award',
  sort: { completedOn: 'completed_on', expiresOn: 'expires_on', createdAt: 'created_at' },
  filter: { personId: 'person_id', certificateId: 'certificate_id', state: 'state', expiresOn: 'expires_on' },
  search: [],
});

/** Awards are seen by their holder and by those whose people they are. */
export const awards = {
  ...awardStore,

  /** Those that stand of some people. Whoever asks has been asked before whether they may see these people. */
  confirmedOf: async (db: Db, orgId: string, personIds: readonly string[]): Promise<AwardTable[]> =>
    personIds.length === 0
      ? []
      : db
          .selectFrom('award')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('archived_at', 'is', null)
          .where('state', '=', 'confirmed')
          .where('person_id', 'in', [...personIds])
          .orderBy('completed_on')
          .orderBy('id')
          .execute(),

  /** All that stand and will run out, or have, by a day. */
  endingBy: (db: Db, orgId: string, day: string): Promise<AwardTable[]> =>
    db
      .selectFrom('award')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('state', '=', 'confirmed')
      .where('expires_on', '<=', day)
      .orderBy('expires_on')
      .orderBy('id')
      .execute(),

  /** What visits in sight were about, by their ids. */
  async visitsNamed(db: Db, actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = (await (db as unknown as Kysely<Loose>)
      .selectFrom('activity')
      .select(['id', 'subject'])
      .where('org_id', '=', actor.orgId)
      .where('id', 'in', [...ids])
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf.activity)(eb))
      .execute()) as { id: string; subject: string }[];
    return new Map(rows.map(({ id, subject }) => [id, subject]));
  },

  /** The award that an address of verification names. */
  byCode: (db: Db, code: string): Promise<AwardTable | undefined> =>
    db
      .selectFrom('award')
      .selectAll()
      .where('verify_code', '=', code)
      .where('archived_at', 'is', null)
      .executeTakeFirst(),
};
