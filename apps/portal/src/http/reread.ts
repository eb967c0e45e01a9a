import { useQueryCache } from '@pinia/colada';

/**
 * Reads again what is on the screen of some subjects, for a write to wait for. It never fails: what was written is written, and a read
 * that fails shows itself where it stands. One that is overtaken by the live feed is no failure at all.
 */
export function useReread() {
  const cache = useQueryCache();
  return async (...subjects: readonly string[]): Promise<void> => {
    await Promise.allSettled(subjects.map((subject) => cache.invalidateQueries({ key: [subject] })));
  };
}
