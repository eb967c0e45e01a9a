import { domainKey } from '@milepost/core/identity/domain-key';
import type { Correspondent, KnownAs } from '@milepost/core/mailboxes/file-mail';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
type Found = { id: string; email_key: string | null; domain_key: string | null; account_id: string | null };

/** Colleagues who take part in a mail: their ids by the key of their address. */
export async function colleaguesAmong(
  db: Db,
  { orgId }: Actor,
  correspondents: readonly Correspondent[],
): Promise<Map<string, string>> {
  const keys = correspondents.map(({ key }) => key);
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'email_key'])
    .where('org_id', '=', orgId)
    .where('email_key', 'in', keys)
    .execute();
  return new Map(rows.flatMap(({ id, email_key }) => (email_key === null ? [] : [[email_key, id] as const])));
}

/** As what those who take part are known, as far as the actor sees: by their address, else by its domain. Of several the oldest. */
export async function knownAmong(
  db: Db,
  actor: Actor,
  correspondents: readonly Correspondent[],
): Promise<Map<string, KnownAs>> {
  const keys = correspondents.map(({ key }) => key);
  if (keys.length === 0) return new Map();
  const inSight = (kind: KnownAs['kind'], columns: readonly string[], by: string, among: readonly string[]) =>
    (db as unknown as Kysely<Loose>)
      .selectFrom(kind)
      .select(['id', ...columns])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where(by, 'in', [...among])
      .$if(kind === 'lead', (query) => query.where('status', '!=', 'converted'))
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf[kind])(eb))
      .orderBy('id', 'desc')
      .execute() as unknown as Promise<Found[]>;
  const domainOf = new Map(
    keys.flatMap((key) => {
      const domain = domainKey(key);
      return domain === null ? [] : [[key, domain] as const];
    }),
  );
  const domains = [...new Set(domainOf.values())];
  const [contacts, leads, mailed, ofDomain] = await Promise.all([
    inSight('contact', ['email_key', 'account_id'], 'email_key', keys),
    inSight('lead', ['email_key'], 'email_key', keys),
    inSight('account', ['email_key'], 'email_key', keys),
    domains.length > 0 ? inSight('account', ['domain_key'], 'domain_key', domains) : [],
  ]);
  const accountOf = new Map(ofDomain.map(({ id, domain_key }) => [domain_key, id]));
  const known = new Map<string, KnownAs>();
  // What is said later is said more exactly.
  for (const [key, domain] of domainOf) {
    const id = accountOf.get(domain);
    if (id) known.set(key, { kind: 'account', id, accountId: id });
  }
  for (const { id, email_key } of mailed) known.set(email_key ?? '', { kind: 'account', id, accountId: id });
  for (const { id, email_key } of leads) known.set(email_key ?? '', { kind: 'lead', id, accountId: null });
  for (const { id, email_key, account_id } of contacts)
    known.set(email_key ?? '', { kind: 'contact', id, accountId: account_id });
  return known;
}
