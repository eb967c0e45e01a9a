import { type Auth, sessionLasts, sessionRenewedAfter } from './auth.ts';

/** The session that a request names, and until when its cookie or token need not be looked through again. */
type Named = { token: string; until: number };

const mostRemembered = 5000;
const remembered = new WeakMap<Auth, Map<string, Named>>();

/**
 * The token of the session that a request's cookie or bearer token names, undefined when it names none. Which session a signed
 * cookie names never changes, so its signature is checked once; whether that session still stands is for the caller to ask, every
 * time. When a session is due to be renewed the auth library is asked anew, and renews it.
 */
export async function namedSession(auth: Auth, headers: Headers): Promise<string | undefined> {
  const [authorization, cookie] = [headers.get('authorization'), headers.get('cookie')];
  if (authorization === null && cookie === null) return undefined;
  // A header holds no line break, so the two cannot be mistaken for each other.
  const key = `${authorization ?? ''}\n${cookie ?? ''}`;
  const known = remembered.get(auth) ?? new Map<string, Named>();
  remembered.set(auth, known);
  const named = known.get(key);
  if (named && Date.now() < named.until) return named.token;
  known.delete(key);
  const found = await auth.api.getSession({ headers });
  if (!found) return undefined;
  const { token, expiresAt } = found.session;
  known.set(key, { token, until: expiresAt.getTime() - (sessionLasts - sessionRenewedAfter) * 1000 });
  const [oldest] = known.keys();
  if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
  return token;
}
