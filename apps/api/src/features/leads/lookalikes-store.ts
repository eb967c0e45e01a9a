import { domainKey } from '@milepost/core/identity/domain-key';
import { emailKey } from '@milepost/core/identity/email-key';
import { foldCompany } from '@milepost/core/identity/fold-company';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Identity } from '@milepost/core/identity/likeness';
import type { Lookalike } from '@milepost/core/leads/decide-capture';
import type { Actor } from '../../auth/actor.ts';
import { sees } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';

/** More candidates than this share a weak key only (a switchboard, a common name): the strong keys come first. */
const most = 200;

type Row = {
  id: string;
  name: string;
  email: string | null;
  phone_key: string | null;
  owner_id: string | null;
  backup_id: string | null;
};

const identityOf = (row: Row, more: Partial<Identity>): Identity => ({
  kind: 'person',
  name: row.name,
  company: null,
  emails: row.email ? [row.email] : [],
  phones: row.phone_key ? [row.phone_key] : [],
  profiles: [],
  domains: [],
  ...more,
});

/**
 * Leads, contacts and accounts of the whole organisation that share a key with what was captured, whoever owns them: the
 * decision needs to know also of those that the person does not see.
 */
export async function lookalikesOf(db: Db, actor: Actor, captured: Identity): Promise<Lookalike[]> {
  const emails = captured.emails.map(emailKey).filter((key) => key !== null);
  const names = captured.name ? [foldName(captured.name)] : [];
  const ownCompany = captured.kind === 'company' ? captured.name : captured.company;
  const companies = ownCompany ? [foldCompany(ownCompany)] : [];
  const domains = [...captured.domains, ...captured.emails].map(domainKey).filter((key) => key !== null);
  const { phones } = captured;
  const none = [''];
  const anyOf = (keys: readonly string[]) => (keys.length > 0 ? [...keys] : none);

  const [leadRows, contactRows, accountRows] = await Promise.all([
    db
      .selectFrom('lead')
      .select(['id', 'kind', 'name', 'company', 'email', 'phone_key', 'domain_key', 'owner_id', 'backup_id'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('status', '!=', 'converted')
      .where((eb) =>
        eb.or([
          eb('email_key', 'in', anyOf(emails)),
          eb('phone_key', 'in', anyOf(phones)),
          eb('name_key', 'in', anyOf(names)),
          ...(captured.kind === 'company'
            ? [eb('company_key', 'in', anyOf(companies)), eb('domain_key', 'in', anyOf(domains))]
            : []),
        ]),
      )
      .orderBy('id')
      .limit(most)
      .execute(),
    captured.kind === 'person'
      ? db
          .selectFrom('contact')
          .leftJoin('account', (join) =>
            join.onRef('account.org_id', '=', 'contact.org_id').onRef('account.id', '=', 'contact.account_id'),
          )
          .select([
            'contact.id',
            'contact.name',
            'contact.email',
            'contact.phone_key',
            'contact.owner_id',
            'contact.backup_id',
            'account.name as company',
            'account.domain_key',
          ])
          .where('contact.org_id', '=', actor.orgId)
          .where('contact.archived_at', 'is', null)
          .where((eb) =>
            eb.or([
              eb('contact.email_key', 'in', anyOf(emails)),
              eb('contact.phone_key', 'in', anyOf(phones)),
              eb('contact.name_key', 'in', anyOf(names)),
            ]),
          )
          .orderBy('contact.id')
          .limit(most)
          .execute()
      : [],
    captured.kind === 'company'
      ? db
          .selectFrom('account')
          .select(['id', 'name', 'email', 'phone_key', 'domain_key', 'owner_id', 'backup_id'])
          .where('org_id', '=', actor.orgId)
          .where('archived_at', 'is', null)
          .where((eb) =>
            eb.or([
              eb('company_key', 'in', anyOf(companies)),
              eb('domain_key', 'in', anyOf(domains)),
              eb('email_key', 'in', anyOf(emails)),
              eb('phone_key', 'in', anyOf(phones)),
            ]),
          )
          .orderBy('id')
          .limit(most)
          .execute()
      : [],
  ]);
  const domainsOf = (key: string | null) => (key ? [key] : []);
  return [
    ...leadRows.map((row) => ({
      kind: 'lead' as const,
      id: row.id,
      isInSight: sees(actor, row),
      identity: identityOf(row, {
        kind: row.kind,
        company: row.kind === 'person' ? row.company : null,
        domains: domainsOf(row.domain_key),
      }),
    })),
    ...contactRows.map((row) => ({
      kind: 'contact' as const,
      id: row.id,
      isInSight: sees(actor, row),
      identity: identityOf(row, { company: row.company, domains: domainsOf(row.domain_key) }),
    })),
    ...accountRows.map((row) => ({
      kind: 'account' as const,
      id: row.id,
      isInSight: sees(actor, row),
      identity: identityOf(row, { kind: 'company', domains: domainsOf(row.domain_key) }),
    })),
  ];
}
