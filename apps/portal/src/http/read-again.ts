import type { PiniaColadaPlugin } from '@pinia/colada';

/**
 * Queries that are read again after a change keep what went wrong in their own state, where the page shows it, and one that is overtaken
 * by a later reading is no fault at all. So whoever asks for it need not wait, nor catch: Pinia Colada would report both a second time,
 * as a failure that nobody handled.
 */
export const readAgainQuietly: PiniaColadaPlugin = ({ queryCache }) => {
  const { invalidateQueries } = queryCache;
  queryCache.invalidateQueries = (...args) => invalidateQueries(...args).catch(() => []);
};
