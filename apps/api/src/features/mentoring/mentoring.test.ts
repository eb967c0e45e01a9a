import type { MentoringPool } from '@milepost/contract/mentoring';
import { evaluate, isConstant } from '@milepost/core/explain/why';
import { match } from '@milepost/core/mentoring/match';
import { fitsOfPeople, plainPairRules } from '@milepost/core/mentoring/people-fit';
import { peopleOf } from '@milepost/core/mentoring/pool';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { agreement, guide, learn, poolOf, whyOf } from './testing-mentoring.ts';

const rules = { lead: 0, sameRegion: false };

/** Ann and Ben of East and Oda of West have something to learn; Vera, who leads the whole, guides two of them. */
async function furnish(house: TestHouse) {
  const { vera, max, ann, ben, oda } = house;
  for (const answer of [
    await learn(ann, ann, 1),
    await learn(max, ben, 2),
    await learn(oda, oda, 3),
    await guide(vera, vera, 2),
  ])
    expect(answer.status).toBe(201);
}

const proposalOf = (pool: MentoringPool) => {
  const { mentees, mentors } = peopleOf(pool);
  const { pairs } = match(fitsOfPeople(mentees, mentors, plainPairRules), 'total');
  return pairs.flatMap((column, row) =>
    column === null
      ? []
      : [{ id: uuidv7(), menteeId: mentees[row]?.personId ?? '', mentorId: mentors[column]?.personId ?? '' }],
  );
};
describeEachDialect('mentors and mentees (S7)', (open) => {
  afterEach(closeTestHouses);

  it('are paired by the proposal that stands; a stale one is refused, and so is what stands against a pair', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    await furnish(house);
    // Vera leads the whole: line manager of nobody here but Max, whose team Ann and Ben are in.
    const mine = await poolOf(max);
    expect(mine.mentees.map(({ person }) => person.name).sort()).toEqual(['Ann', 'Ben']);
    expect(mine.mentees.every(({ lineManagerId }) => lineManagerId === max.id)).toBe(true);
    expect(mine.mentors).toMatchObject([{ person: { name: 'Vera' }, capacity: 2, running: 0, share: null }]);
    const fit = await whyOf(max, `figure=fit&menteeId=${ann.id}&mentorId=${vera.id}`);
    expect(evaluate(fit)).toBe(6 / 7);
    expect(isConstant(fit)).toBe(false);

    const pairs = proposalOf(mine);
    const asked = { stamp: mine.stamp, dial: 'total', rules, decisions: [], pairs, agreement };
    const half = { ...asked, pairs: pairs.slice(0, 1) };
    const twice = { ...asked, pairs: [...pairs, { ...pairs[0], id: uuidv7() }] };
    await learn(max, max, 3);
    for (const wrong of [asked, half, twice])
      expect((await max.call('POST', '/api/v1/mentoring/assign', wrong)).body.code).toBe('proposal-stale');
    expect((await max.call('GET', '/api/v1/mentorships')).body.items).toEqual([]);

    const now = await poolOf(max);
    expect(now.stamp).not.toBe(mine.stamp);
    const again = { ...asked, stamp: now.stamp, pairs: proposalOf(now) };
    for (const wrong of [half, twice])
      expect((await max.call('POST', '/api/v1/mentoring/assign', { ...wrong, stamp: now.stamp })).body.code).toBe(
        'proposal-stale',
      );
    expect((await max.call('POST', '/api/v1/mentoring/assign', again)).body).toEqual({ made: 2 });
    expect((await max.call('POST', '/api/v1/mentoring/assign', again)).body).toEqual({ made: 2 });
    const made = (await max.call('GET', '/api/v1/mentorships')).body.items;
    expect(made).toHaveLength(2);
    expect(made[0]).toMatchObject({
      mentor: { name: 'Vera' },
      status: 'running',
      isIdle: false,
      idleDays: 0,
      part: null,
    });

    const third = { id: uuidv7(), menteeId: oda.id, mentorId: vera.id, ...agreement };
    const refusals = [
      await vera.call('POST', '/api/v1/mentorships', third),
      await vera.call('POST', '/api/v1/mentorships', { ...third, menteeId: ann.id }),
      await oda.call('POST', '/api/v1/mentorships', third),
      await oda.call('GET', '/api/v1/mentoring/pool'),
      await oda.call('GET', `/api/v1/mentorships/${made[0].id}`),
      await oda.call('GET', `/api/v1/mentoring/why?figure=progress&mentorshipId=${made[0].id}`),
      await oda.call('GET', `/api/v1/mentoring/why?figure=fit&menteeId=${ann.id}&mentorId=${vera.id}`),
      await oda.call('POST', '/api/v1/mentor-profiles', {
        ...{ id: uuidv7(), personId: ann.id, gives: [{ skill: 'x', level: 1 }], capacity: 1, isOpen: true },
      }),
      await learn(max, ben, 1),
    ];
    // Nobody leads West: there Vera is the line manager, too.
    expect(refusals[0]?.body.issues).toMatchObject([{ code: 'line-manager' }]);
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'mentor-unfit',
      'has-mentor',
      'not-allowed',
      'not-allowed',
      'not-found',
      'not-found',
      'not-found',
      'owner-unknown',
      'profile-taken',
    ]);
    expect((await vera.call('GET', '/api/v1/mentorships?count=1')).body.total).toBe(2);
    expect((await oda.call('GET', '/api/v1/mentee-profiles')).body.items).toHaveLength(1);
    expect((await oda.call('GET', '/api/v1/mentorships')).body.items).toEqual([]);
  });

  it('case 25: a mentor of capacity 2 gets no third mentee, not even back out of the archive', async () => {
    const { vera, max, ann, ben, oda } = await openTestHouse(open);
    for (const who of [ann, max, oda]) expect((await learn(vera, who, 1)).status).toBe(201);
    expect((await guide(ben, ben, 2)).status).toBe(201);
    const pairWith = ({ id: menteeId }: CastMember, id = uuidv7()) =>
      vera.call('POST', '/api/v1/mentorships', { id, menteeId, mentorId: ben.id, ...agreement });
    const first = await pairWith(ann);
    expect([first.status, (await pairWith(max)).status]).toEqual([201, 201]);
    expect((await pairWith(oda)).body.code).toBe('mentor-full');
    const path = `/api/v1/mentorships/${first.body.id}`;
    expect((await vera.call('POST', `${path}/archive`, undefined, { 'if-match': '"1"' })).status).toBe(200);
    expect((await pairWith(oda)).status).toBe(201);
    expect((await vera.call('POST', `${path}/restore`, undefined, { 'if-match': '"2"' })).body.code).toBe(
      'mentor-full',
    );
    const mentors = (await ann.call('GET', '/api/v1/mentor-profiles')).body.items;
    expect(mentors).toMatchObject([{ capacity: 2, running: 2, isMine: false }]);
  });
});
