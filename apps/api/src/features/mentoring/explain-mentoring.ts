import type { ExplainedView } from '@milepost/contract/explain';
import type { MentoringWhyQuery } from '@milepost/contract/mentoring';
import type { Why } from '@milepost/core/explain/why';
import { filterOf, plainPairRules } from '@milepost/core/mentoring/people-fit';
import { peopleOf } from '@milepost/core/mentoring/pool';
import { whyFit } from '@milepost/core/mentoring/why-match';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { assessedSince } from './assessed-levels.ts';
import { pairing } from './pairing-store.ts';
import { readPool, whyLoad } from './read-pool.ts';
import { mentorships } from './store.ts';
import { progressWhy } from './views.ts';

/** Of a pair that could be made; years and region change nothing of its fit. */
async function fitWhy(db: Db, actor: Actor, today: string, asked: MentoringWhyQuery): Promise<Why | null> {
  if (actor.role === 'rep') return null;
  const { mentees, mentors, skills } = peopleOf(await readPool(db, actor, today));
  const mentee = mentees.find(({ personId }) => personId === asked.menteeId);
  const mentor = mentors.find(({ personId }) => personId === asked.mentorId);
  if (!mentee || !mentor || filterOf(mentee, mentor, plainPairRules) !== null) return null;
  return whyFit(mentee, mentor, plainPairRules, skills);
}

/** The share of a mentor's hours, by pairs; who their mentees are is told where they are in sight. */
async function shareWhy(db: Db, actor: Actor, today: string, mentorId: string): Promise<Why | null> {
  const running = await pairing.running(db, actor.orgId);
  const names = await namesOf(db, actor, { person: running.map(({ mentee_id }) => mentee_id) });
  const named = running.map((pair) => ({ ...pair, name: nameOf(names.person, pair.mentee_id)?.name ?? '' }));
  return whyLoad(db, actor, today, mentorId, named);
}

/** How a figure of mentoring comes about. @throws Failure `not-found` where there is none, or it is out of sight */
export async function explainMentoring(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  asked: MentoringWhyQuery,
): Promise<ExplainedView> {
  let why: Why | null = null;
  if (asked.figure === 'fit') why = await fitWhy(db, actor, today, asked);
  else if (asked.figure === 'share' && asked.mentorId) why = await shareWhy(db, actor, today, asked.mentorId);
  else if (asked.mentorshipId) {
    const row = await mentorships.get(db, actor, asked.mentorshipId);
    const assessed = await assessedSince(db, actor.orgId, [row.mentee_id]);
    const since = assessed(row.mentee_id, row.from_day, row.ended_on ?? today);
    why = progressWhy(row, await pairing.entries(db, actor.orgId, [row.id]), since);
  }
  if (!why) throw new Failure('not-found');
  return { why, asOf: now };
}
