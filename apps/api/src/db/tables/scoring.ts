import type { ScoringModelView, ScoringSubject } from '@milepost/contract/scoring';

/** What was learned once, and how it did on what it had not learned from. */
export type ScoringModelTable = {
  org_id: string;
  id: string;
  subject: ScoringSubject;
  /** Counts the trainings of a subject. */
  version: number;
  trained_at: string;
  /** Who asked for it; null when its time had come. */
  person_id: string | null;
  status: ScoringModelView['status'];
  rows: number;
  successes: number;
  /** JSON; null where there was too little to learn from. */
  model: string | null;
  report: string | null;
};
