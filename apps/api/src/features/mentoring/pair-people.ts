import type { AssignMentors, MentoringPool, NewMentorship } from '@milepost/contract/mentoring';
import { filterOf, plainPairRules } from '@milepost/core/mentoring/people-fit';
import { peopleOf } from '@milepost/core/mentoring/pool';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { MentorshipTable } from '../../db/tables/mentoring.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { checkProposal } from './check-proposal.ts';
import { pairing } from './pairing-store.ts';
import type { Proposal } from './proposal-check.ts';
import { readPool } from './read-pool.ts';
import { lockPairing, mentorships } from './store.ts';

type Terms = Pick<NewMentorship, 'untilDay' | 'everyDays' | 'minutes' | 'idleAfterDays' | 'goal'>;

function demandInOrder(today: string, untilDay: string): void {
  if (untilDay < today) throw new Failure('invalid-input', fieldIssue('/untilDay', 'ends-before-start', untilDay));
}

/** Writes a pair. One whose mentor has left ends with it. */
async function bind(
  work: Work,
  pool: MentoringPool,
  { id, menteeId, mentorId }: Pick<NewMentorship, 'id' | 'menteeId' | 'mentorId'>,
  { today, terms }: { today: string; terms: Terms },
): Promise<{ row: MentorshipTable; isNew: boolean }> {
  for (const old of await pairing.left(work.db, work.actor.orgId, menteeId))
    await mentorships.update(
      work,
      old.id,
      old.version,
      { status: 'ended', ended_on: today, result: 'stopped' },
      { action: 'closed', reason: 'mentor left' },
    );
  return mentorships.create(work, {
    id,
    mentee_id: menteeId,
    mentor_id: mentorId,
    goal: terms.goal || null,
    from_day: today,
    until_day: terms.untilDay,
    every_days: terms.everyDays,
    minutes: terms.minutes,
    idle_after_days: terms.idleAfterDays,
    status: 'running',
    start_needs: toJson(pool.mentees.find(({ person }) => person.id === menteeId)?.needs ?? []),
    ended_on: null,
    result: null,
    lesson: null,
    again: null,
  });
}

/** A proposal in the terms of the rules. @throws Failure `proposal-stale` where it names somebody who is not there, or twice */
function proposalOf(pool: MentoringPool, { dial, rules, decisions, pairs: asked }: AssignMentors): Proposal {
  const { mentees, mentors } = peopleOf(pool);
  const [rowOf, columnOf] = [mentees, mentors].map(
    (some) => new Map(some.map(({ personId }, at): [string, number] => [personId, at])),
  ) as [Map<string, number>, Map<string, number>];
  const placeOf = (one: { menteeId: string; mentorId: string }) => {
    const [row, column] = [rowOf.get(one.menteeId), columnOf.get(one.mentorId)];
    if (row === undefined || column === undefined) throw new Failure('proposal-stale');
    return { row, column };
  };
  const pairs: (number | null)[] = mentees.map(() => null);
  for (const pair of asked) {
    const { row, column } = placeOf(pair);
    if (pairs[row] !== null) throw new Failure('proposal-stale');
    pairs[row] = column;
  }
  return {
    ...{ mentees, mentors, rules: { ...plainPairRules, ...rules }, dial, pairs },
    decisions: decisions.map((one) => ({ kind: one.kind, ...placeOf(one) })),
  };
}

/**
 * Pairs everybody of a proposal, all or none. The proposal is solved again with the core that made it, before anything is written: it
 * stands as long as nothing that it rests on has changed and no better one is possible under its decisions.
 * @throws Failure `proposal-stale`
 */
export async function assignMentors(deps: Deps, actor: Actor, asked: AssignMentors): Promise<number> {
  const today = deps.clock.today(actor.organisation.timeZone);
  demandInOrder(today, asked.agreement.untilDay);
  const [first] = asked.pairs;
  // Sent a second time it is done already.
  const isDone = async (db: Db) => first !== undefined && (await mentorships.find(db, actor, first.id)) !== undefined;
  if (await isDone(deps.db)) return asked.pairs.length;
  const seen = await readPool(deps.db, actor, today);
  if (seen.stamp !== asked.stamp || (await checkProposal(proposalOf(seen, asked)))) throw new Failure('proposal-stale');
  return deps.transact(actor, async (work) => {
    await lockPairing(work);
    if (await isDone(work.db)) return asked.pairs.length;
    const pool = await readPool(work.db, actor, today);
    if (pool.stamp !== asked.stamp) throw new Failure('proposal-stale');
    for (const pair of asked.pairs) await bind(work, pool, pair, { today, terms: asked.agreement });
    return asked.pairs.length;
  });
}

/**
 * Pairs two by hand. Nothing else may stand against it than years and region, which are for the one who pairs to judge.
 * @throws Failure `reference-unknown`, `has-mentor`, `mentor-full`, `mentor-unfit` naming the filter
 */
export const createMentorship = (deps: Deps, actor: Actor, input: NewMentorship) => {
  if (actor.role === 'rep') throw new Failure('not-allowed');
  const today = deps.clock.today(actor.organisation.timeZone);
  demandInOrder(today, input.untilDay);
  return deps.transact(actor, async (work) => {
    await lockPairing(work);
    const there = await mentorships.find(work.db, actor, input.id);
    if (there) return { row: there, isNew: false };
    const running = await pairing.running(work.db, actor.orgId);
    if (running.some(({ mentee_id }) => mentee_id === input.menteeId)) throw new Failure('has-mentor');
    const pool = await readPool(work.db, actor, today);
    const { mentees, mentors } = peopleOf(pool);
    const mentee = mentees.find(({ personId }) => personId === input.menteeId);
    const mentor = mentors.find(({ personId }) => personId === input.mentorId);
    if (!mentee || !mentor)
      throw new Failure(
        'reference-unknown',
        fieldIssue(mentee ? '/mentorId' : '/menteeId', 'no-profile', 'no profile that is open'),
      );
    const filter = filterOf(mentee, mentor, plainPairRules);
    if (filter) throw new Failure('mentor-unfit', fieldIssue('/mentorId', filter, filter));
    if (mentor.places <= 0) throw new Failure('mentor-full');
    return bind(work, pool, input, { today, terms: input });
  });
};

/** A pair that was set aside comes back only where both have a place for it. @throws Failure `has-mentor`, `mentor-full` */
export const restoreMentorship = (deps: Deps, actor: Actor, id: string, seen: number): Promise<MentorshipTable> =>
  deps.transact(actor, async (work) => {
    if (actor.role === 'rep') throw new Failure('not-allowed');
    await lockPairing(work);
    const row = await mentorships.get(work.db, actor, id);
    if (row.status === 'running') {
      const running = await pairing.running(work.db, actor.orgId);
      if (running.some(({ mentee_id }) => mentee_id === row.mentee_id)) throw new Failure('has-mentor');
      const { mentors } = await pairing.profiles(work.db, actor.orgId);
      const capacity = mentors.find(({ person_id }) => person_id === row.mentor_id)?.capacity ?? 0;
      if (running.filter(({ mentor_id }) => mentor_id === row.mentor_id).length >= capacity)
        throw new Failure('mentor-full');
    }
    return mentorships.restore(work, id, seen);
  });
