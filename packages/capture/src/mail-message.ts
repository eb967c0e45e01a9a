import PostalMime from 'postal-mime';

export type MailParty = { name: string; email: string };

/** A mail as far as a lead reader needs it. Either body may be empty. */
export type MailMessage = { subject: string; from: MailParty | null; replyTo: MailParty[]; html: string; text: string };

/** Reads the bytes of a mail file (RFC 5322, MIME). A malformed mail yields what could be read of it. */
export async function readMailMessage(bytes: Uint8Array): Promise<MailMessage> {
  const mail = await PostalMime.parse(bytes);
  return {
    subject: mail.subject ?? '',
    from:
      mail.from?.address === undefined || mail.from.address === ''
        ? null
        : { name: mail.from.name ?? '', email: mail.from.address },
    replyTo: (mail.replyTo ?? []).flatMap((party) =>
      party.address ? [{ name: party.name ?? '', email: party.address }] : [],
    ),
    html: mail.html ?? '',
    text: mail.text ?? '',
  };
}
