import { SMTPServer } from 'smtp-server';
import type { Deps } from '../../deps.ts';
import { personOfAddress, takeDropped } from './drop-address.ts';
import { largestMailBytes } from './mail-source.ts';

export type DropServer = { port: number; close(): Promise<void> };

const answer = (responseCode: number, said: string): Error => Object.assign(new Error(said), { responseCode });
const mostRecipients = 20;

/**
 * Takes mails for the drop addresses of people. Nobody signs in and nothing is passed on: an address that is not known is refused, so
 * that what was sent goes back to its sender.
 */
export async function openDropServer(deps: Deps, { port, host }: { port: number; host: string }): Promise<DropServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largestMailBytes,
    banner: 'Milepost',
    logger: false,
    maxClients: 50,
    socketTimeout: 60_000,
    onRcptTo({ address }, session, callback) {
      if (session.envelope.rcptTo.length >= mostRecipients) return callback(answer(452, 'Too many recipients'));
      personOfAddress(deps, address).then(
        (person) => callback(person ? undefined : answer(550, 'No such address here')),
        (error) => {
          deps.log.error({ err: error }, 'an address could not be looked up');
          callback(answer(451, 'Try again later'));
        },
      );
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = [];
      let size = 0;
      stream.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size <= largestMailBytes) pieces.push(piece);
      });
      stream.on('error', () => callback(answer(451, 'Try again later')));
      stream.on('end', () => {
        if (size > largestMailBytes) return callback(answer(552, 'The mail is too large'));
        takeFor(
          deps,
          session.envelope.rcptTo.map(({ address }) => address),
          Buffer.concat(pieces),
        ).then(
          () => callback(),
          (error) => {
            // Nothing was kept: the sender's server brings it again.
            deps.log.error({ err: error }, 'a dropped mail was not taken');
            callback(answer(451, 'Try again later'));
          },
        );
      });
    },
  });
  server.on('error', (error) => deps.log.warn({ err: error }, 'the mail server that takes drops'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function takeFor(deps: Deps, addresses: readonly string[], bytes: Uint8Array): Promise<void> {
  for (const address of addresses) {
    const person = await personOfAddress(deps, address);
    if (person) await takeDropped(deps, person, bytes);
  }
}
