import { Migrator } from 'kysely/migration';
import { people } from './migrations/0001-people.ts';
import { records } from './migrations/0002-records.ts';
import { books } from './migrations/0003-books.ts';
import { imports } from './migrations/0004-imports.ts';
import { conversion } from './migrations/0005-conversion.ts';
import { factsOfPeople } from './migrations/0006-facts-of-people.ts';
import { mix } from './migrations/0007-mix.ts';
import { receivables } from './migrations/0008-receivables.ts';
import { actions } from './migrations/0009-actions.ts';
import { stageEntries } from './migrations/0010-stage-entries.ts';
import { budget } from './migrations/0011-budget.ts';
import { capacity } from './migrations/0012-capacity.ts';
import { milestones } from './migrations/0013-milestones.ts';
import { measures } from './migrations/0014-measures.ts';
import { targetsInFull } from './migrations/0015-targets-in-full.ts';
import { rates } from './migrations/0016-rates.ts';
import { jobsAndMail } from './migrations/0017-jobs-and-mail.ts';
import { score } from './migrations/0018-score.ts';
import { forecast } from './migrations/0019-forecast.ts';
import { today } from './migrations/0020-today.ts';
import { records as recordsInFull } from './migrations/0021-records.ts';
import { search } from './migrations/0022-search.ts';
import { targetMeasures } from './migrations/0023-target-measures.ts';
import { cadence } from './migrations/0024-cadence.ts';
import { handOver } from './migrations/0025-hand-over.ts';
import { platform } from './migrations/0026-platform.ts';
import { fields } from './migrations/0027-fields.ts';
import { files } from './migrations/0028-files.ts';
import { visits } from './migrations/0029-visits.ts';
import { skills } from './migrations/0031-skills.ts';
import { mentoring } from './migrations/0032-mentoring.ts';
import { mailsOnce } from './migrations/0033-mails-once.ts';
import { mailboxes } from './migrations/0034-mailboxes.ts';
import { meetings } from './migrations/0035-meetings.ts';
import { training } from './migrations/0036-training.ts';
import { quizEvidence } from './migrations/0037-quiz-evidence.ts';
import { goals } from './migrations/0038-goals.ts';
import { rolePlay } from './migrations/0039-role-play.ts';
import { issues } from './migrations/0040-issues.ts';
import { kpis } from './migrations/0041-kpis.ts';
import { reports } from './migrations/0042-reports.ts';
import { reportSubscriptions } from './migrations/0043-report-subscriptions.ts';
import { churn } from './migrations/0044-churn.ts';
import { overview } from './migrations/0045-overview.ts';
import { leadHours } from './migrations/0046-lead-hours.ts';
import { receivableTally } from './migrations/0050-receivable-tally.ts';
import { mailContent } from './migrations/0058-mail-content.ts';
import { onlookers } from './migrations/0059-onlookers.ts';
import { searchOfIssues } from './migrations/0063-search-of-issues.ts';
import type { Db } from './open.ts';
import { tallyAllInvoices } from './receivable-tally-store.ts';
import { indexEverything } from './search-index.ts';

/** In order of their names; a migration that was released is never edited. */
export const migrations = {
  '0001-people': people,
  '0002-records': records,
  '0003-books': books,
  '0004-imports': imports,
  '0005-conversion': conversion,
  '0006-facts-of-people': factsOfPeople,
  '0007-mix': mix,
  '0008-receivables': receivables,
  '0009-actions': actions,
  '0010-stage-entries': stageEntries,
  '0011-budget': budget,
  '0012-capacity': capacity,
  '0013-milestones': milestones,
  '0014-measures': measures,
  '0015-targets-in-full': targetsInFull,
  '0016-rates': rates,
  '0017-jobs-and-mail': jobsAndMail,
  '0018-score': score,
  '0019-forecast': forecast,
  '0020-today': today,
  '0021-records': recordsInFull,
  '0022-search': search,
  '0023-target-measures': targetMeasures,
  '0024-cadence': cadence,
  '0025-hand-over': handOver,
  '0026-platform': platform,
  '0027-fields': fields,
  '0028-files': files,
  '0029-visits': visits,
  '0031-skills': skills,
  '0032-mentoring': mentoring,
  '0033-mails-once': mailsOnce,
  '0034-mailboxes': mailboxes,
  '0035-meetings': meetings,
  '0036-training': training,
  '0037-quiz-evidence': quizEvidence,
  '0038-goals': goals,
  '0039-role-play': rolePlay,
  '0040-issues': issues,
  '0041-kpis': kpis,
  '0042-reports': reports,
  '0043-report-subscriptions': reportSubscriptions,
  '0044-churn': churn,
  '0045-overview': overview,
  '0046-lead-hours': leadHours,
  '0050-receivable-tally': receivableTally,
  '0058-mail-content': mailContent,
  '0059-onlookers': onlookers,
  '0063-search-of-issues': searchOfIssues,
};

/** Brings the database to the newest form. Two nodes at once are safe: the migrator takes a lock. */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  const done = (results ?? []).map((result) => result.migrationName);
  // After the last migration, so that the tables have every column that the search looks into.
  if (done.includes('0022-search')) await indexEverything(db);
  else if (done.includes('0063-search-of-issues')) await indexEverything(db, ['issue']);
  if (done.includes('0050-receivable-tally')) await tallyAllInvoices(db);
  return done;
}
