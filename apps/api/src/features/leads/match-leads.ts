import type { MatchAnswer, MatchQuery } from '@milepost/contract/leads';
import { decideCapture, differencesOf, type Lookalike } from '@milepost/core/leads/decide-capture';
import type { Actor } from '../../auth/actor.ts';
import { identityKeys } from '../../db/identity-keys.ts';
import type { Db } from '../../db/open.ts';
import { accounts } from '../accounts/store.ts';
import { contacts } from '../contacts/store.ts';
import { identityOfCapture } from './captured-fields.ts';
import { lookalikesOf } from './lookalikes-store.ts';
import { leads } from './store.ts';

type Asked = MatchQuery['leads'][number];

/** The record beside the capture: only what is in sight is ever read. */
async function beside(db: Db, actor: Actor, asked: Asked, phones: readonly string[], { kind, id }: Lookalike) {
  const row = await (kind === 'lead' ? leads : kind === 'contact' ? contacts : accounts).get(db, actor, id);
  const text = (key: string) => ((row as Record<string, unknown>)[key] as string | null | undefined) ?? null;
  const mine = {
    name: asked.name,
    title: asked.title,
    company: asked.company,
    email: asked.emails[0] ?? null,
    phone: asked.phones[0] ?? null,
    website: asked.websites[0] ?? null,
  };
  const theirs = Object.fromEntries(
    Object.keys(mine)
      .filter((key) => key in row)
      .map((key) => [key, text(key)]),
  );
  const comparable = Object.fromEntries(Object.entries(mine).filter(([key]) => key in row));
  // A number is the same number however it is written.
  if (text('phone_key') !== null && text('phone_key') === phones[0]) theirs['phone'] = comparable['phone'] ?? null;
  return { record: { kind, id, label: row.name, version: row.version }, diff: differencesOf(comparable, theirs) };
}

/** Before Save: is this known? Of a record out of sight only that it is. */
export async function matchLeads(db: Db, actor: Actor, { leads: asked }: MatchQuery): Promise<MatchAnswer> {
  const matches = [];
  for (const one of asked) {
    const phones = one.phones.map((phone) => identityKeys({ phone }, actor.organisation.country).phone_key ?? phone);
    const identity = identityOfCapture({ ...one, phones });
    const { key, exceptId, among } = one;
    const alike = (await lookalikesOf(db, actor, identity)).filter(
      ({ kind, id }) => id !== exceptId && (!among || among.includes(kind)),
    );
    const decision = decideCapture(identity, alike);
    if (decision.outcome === 'known') matches.push({ key, status: 'known' as const, reasons: [] });
    else if (decision.outcome === 'merged')
      matches.push({
        key,
        status: 'exact' as const,
        reasons: [...decision.reasons],
        ...(await beside(db, actor, one, phones, decision.record)),
      });
    else {
      const [likely] = decision.likely;
      matches.push(
        likely
          ? {
              key,
              status: 'likely' as const,
              reasons: [...decision.reasons],
              ...(await beside(db, actor, one, phones, likely)),
            }
          : { key, status: 'none' as const, reasons: [] },
      );
    }
  }
  return { matches };
}
