import type { JobRunView } from '@milepost/contract/jobs';

/** One run of a job for one organisation. */
export type JobRunTable = {
  org_id: string;
  id: string;
  name: string;
  started_at: string;
  ended_at: string | null;
  outcome: JobRunView['outcome'];
  /** JSON: what was done, counted. */
  counts: string;
  error: string | null;
  /** Who asked for it; null when its time had come. */
  person_id: string | null;
};

/** Who is at a job: nobody else begins it before the lease ends. */
export type JobLeaseTable = { org_id: string; name: string; holder: string; held_until: string };
