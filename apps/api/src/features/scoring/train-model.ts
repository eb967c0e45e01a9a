import { fewestOfEach, type ScoringSubject } from '@milepost/contract/scoring';
import { train } from '@milepost/core/scoring/train';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { factsOf, scoredFields } from './known-facts.ts';
import { models, type Trained } from './store.ts';

type Learned = Pick<Trained, 'subject' | 'status' | 'rows' | 'successes' | 'model' | 'report'>;

/** Learns from the closed records of a subject as they stand, and keeps what was learned as the next version. */
export async function trainModel(deps: Deps, actor: Actor, subject: ScoringSubject): Promise<Learned> {
  const learned = await learn(deps, actor.orgId, subject);
  await deps.transact(actor, (work) => models.add(work, learned));
  return learned;
}

/** The same, unless nothing has ended since the last time. @returns whether there was something to learn */
export async function trainWhenDue(deps: Deps, actor: Actor, subject: ScoringSubject): Promise<boolean> {
  const [before, facts] = await Promise.all([
    models.current(deps.db, actor.orgId, subject),
    factsOf(deps.db, actor.orgId, subject),
  ]);
  const successes = facts.filter(({ outcome }) => outcome === 1).length;
  if (before === undefined && facts.length === 0) return false;
  if (before?.rows === facts.length && before.successes === successes) return false;
  await trainModel(deps, actor, subject);
  return true;
}

async function learn({ db }: Deps, orgId: string, subject: ScoringSubject): Promise<Learned> {
  const facts = await factsOf(db, orgId, subject);
  const outcomes = facts.map(({ outcome }) => outcome ?? 0);
  const successes = outcomes.filter((outcome) => outcome === 1).length;
  const counted = { subject, rows: facts.length, successes };
  if (Math.min(successes, facts.length - successes) < fewestOfEach)
    return { ...counted, status: 'few', model: null, report: null };
  const names = scoredFields[subject];
  const records = facts.map(({ cells }) => names.map((name) => cells[name] ?? null));
  const training = train({ names, records, outcomes });
  if (training.status !== 'ok') return { ...counted, status: 'few', model: null, report: null };
  const { model, report } = training;
  return { ...counted, status: report.isBetterThanRate ? 'ok' : 'no-better', model, report };
}
