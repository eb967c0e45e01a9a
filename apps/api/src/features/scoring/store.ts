import type { ScoringSubject } from '@milepost/contract/scoring';
import type { ScoringModel } from '@milepost/core/scoring/score';
import type { TrainingReport } from '@milepost/core/scoring/train';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { ScoringModelTable } from '../../db/tables/scoring.ts';
import type { Work } from '../../db/work.ts';

/** A model as it was trained; `model` and `report` are null where there was too little to learn from. */
export type Trained = Omit<ScoringModelTable, 'model' | 'report'> & {
  model: ScoringModel | null;
  report: TrainingReport | null;
};

const historyKept = 50;

const trainedOf = ({ model, report, ...row }: ScoringModelTable): Trained => ({
  ...row,
  model: model === null ? null : fromJson<ScoringModel>(model),
  report: report === null ? null : fromJson<TrainingReport>(report),
});

/** Models of an organisation. They are made of everybody's records and show nobody's. */
export const models = {
  async current(db: Db, orgId: string, subject: ScoringSubject): Promise<Trained | undefined> {
    const [newest] = await models.history(db, orgId, subject, 1);
    return newest;
  },

  /** The newest first. */
  async history(db: Db, orgId: string, subject: ScoringSubject, limit = historyKept): Promise<Trained[]> {
    const rows = await db
      .selectFrom('scoring_model')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('subject', '=', subject)
      .orderBy('version', 'desc')
      .limit(limit)
      .execute();
    return rows.map(trainedOf);
  },

  /** Keeps a model as the next version. Whoever trained at the same moment was first: then theirs stands. */
  async add(
    work: Work,
    {
      subject,
      status,
      rows,
      successes,
      model,
      report,
    }: Pick<Trained, 'subject' | 'status' | 'rows' | 'successes' | 'model' | 'report'>,
  ): Promise<void> {
    const before = await models.current(work.db, work.actor.orgId, subject);
    const row: ScoringModelTable = {
      org_id: work.actor.orgId,
      id: work.newId(),
      subject,
      version: (before?.version ?? 0) + 1,
      trained_at: work.at,
      person_id: work.actor.personId,
      status,
      rows,
      successes,
      model: model === null ? null : toJson(model),
      report: report === null ? null : toJson(report),
    };
    const added = await work.db
      .insertInto('scoring_model')
      .values(row)
      .onConflict((conflict) => conflict.columns(['org_id', 'subject', 'version']).doNothing())
      .executeTakeFirst();
    if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) return;
    const { version } = row;
    const after = { subject, status, rows, successes };
    work.changed({ subject: 'scoring_model', recordId: row.id, action: 'trained', version, after });
  },
};
