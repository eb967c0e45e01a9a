import { createTransport } from 'nodemailer';

/** A mail as it leaves the house. The id makes its Message-ID, so that a mail that is sent twice is known as one. */
export type Letter = { id: string; to: string; subject: string; plain: string; html: string };

/** The way to the mail server. `send` throws `Refused` when the server says that it never will take the mail. */
export type Post = { send(letter: Letter): Promise<void>; close(): void };

/** The server does not take this mail and will not take it later. */
export class Refused extends Error {}

const patienceMs = 15_000;
const hostOf = (from: string): string => /@([^\s<>@]+)/.exec(from)?.[1] ?? 'localhost';

/**
 * Opens the way to `smtp://` or `smtps://user:password@host:port`; null without an address.
 * @throws Error when there is a server but nobody to send from
 */
export function openPost(url: string | undefined, from: string | undefined): Post | null {
  if (!url) return null;
  if (!from) throw new Error('SMTP_URL is set and MAIL_FROM is not: set the address that mails are sent from.');
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: 4 * patienceMs,
  });
  const host = hostOf(from);
  return {
    async send({ id, to, subject, plain, html }) {
      try {
        await transport.sendMail({ from, to, subject, text: plain, html, messageId: `<${id}@${host}>` });
      } catch (error) {
        const {
          responseCode = 0,
          command = '',
          message,
        } = error as {
          responseCode?: number;
          command?: string;
          message: string;
        };
        // A password that is refused says nothing about this mail: that is put right and tried again.
        const isAboutTheMail = /MAIL FROM|RCPT TO|DATA/.test(command);
        if (responseCode >= 500 && isAboutTheMail) throw new Refused(message);
        throw error;
      }
    },
    close: () => transport.close(),
  };
}
