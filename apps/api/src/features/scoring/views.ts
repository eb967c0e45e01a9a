import { fewestOfEach, type ScoringModelView, type ScoringSubject, type ScoringView } from '@milepost/contract/scoring';
import type { Quality } from '@milepost/core/scoring/quality';
import type { TrainingReport } from '@milepost/core/scoring/train';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { scoredFields } from './known-facts.ts';
import { models, type Trained } from './store.ts';

export const shareOf = (num: number, den: number) => ({ num, den, value: den === 0 ? null : num / den });

const qualityView = ({ rows, auc, brier, logLoss, ece, lift }: Quality) => ({ rows, auc, brier, logLoss, ece, lift });

function triedView(subject: ScoringSubject, report: TrainingReport): ScoringModelView['tried'] {
  const ignored = new Set(report.ignored.map(({ name }) => name));
  return {
    by: report.triedBy,
    quality: qualityView(report.quality),
    baseline: qualityView(report.baseline),
    reliability: report.reliability.map(({ interval, ...bin }) => ({ ...bin, ...interval })),
    isCalibrated: report.calibration !== null,
    fields: scoredFields[subject].filter((name) => !ignored.has(name)),
    ignored: [...report.ignored],
  };
}

/** The models of a subject as they were trained, the newest first. */
export async function scoringView(db: Db, actor: Actor, subject: ScoringSubject): Promise<ScoringView> {
  const all = await models.history(db, actor.orgId, subject);
  const { person } = await namesOf(db, actor, { person: all.map(({ person_id }) => person_id) });
  const history = all.map(
    (one: Trained): ScoringModelView => ({
      id: one.id,
      version: one.version,
      trainedAt: one.trained_at,
      by: nameOf(person, one.person_id),
      status: one.status,
      baseRate: shareOf(one.successes, one.rows),
      tried: one.report === null ? null : triedView(subject, one.report),
    }),
  );
  return { subject, fewestOfEach, current: history[0] ?? null, history };
}
