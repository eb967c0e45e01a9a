/** UUID of version 7: made here, so that sending the same clip twice is one record. */
export type ClipId = string;

export type ClipIdSource = {
  /** Milliseconds since 1970-01-01 UTC. */
  nowMs: number;
  /** Ten random octets. */
  random: Uint8Array;
};

/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, version, 12 random bits, variant, 62 random bits, in lower case.
 * Throws a RangeError when the time does not fit in 48 bits or there are fewer than ten random octets.
 */
export function clipIdOf({ nowMs, random }: ClipIdSource): ClipId {
  if (!Number.isSafeInteger(nowMs) || nowMs < 0 || nowMs >= 2 ** 48) {
    throw new RangeError(`A clip id needs a time in milliseconds below 2^48, not ${nowMs}.`);
  }
  if (random.length < 10) throw new RangeError(`A clip id needs ten random octets, not ${random.length}.`);
  const octets = new Uint8Array(16);
  for (let index = 0; index < 6; index += 1) octets[index] = Math.floor(nowMs / 2 ** (8 * (5 - index))) % 256;
  octets.set(random.subarray(0, 10), 6);
  octets[6] = 0x70 | ((octets[6] ?? 0) & 0x0f);
  octets[8] = 0x80 | ((octets[8] ?? 0) & 0x3f);
  const hex = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A fresh clip id from the browser's clock and dice. */
export function newClipId(): ClipId {
  return clipIdOf({ nowMs: Date.now(), random: crypto.getRandomValues(new Uint8Array(10)) });
}
