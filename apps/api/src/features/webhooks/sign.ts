import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret: 256 bits of chance, as the Standard Webhooks specification writes them. */
export const newSecret = (): string => `${prefix}${randomBytes(32).toString('base64')}`;

/** What is signed: the id of the delivery, the second of the attempt, and the body as it is sent. */
export type Signed = { id: string; second: number; body: string };

/** One signature of version 1: HMAC-SHA256 over `id.second.body`, in base64 (standardwebhooks.com, "Signature scheme"). */
export function signature(secret: string, { id, second, body }: Signed): string {
  const key = Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${second}.${body}`).digest('base64')}`;
}

/** The headers of one attempt, signed by every secret that holds: two while one takes over from the other. */
export const signedHeaders = (secrets: readonly string[], signed: Signed): Record<string, string> => ({
  'webhook-id': signed.id,
  'webhook-timestamp': String(signed.second),
  'webhook-signature': secrets.map((secret) => signature(secret, signed)).join(' '),
});
