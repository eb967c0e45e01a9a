import { activityOutcomes, objectionKinds } from '@milepost/contract/activities';
import type { ExplainedView } from '@milepost/contract/explain';
import type { ReviewQuery, ReviewView, ReviewWhyQuery } from '@milepost/contract/talk-tracks';
import { toDay, toIso, weekdayOf } from '@milepost/core/calendar/civil-day';
import { derive, record } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { wilson } from '@milepost/core/rate/wilson';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { type ClosedOpportunity, type Learnt, review } from './review-store.ts';

const turned: readonly (Learnt['outcome'] | null)[] = ['agreed', 'interested'];

function weeksOf(today: string, { weekOf, weeks }: ReviewQuery): { from: string; to: string } {
  const day = toDay(weekOf ?? today);
  const monday = day - weekdayOf(day) + 1;
  return { from: toIso(monday - 7 * (weeks - 1)), to: toIso(monday + 6) };
}

const shareOf = (num: number, den: number) => ({
  num,
  den,
  ratio: den === 0 ? null : num / den,
  ...wilson({ successes: num, trials: den }),
});

const saying = (learnt: readonly Learnt[]) =>
  learnt.filter(({ outcome, objection }) => outcome !== null || objection !== null);
const lostOf = (closed: readonly ClosedOpportunity[]) => closed.filter(({ category }) => category === 'lost');
const reasonOf = ({ lost_reason }: ClosedOpportunity): string | null => lost_reason?.trim() || null;
/** Objections by what they were met with; without a talk track they stand under their own kind. */
const metWith = (one: Learnt) => `${one.talk_track_id ?? ''} ${one.objection}`;
const withObjection = (learnt: readonly Learnt[]) => learnt.filter(({ objection }) => objection !== null);

/** What the activities and deals in sight taught in some weeks: objections, reasons of loss, and which words met them with what result. */
export async function readReview(db: Db, actor: Actor, today: string, query: ReviewQuery): Promise<ReviewView> {
  const span = weeksOf(today, query);
  const learnt = await review.activities(db, actor, span);
  const closed = await review.closed(db, actor, span);
  const [said, lost] = [saying(learnt), lostOf(closed)];
  const names = await namesOf(db, actor, {
    talk_track: learnt.map((one) => one.talk_track_id),
    account: learnt.filter((one) => one.need_change !== null).map((one) => one.account_id),
  });
  const byCount = <T extends { share: { num: number } }>(some: T[]) => some.sort((a, b) => b.share.num - a.share.num);
  const countOf = (objection: string) => said.filter((one) => one.objection === objection).length;
  return {
    ...span,
    activities: learnt.length,
    withOutcome: said.length,
    objections: byCount(
      objectionKinds
        .map((objection) => ({ objection, share: shareOf(countOf(objection), said.length) }))
        .filter(({ share }) => share.num > 0),
    ),
    closed: { won: closed.length - lost.length, lost: lost.length },
    lostReasons: byCount(
      [...Map.groupBy(lost, reasonOf)].map(([reason, some]) => ({ reason, share: shareOf(some.length, lost.length) })),
    ),
    talkTracks: [...Map.groupBy(withObjection(learnt), metWith).values()].map((some) => {
      const [first] = some as [Learnt];
      const told = some.filter(({ outcome }) => outcome !== null);
      return {
        talkTrack: nameOf(names.talk_track, first.talk_track_id),
        objection: first.objection as NonNullable<Learnt['objection']>,
        outcomes: activityOutcomes
          .map((outcome) => ({ outcome, count: told.filter((one) => one.outcome === outcome).length }))
          .filter(({ count }) => count > 0),
        turned: shareOf(told.filter(({ outcome }) => turned.includes(outcome)).length, told.length),
      };
    }),
    needChanges: learnt.flatMap((one) =>
      one.need_change === null
        ? []
        : [
            {
              activity: { id: one.id, name: one.subject },
              account: nameOf(names.account, one.account_id),
              onDay: one.on_day,
              needChange: one.need_change,
            },
          ],
    ),
  };
}

const each = (rule: string, some: readonly { id: string; name: string; kind: string }[]): Why =>
  derive(
    'sum',
    { rule: `talk-tracks.${rule}`, unit: 'count' },
    some.map(({ id, name, kind }) => record(kind, id, 1, 'count', name)),
  );
const activityLeaf = ({ id, subject }: Learnt) => ({ id, name: subject, kind: 'activity' });
const dealLeaf = ({ id, name }: ClosedOpportunity) => ({ id, name, kind: 'opportunity' });

/**
 * How a share of the review comes about, down to its activities or deals.
 * @throws Failure `not-found` where there is nothing to take a share of
 */
export async function explainReview(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { figure, key, ...query }: ReviewWhyQuery,
): Promise<ExplainedView> {
  const span = weeksOf(today, query);
  const quotient = (rule: string, parts: [Why, Why]): ExplainedView => {
    if (parts[1].value === 0) throw new Failure('not-found');
    return { why: derive('quotient', { rule: `talk-tracks.${rule}`, unit: 'ratio' }, parts), asOf: now };
  };
  if (figure === 'lostReason') {
    const lost = lostOf(await review.closed(db, actor, span));
    const some = lost.filter((one) => (reasonOf(one) ?? '') === key);
    return quotient('lost-reason', [each('lost-for-it', some.map(dealLeaf)), each('lost', lost.map(dealLeaf))]);
  }
  const learnt = await review.activities(db, actor, span);
  if (figure === 'objection') {
    const said = saying(learnt);
    const some = said.filter(({ objection }) => objection === key);
    return quotient('objection', [
      each('with-objection', some.map(activityLeaf)),
      each('said', said.map(activityLeaf)),
    ]);
  }
  const met = withObjection(learnt).filter(
    (one) => one.outcome !== null && (one.talk_track_id ?? one.objection) === key,
  );
  const won = met.filter(({ outcome }) => turned.includes(outcome));
  return quotient('turned', [each('turned-round', won.map(activityLeaf)), each('met-with-it', met.map(activityLeaf))]);
}
