/**
 * How long a story waits for what must come, in milliseconds. What is there goes on at once, so patience costs nothing but on a machine
 * that has much else to do, where it keeps a story from failing for that.
 */
export const patienceMs = 60_000;

/** Waits until it is so; says what it was when it never became so. */
export async function until<T>(what: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  for (const began = Date.now(); ; await letPass(100)) {
    const found = await what();
    if (isSo(found)) return found;
    if (Date.now() - began > patienceMs) throw new Error(`It stayed at ${JSON.stringify(found)}.`);
  }
}

/** Lets a time pass in which something must not come. What must come is waited for, never for a time. */
export function letPass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
