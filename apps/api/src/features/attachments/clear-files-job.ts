import { clearFiles } from '../../files/clear-files.ts';
import type { Job } from '../../jobs/job.ts';

/** Bytes of files that were taken away, or that never came in whole, do not stay in the folder. */
export const clearFilesJob: Job = {
  name: 'clear-files',
  every: '43 * * * *',
  run: async (deps, orgId) => ({
    cleared: await clearFiles(deps, orgId),
    swept: await deps.files.sweep(deps.clock.now()),
  }),
};
