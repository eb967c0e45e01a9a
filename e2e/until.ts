/** Waits until it is so; says what it was when it never became so. */
export async function until<T>(what: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  for (const began = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 150))) {
    const found = await what();
    if (isSo(found)) return found;
    if (Date.now() - began > 15_000) throw new Error(`It stayed at ${JSON.stringify(found)}.`);
  }
}
