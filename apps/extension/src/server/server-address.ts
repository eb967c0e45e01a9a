/** Why an address was not taken. */
export type AddressFault = 'empty' | 'unreadable' | 'insecure';

export type ServerAddress = { ok: true; origin: string } | { ok: false; fault: AddressFault };

const PRIVATE_HOST =
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|[a-z0-9-]+|.+\.(?:local|lan|internal|localhost))$/;

/**
 * Reads what a person types as the CRM's address: scheme and path may be left out, and only the origin is kept. Plain http is
 * taken for this machine and private networks only, since the sign-in token travels with every request.
 */
export function readServerAddress(typed: string): ServerAddress {
  const text = typed.trim();
  if (text === '') return { ok: false, fault: 'empty' };
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = parse(hasScheme ? text : `https://${text}`);
  if (url === undefined || url.hostname === '' || !/^https?:$/.test(url.protocol)) {
    return { ok: false, fault: 'unreadable' };
  }
  const isPrivate = PRIVATE_HOST.test(url.hostname);
  // Without a scheme, a server on this machine or the office network is hardly ever behind a certificate.
  if (!hasScheme && isPrivate) url.protocol = 'http:';
  if (url.protocol === 'http:' && !isPrivate) return { ok: false, fault: 'insecure' };
  return { ok: true, origin: url.origin };
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The match pattern that a permission request names. Ports are left out: Firefox refuses patterns that have one. */
export function originPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
