import { browser } from 'wxt/browser';
import { accountOf, sessionItem } from '../sign-in/session.ts';
import { deliverOutbox, type RoundEnd } from './deliver-outbox.ts';
import { nextAttemptAtMs } from './outbox-choices.ts';
import { sendClip } from './send-clip.ts';

export const DELIVERY_ALARM = 'deliver-outbox';

/** Chromium wakes an extension no earlier than after half a minute. */
const EARLIEST_ALARM_MS = 30_000;

/** How the last round ended; `signed-out`: nothing was tried, nobody is signed in. */
export type RoundReport = RoundEnd | 'signed-out';

const holder = crypto.randomUUID();
let running: Promise<RoundReport> | undefined;
let reachWanted: 'due' | 'all' | undefined;

/**
 * Sends what may go now and sets the alarm for the rest. Called while a round is running, it makes that round be followed by
 * another. Never throws on account of the line.
 */
export function runDelivery(reach: 'due' | 'all'): Promise<RoundReport> {
  reachWanted = reachWanted === 'all' ? 'all' : reach;
  running ??= rounds().finally(() => {
    running = undefined;
  });
  return running;
}

async function rounds(): Promise<RoundReport> {
  let end: RoundReport = 'done';
  while (reachWanted !== undefined) {
    const reach = reachWanted;
    reachWanted = undefined;
    end = await oneRound(reach);
  }
  await armDelivery();
  return end;
}

async function oneRound(reach: 'due' | 'all'): Promise<RoundReport> {
  const session = await sessionItem.getValue();
  if (session === null) return 'signed-out';
  return deliverOutbox({
    account: accountOf(session),
    holder,
    reach,
    send: (clip) => sendClip(clip, session),
    nowMs: Date.now,
    dice: Math.random,
  });
}

/**
 * Sets the alarm for the next attempt, or takes it away when nothing waits. It repeats, so that a worker killed in the middle is
 * woken again; browsers drop alarms on an update, so this is called at every start.
 */
export async function armDelivery(): Promise<void> {
  const dueAtMs = await nextAttemptAtMs();
  if (dueAtMs === null) {
    await browser.alarms.clear(DELIVERY_ALARM);
    return;
  }
  const when = Math.max(dueAtMs, Date.now() + EARLIEST_ALARM_MS);
  await browser.alarms.create(DELIVERY_ALARM, { when, periodInMinutes: 1 });
}
