import { type FolderAddress, FolderClosed, type MailSource } from './mail-source.ts';

/** A mail as a server keeps it. */
export const rawMail = (mail: {
  id?: string;
  from?: string;
  to?: string;
  subject?: string;
  text?: string;
  headers?: readonly string[];
}): Uint8Array =>
  new TextEncoder().encode(
    [
      ...(mail.from === undefined ? [] : [`From: ${mail.from}`]),
      ...(mail.to === undefined ? [] : [`To: ${mail.to}`]),
      `Subject: ${mail.subject ?? 'Offer'}`,
      'Date: Mon, 16 Mar 2026 08:00:00 +0000',
      ...(mail.id === undefined ? [] : [`Message-ID: <${mail.id}>`]),
      ...(mail.headers ?? []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      mail.text ?? 'Good day',
    ].join('\r\n'),
  );

/** A mail server of the tests behind the port: `mails` is what stands in its folder, and the rest is how it behaves. */
export function openTestFolder() {
  const told = {
    mails: new Map<number, Uint8Array>(),
    uidValidity: '1',
    password: 'open sesame',
    /** Uids that the server does not hand over. */
    refused: new Set<number>(),
    tooLarge: new Set<number>(),
    /** The connection breaks when so many mails have been handed over. */
    breaksAfter: Number.POSITIVE_INFINITY,
    /** The process that reads dies when so many have been handed over: nobody hears of it again. */
    diesAfter: Number.POSITIVE_INFINITY,
    isReached: true,
  };
  const fetched: number[] = [];
  const asked: FolderAddress[] = [];
  const source: MailSource = {
    async open(address) {
      asked.push(address);
      if (!told.isReached) throw new FolderClosed('not-reached');
      if (address.password !== told.password) throw new FolderClosed('not-signed-in');
      if (address.folder !== 'INBOX') throw new FolderClosed('no-folder');
      return {
        uidValidity: told.uidValidity,
        uids: [...told.mails.keys()],
        async *fetch(uids) {
          for (const [at, uid] of uids.entries()) {
            if (at >= told.breaksAfter) throw new Error('the connection broke');
            if (at >= told.diesAfter) await new Promise(() => {});
            fetched.push(uid);
            const bytes = told.mails.get(uid);
            if (told.tooLarge.has(uid)) yield { uid, problem: 'too-large' as const };
            else if (told.refused.has(uid) || !bytes) yield { uid, problem: 'not-fetched' as const };
            else yield { uid, bytes };
          }
        },
        close: async () => {},
      };
    },
  };
  return { source, told, fetched, asked };
}
