import type { Job } from '../../jobs/job.ts';
import { letLeaversGo } from './finish-leaver.ts';

/** Makes people inactive when their last day has passed and nothing is in their name. */
export const leaverJob: Job = { name: 'let-leavers-go', every: '12 * * * *', run: letLeaversGo };
