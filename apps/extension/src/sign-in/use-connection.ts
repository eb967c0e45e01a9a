import { computed, type Ref, ref, watch } from 'vue';
import { resumeAfterSignIn } from '../outbox/outbox-choices.ts';
import { runDelivery } from '../outbox/run-delivery.ts';
import { type ServerState, serverStateOf } from '../panel/server-state.ts';
import { callServer } from '../server/call-server.ts';
import { serverItem } from '../settings/settings.ts';
import { useStored } from '../settings/use-stored.ts';
import { accountOf, identify, type Session, sessionItem } from './session.ts';

/** Where the extension stands with its server, and the ways to change that. */
export type Connection = {
  server: Readonly<Ref<string | null>>;
  session: Readonly<Ref<Session | null>>;
  state: Readonly<Ref<ServerState>>;
  ready: Promise<void>;
  /** Asks the server who we are; a token it does not know any more is let go of. */
  check: () => Promise<void>;
  /** What some other request found out. */
  heard: (isReachable: boolean) => void;
  /** Keeps a new session and sends what waited for it. */
  signedIn: (session: Session) => Promise<void>;
  /** The server refused the token: only a new sign-in helps. */
  refused: () => Promise<void>;
  signOut: () => Promise<void>;
};

/** Follows server and session, across panel, options page and worker. */
export function useConnection(): Connection {
  const stored = { server: useStored(serverItem), session: useStored(sessionItem) };
  const server = stored.server.value;
  const session = stored.session.value;
  const isReachable = ref<boolean | null>(null);
  const state = computed(() =>
    serverStateOf({ server: server.value, session: session.value, isReachable: isReachable.value }),
  );
  const ready = Promise.all([stored.server.ready, stored.session.ready]).then(() => undefined);
  watch(session, (next, before) => {
    if (next?.token !== before?.token) isReachable.value = null;
  });

  const check = async (): Promise<void> => {
    const asked = session.value;
    if (asked === null) return;
    const found = await identify(asked.origin, asked.token);
    isReachable.value = found.kind !== 'no-answer';
    if (found.kind === 'refused') await refused();
    if (found.kind === 'known' && session.value?.token === asked.token) await sessionItem.setValue(found.session);
  };
  const refused = async (): Promise<void> => sessionItem.setValue(null);
  const signedIn = async (next: Session): Promise<void> => {
    await sessionItem.setValue(next);
    isReachable.value = true;
    await resumeAfterSignIn({ account: accountOf(next), nowMs: Date.now() });
    await runDelivery('all');
  };
  const signOut = async (): Promise<void> => {
    const leaving = session.value;
    await sessionItem.setValue(null);
    if (leaving === null) return;
    // The server forgets the token too, when it can be reached; here it is gone in any case.
    await callServer(leaving.origin, {
      method: 'POST',
      path: '/api/auth/sign-out',
      token: leaving.token,
      body: {},
      timeoutMs: 5_000,
    });
  };
  const heard = (reachable: boolean): void => {
    isReachable.value = reachable;
  };
  return { server, session, state, ready, check, heard, signedIn, refused, signOut };
}
