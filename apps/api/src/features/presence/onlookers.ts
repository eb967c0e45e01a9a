import { type PresenceAt, presenceEndsMs } from '@milepost/contract/presence';

type Looking = { orgId: string; personId: string } & PresenceAt;

/**
 * Who looks at which record now, in the memory of this node: several nodes each know those who came to them. Nobody has to say goodbye:
 * whoever was not heard of for a while looks no more.
 */
export type Onlookers = {
  /** Somebody looks, or still does. @returns whether they were not known to */
  look(who: Looking, now: number): boolean;
  /** Somebody looks away. @returns whether they were known to look */
  leave(who: Looking): boolean;
  /** The people who look at a record. */
  at(where: Omit<Looking, 'personId'>, now: number): string[];
};

const keyOf = ({ orgId, subject, recordId }: Omit<Looking, 'personId'>): string => `${orgId} ${subject} ${recordId}`;

export function onlookers(): Onlookers {
  const seen = new Map<string, Map<string, number>>();
  const fresh = (key: string, now: number): Map<string, number> => {
    const there = new Map([...(seen.get(key) ?? [])].filter(([, at]) => now - at < presenceEndsMs));
    if (there.size === 0) seen.delete(key);
    else seen.set(key, there);
    return there;
  };
  let sweptAt = 0;
  return {
    look(who, now) {
      // Records that nobody asks about any more are forgotten too.
      if (now - sweptAt > presenceEndsMs) {
        sweptAt = now;
        for (const key of [...seen.keys()]) fresh(key, now);
      }
      const there = fresh(keyOf(who), now);
      const isNew = !there.has(who.personId);
      seen.set(keyOf(who), there.set(who.personId, now));
      return isNew;
    },
    leave: (who) => seen.get(keyOf(who))?.delete(who.personId) ?? false,
    at: (where, now) => [...fresh(keyOf(where), now).keys()],
  };
}
