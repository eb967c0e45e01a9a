import type { ClipId } from './clip-id.ts';
import { claimNext, settle } from './outbox.ts';
import type { Delivery, Parcel } from './outbox-item.ts';
import { ATTEMPT_MS } from './send-clip.ts';

/** Longer than an attempt can last, and short enough that a killed worker's item soon goes on. */
export const LEASE_MS = ATTEMPT_MS + 15_000;

export type Round = {
  account: string;
  /** Names this context; unique for each start of it. */
  holder: string;
  reach: 'due' | 'all';
  send: (clip: Parcel) => Promise<Delivery>;
  nowMs: () => number;
  dice: () => number;
};

/** Why a round ended: everything was tried, the server cannot be reached, or it wants to know who we are. */
export type RoundEnd = 'done' | 'unreachable' | 'sign-in';

/**
 * One round of delivery: each item that may go now is tried once, one after the other. Any number of contexts may run rounds at
 * once, and any of them may die at any point: the lease keeps an item with one of them, the clip id keeps a second delivery harmless.
 */
export async function deliverOutbox(round: Round): Promise<RoundEnd> {
  const { account, holder, reach, send, nowMs, dice } = round;
  const tried = new Set<ClipId>();
  for (;;) {
    const claim = { holder, nowMs: nowMs(), leaseMs: LEASE_MS, account, except: tried, reach };
    const item = await claimNext(claim);
    if (item === null) return 'done';
    tried.add(item.clipId);
    const delivery = await send(item.clip);
    await settle(item.clipId, { holder, delivery, nowMs: nowMs(), dice: dice() });
    if (delivery.result === 'unreachable' && delivery.of === 'server') return 'unreachable';
    if (delivery.result === 'refused' && delivery.reason.code === 'sign-in') return 'sign-in';
  }
}
