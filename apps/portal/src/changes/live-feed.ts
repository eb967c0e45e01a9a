import { type LiveMessage, liveEvent } from '@milepost/contract/live';
import { type QueryCache, useQueryCache } from '@pinia/colada';
import { onScopeDispose } from 'vue';
import { features } from '../frame/features.ts';
import { useSession } from '../session/session.ts';

/** The subjects whose queries are stale after changes of the given ones: themselves, and those that follow them. */
export function staleSubjects(
  changed: Iterable<string>,
  follows: Readonly<Record<string, readonly string[]>>,
): Set<string> {
  const direct = new Set(changed);
  const following = Object.entries(follows).filter(([, causes]) => causes.some((cause) => direct.has(cause)));
  return new Set([...direct, ...following.map(([subject]) => subject)]);
}

/** The subject of a message; null when it is not a change. */
export function subjectOf(data: unknown): string | null {
  try {
    const message = JSON.parse(String(data)) as Partial<LiveMessage> | null;
    return typeof message?.subject === 'string' ? message.subject : null;
  } catch {
    return null;
  }
}

/** Gathers changes for a moment, so that an import of a thousand rows reads a list again once. */
function gatherInto(cache: QueryCache, session: ReturnType<typeof useSession>) {
  const pending = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    note(subject: string): void {
      pending.add(subject);
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const stale of staleSubjects(pending, features.follows)) void cache.invalidateQueries({ key: [stale] });
        // Currency, calendar or role may be others now. When the line is down, the page stays as it is.
        if (pending.has('organisation') || pending.has('person')) session.load().catch(() => {});
        pending.clear();
      }, 200);
    },
    stop: () => clearTimeout(timer),
  };
}

const channelName = 'milepost.live';
/** What a window tells the others when the line is back. */
const everything = '*';
const refusedMs = 10_000;

/**
 * Keeps this window's queries fresh with the server's feed. One window of the browser holds the connection (a browser allows six to
 * a server over HTTP/1.1, and each window would take one) and tells the others; when it closes, another one takes over.
 */
export function useLiveFeed(address = '/api/v1/live'): void {
  const cache = useQueryCache();
  const gather = gatherInto(cache, useSession());
  const channel = new BroadcastChannel(channelName);
  const stop = new AbortController();
  let source: EventSource | undefined;
  let release: () => void = () => {};

  /** What changed while the line was cut was not told: what is on the screen is read again. */
  const readAgain = (): void => void cache.invalidateQueries({ active: true });
  channel.onmessage = ({ data }: MessageEvent<string>) => (data === everything ? readAgain() : gather.note(data));

  let again: ReturnType<typeof setTimeout> | undefined;
  let wasCut = false;

  const connect = (): void => {
    source = new EventSource(address);
    // The feed names its events; `onmessage` hears only nameless ones.
    source.addEventListener(liveEvent, ({ data }: MessageEvent<unknown>) => {
      const subject = subjectOf(data);
      if (!subject) return;
      gather.note(subject);
      channel.postMessage(subject);
    });
    source.onerror = () => {
      wasCut = true;
      // A cut line is mended by the browser; after a refusal (a proxy whose server restarts) it never asks again by itself.
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(connect, refusedMs);
    };
    source.onopen = () => {
      if (wasCut) {
        readAgain();
        channel.postMessage(everything);
      }
      wasCut = false;
    };
  };
  const listen = (): Promise<void> =>
    new Promise((resolve) => {
      release = resolve;
      connect();
    });

  navigator.locks?.request(channelName, { signal: stop.signal }, listen).catch(() => {
    // Stopped while waiting for its turn.
  });
  if (!navigator.locks) void listen();

  onScopeDispose(() => {
    stop.abort();
    clearTimeout(again);
    source?.close();
    release();
    channel.close();
    gather.stop();
  });
}
