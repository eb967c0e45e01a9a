export type MailParty = { name: string; email: string };

/** A mail as far as a reader of leads and a keeper of notes need it. Either body may be empty. */
export type MailMessage = {
  subject: string;
  from: MailParty | null;
  replyTo: MailParty[];
  to: MailParty[];
  cc: MailParty[];
  /**
   * An instant in ISO 8601; of a webmail the time that its page shows, by the reader's clock and without a zone
   * (`2026-03-13T09:00`); `null` when it is not told.
   */
  sentAt: string | null;
  /** `Message-ID` with its brackets; a webmail's own number of the message where it hides the header; else `null`. */
  messageId: string | null;
  html: string;
  text: string;
  /** Names of attached files. */
  attachments: string[];
  /** Sent to many: a list, a newsletter, an automatic reply. */
  isBulk: boolean;
  /** Mails that are attached to this one, outermost first. */
  forwarded: MailMessage[];
  /** Others who wrote in the thread that the page shows. */
  thread: MailParty[];
};

/** A mail of which nothing is known yet. */
export const emptyMail = (): MailMessage => ({
  subject: '',
  from: null,
  replyTo: [],
  to: [],
  cc: [],
  sentAt: null,
  messageId: null,
  html: '',
  text: '',
  attachments: [],
  isBulk: false,
  forwarded: [],
  thread: [],
});

const WITH_NAME = /^\s*(?:["“”']?(.*?)["“”']?)\s*[<(]\s*(?:mailto:)?([^<>()\s]+@[^<>()\s]+)\s*[)>]/u;
const BARE = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/u;

/** Reads "Ann Lee <ann@acme.example>", "ann@acme.example" or "Lee, Ann (ann@acme.example)"; `undefined` without an address. */
export function mailParty(text: string): MailParty | undefined {
  const named = WITH_NAME.exec(text);
  if (named?.[2] !== undefined) return { name: turnedName(named[1] ?? ''), email: named[2] };
  const bare = BARE.exec(text)?.[0];
  return bare === undefined ? undefined : { name: '', email: bare };
}

/** "Lee, Ann" is Ann Lee: directories sort by family name. A name that is the address itself is none. */
export function turnedName(name: string): string {
  const plain = name.replace(/^["“”'\s]+|["“”'\s]+$/g, '');
  if (plain.includes('@')) return '';
  const parts = plain.split(/,\s*/);
  return parts.length === 2 && /^\p{L}[\p{L}\s'’-]+$/u.test(plain.replace(',', '')) ? `${parts[1]} ${parts[0]}` : plain;
}

export const isSameParty = (one: MailParty, other: MailParty): boolean =>
  one.email.toLowerCase() === other.email.toLowerCase();

/** Each address once, in order; a name is taken from wherever one is given. */
export function distinctParties(parties: readonly MailParty[]): MailParty[] {
  const kept: MailParty[] = [];
  for (const party of parties) {
    const known = kept.find((other) => isSameParty(other, party));
    if (known === undefined) kept.push({ ...party });
    else if (known.name === '') known.name = party.name;
  }
  return kept;
}
