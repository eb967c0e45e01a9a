import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What a mail server says when it does not take a mail: a code and a sentence. */
type Refusal = { code: number; said: string };

/** A mail server of the tests: `inbox` holds what it took, raw; `refuse` says what it answers instead, null to take mails again. */
export async function openMailbox() {
  const inbox: string[] = [];
  let refusal: Refusal | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, callback) {
      if (refusal === null) callback();
      else callback(Object.assign(new Error(refusal.said), { responseCode: refusal.code }));
    },
    onData(stream, _session, callback) {
      text(stream).then((raw) => {
        inbox.push(raw);
        callback();
      }, callback);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox,
    refuse(next: Refusal | null): void {
      refusal = next;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
