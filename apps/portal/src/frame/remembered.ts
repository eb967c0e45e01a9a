const prefix = 'milepost.';

/** What this device remembers under a name, or `otherwise`. A browser may refuse storage, and what is stored may be damaged. */
export function recall<T>(name: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(prefix + name);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

/** Remembers a small value on this device, where it can. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Full or refused: the choice lasts as long as the page.
  }
}
