import { clearFilesJob } from '../features/attachments/clear-files-job.ts';
import { remindJob } from '../features/certificates/remind-job.ts';
import { openChurnAlertsJob } from '../features/churn/open-alerts-job.ts';
import { snapshotPipeline } from '../features/forecast/snapshot-pipeline.ts';
import { handOverJob } from '../features/hand-over/hand-over-job.ts';
import { leaverJob } from '../features/hand-over/leaver-job.ts';
import { escalateJob } from '../features/issues/escalate-job.ts';
import { forgetRuns } from '../features/jobs/forget-runs.ts';
import { sendMail } from '../features/mail/send-mail.ts';
import { syncMailboxes } from '../features/mailboxes/sync-job.ts';
import { fillTally } from '../features/overview/fill-tally-job.ts';
import { mailOverviewsJob } from '../features/overview/mail-overviews-job.ts';
import { draftReportsJob } from '../features/reports/draft-reports.ts';
import { watchRisksJob } from '../features/risks/respond.ts';
import { trainScores } from '../features/scoring/train-scores.ts';
import { reviewTiersWhenDue } from '../features/tiers/review-tiers.ts';
import { closeAttemptsJob } from '../features/training/close-attempts-job.ts';
import { deliverWebhooks, forgetDeliveries } from '../features/webhooks/deliver-webhooks.ts';
import type { Job } from './job.ts';

/** Every job of the house. A room that has work for later adds it here. */
export const allJobs: readonly Job[] = [
  sendMail,
  deliverWebhooks,
  trainScores,
  forgetRuns,
  handOverJob,
  leaverJob,
  snapshotPipeline,
  reviewTiersWhenDue,
  forgetDeliveries,
  clearFilesJob,
  remindJob,
  closeAttemptsJob,
  draftReportsJob,
  syncMailboxes,
  escalateJob,
  openChurnAlertsJob,
  fillTally,
  mailOverviewsJob,
  watchRisksJob,
];
