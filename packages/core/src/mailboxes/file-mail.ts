/** One who takes part in a mail, by the key of the address. */
export type Correspondent = { readonly key: string; readonly part: 'from' | 'to' | 'cc' };

/** As what an address is known: the contact or lead who has it, else the account whose domain it is of. */
export type KnownAs = {
  readonly kind: 'contact' | 'lead' | 'account';
  readonly id: string;
  readonly accountId: string | null;
};

export const skipReasons = [
  /** Neither a sender nor a text: nothing that could be read as a mail. */
  'unreadable',
  'too-large',
  /** Nobody who takes part is a colleague's customer. */
  'nobody-known',
  /** Colleagues among themselves. */
  'only-colleagues',
  /** A newsletter, a list, an answer that a machine wrote. */
  'sent-to-many',
  /** The server did not hand it over. */
  'not-fetched',
  /** It was read, and writing it down failed. */
  'not-stored',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What becomes of a mail: it is logged with somebody, or passed over for a reason. */
export type Filing =
  | { readonly outcome: 'logged'; readonly about: KnownAs; readonly way: 'in' | 'out' }
  | { readonly outcome: 'skipped'; readonly reason: SkipReason };

type Mail = { readonly correspondents: readonly Correspondent[]; readonly isBulk: boolean };
type Facts = {
  /** Keys of the addresses of colleagues. */
  readonly own: ReadonlySet<string>;
  readonly known: ReadonlyMap<string, KnownAs>;
};

const order = { from: 0, to: 1, cc: 2 } as const;

/**
 * With whom a mail is logged. What a colleague sent went out, everything else came in. Of those who are no colleagues the sender
 * comes first, then who it is to, then who got a copy; the first who is known decides. What machines send to many is never logged
 * when it comes in, though the sender may be known.
 */
export function fileMail({ correspondents, isBulk }: Mail, { own, known }: Facts): Filing {
  const sender = correspondents.find(({ part }) => part === 'from');
  if (sender === undefined) return { outcome: 'skipped', reason: 'unreadable' };
  const way = own.has(sender.key) ? 'out' : 'in';
  if (isBulk && way === 'in') return { outcome: 'skipped', reason: 'sent-to-many' };
  const outside = correspondents.filter(({ key }) => !own.has(key)).toSorted((a, b) => order[a.part] - order[b.part]);
  if (outside.length === 0) return { outcome: 'skipped', reason: 'only-colleagues' };
  for (const { key } of outside) {
    const about = known.get(key);
    if (about) return { outcome: 'logged', about, way };
  }
  return { outcome: 'skipped', reason: 'nobody-known' };
}

/**
 * What makes two copies of a mail the same: its Message-ID in brackets. A mail without one is known by its sender, second and
 * subject, which a copy of it shares.
 */
export function messageKeyOf(mail: {
  readonly messageId: string | null;
  readonly from: string | null;
  readonly sentAt: string | null;
  readonly subject: string;
}): string {
  const id = mail.messageId?.trim().replace(/^<|>$/g, '').trim();
  const key = id ? `<${id}>` : `no-id ${mail.sentAt ?? '-'} ${mail.from ?? '-'} ${mail.subject}`;
  return key.slice(0, 998);
}
