import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import { isPublicAddress } from '../../http/public-address.ts';
import {
  type FetchedMail,
  type FolderAddress,
  FolderClosed,
  largestMailBytes,
  type MailFolder,
  type MailSource,
} from './mail-source.ts';

const patienceMs = 20_000;
/** Sizes are asked of so many mails in one command. */
const sizesAtOnce = 200;

/**
 * The address to connect to: resolved here, so that a name which changes its address between a check and the connection gains nothing.
 * @throws FolderClosed
 */
async function resolved(host: string, allowsPrivate: boolean): Promise<string> {
  if (allowsPrivate) return host;
  const found = isIP(host) === 0 ? await lookup(host, { all: true }).catch(() => []) : [{ address: host }];
  if (found.length === 0) throw new FolderClosed('not-reached');
  const open = found.find(({ address }) => isPublicAddress(address));
  if (!open) throw new FolderClosed('not-public');
  return open.address;
}

/** What went wrong, by what the library and Node call it; what a server says is not passed on. */
function reasonOf(error: unknown): FolderClosed {
  if (error instanceof FolderClosed) return error;
  const { authenticationFailed = false, code = '' } = error as { authenticationFailed?: boolean; code?: string };
  if (authenticationFailed) return new FolderClosed('not-signed-in');
  if (/CERT|TLS|SSL|UPGRADE|STARTTLS|MissingServerExtension/.test(code)) return new FolderClosed('not-encrypted');
  return new FolderClosed('not-reached');
}

/**
 * Reads folders over IMAP, without marking anything as read. The connection is encrypted or it is not made; nothing of it is logged,
 * for what is sent holds the password.
 * @param allowsPrivate whoever runs the installation lets mailboxes stand on servers of the own network
 */
export function openImapSource({ allowsPrivate }: { allowsPrivate: boolean }): MailSource {
  return {
    async open({ host, port, isSecure, username, password, folder }: FolderAddress): Promise<MailFolder> {
      const client = new ImapFlow({
        host: await resolved(host, allowsPrivate),
        ...(isIP(host) === 0 ? { servername: host } : {}),
        port,
        secure: isSecure,
        ...(isSecure ? {} : { doSTARTTLS: true }),
        auth: { user: username, pass: password },
        logger: false,
        disableAutoIdle: true,
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: 3 * patienceMs,
      });
      // A connection that breaks later is heard of by the command that is under way.
      client.on('error', () => {});
      try {
        await client.connect();
      } catch (error) {
        client.close();
        throw reasonOf(error);
      }
      try {
        const box = await client.mailboxOpen(folder, { readOnly: true });
        const uids = box.exists === 0 ? [] : await client.search({ all: true }, { uid: true });
        if (!Array.isArray(uids)) throw new FolderClosed('no-folder');
        return {
          uidValidity: String(box.uidValidity),
          uids,
          fetch: (wanted) => fetchMails(client, wanted),
          close: () => client.logout().catch(() => client.close()),
        };
      } catch (error) {
        const { responseStatus } = error as { responseStatus?: string };
        await client.logout().catch(() => client.close());
        throw responseStatus === 'NO' ? new FolderClosed('no-folder') : reasonOf(error);
      }
    },
  };
}

async function* fetchMails(client: ImapFlow, wanted: readonly number[]): AsyncGenerator<FetchedMail> {
  for (let from = 0; from < wanted.length; from += sizesAtOnce) {
    const some = wanted.slice(from, from + sizesAtOnce);
    const sizes = new Map(
      (await client.fetchAll(some.join(','), { uid: true, size: true }, { uid: true })).map(({ uid, size = 0 }) => [
        uid,
        size,
      ]),
    );
    for (const uid of some) {
      const size = sizes.get(uid);
      if (size !== undefined && size > largestMailBytes) {
        yield { uid, problem: 'too-large' };
        continue;
      }
      const found =
        size === undefined
          ? false
          : await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true }).catch(() => false as const);
      yield found !== false && found.source ? { uid, bytes: found.source } : { uid, problem: 'not-fetched' };
    }
  }
}
