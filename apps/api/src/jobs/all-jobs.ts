import { forgetRuns } from '../features/jobs/forget-runs.ts';
import { sendMail } from '../features/mail/send-mail.ts';
import { trainScores } from '../features/scoring/train-scores.ts';
import type { Job } from './job.ts';

/** Every job of the house. A room that has work for later adds it here. */
export const allJobs: readonly Job[] = [sendMail, trainScores, forgetRuns];
