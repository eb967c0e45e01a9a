import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const gridOf = async (who: CastMember, id: string) => (await who.call('GET', `/api/v1/targets/${id}/grid`)).body;
const stepsOf = async (who: CastMember, id: string) => (await who.call('GET', `/api/v1/targets/${id}/steps`)).body;
const monthsOf = (plan: { leaves: number[] }) =>
  Array.from({ length: 12 }, (_, month) => sum(plan.leaves.filter((__, place) => place % 12 === month)));
const say = (who: CastMember, id: string, deed: string, version: number, body: object) =>
  who.call('POST', `/api/v1/targets/${id}/${deed}`, body, { 'if-match': String(version) });
const answer = async (who: CastMember, id: string, said: object) => {
  const { submittedStepId } = await stepsOf(who, id);
  return who.call('POST', `/api/v1/targets/${id}/answers`, { submittedStepId, ...said });
};

describeEachDialect('the life of a target (T1)', (open) => {
  afterEach(closeTestHouses);

  it('is submitted, disputed, upheld, accepted and published, every step with who, when and why', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, ben, oda, max } = house;
    const id = await makeTarget(house);
    expect((await say(vera, id, 'submit', 1, { reason: 'first round' })).body).toMatchObject({
      status: 'submitted',
      canEdit: false,
    });
    expect((await gridOf(ann, id)).people).toMatchObject([{ name: 'Ann' }]);
    const edits = { edits: [{ kind: 'setTotal', value: 1 }] };
    const edited = await vera.call('PUT', `/api/v1/targets/${id}/edits`, edits, { 'if-match': '2' });
    expect(edited).toMatchObject({ status: 409, body: { code: 'target-not-draft' } });
    expect((await answer(ann, id, { answer: 'disputed' })).status).toBe(400);
    const disputed = await answer(ann, id, { answer: 'disputed', reason: 'lost two accounts in May' });
    expect(disputed.body).toMatchObject({ status: 'disputed', version: 3 });
    expect((await say(vera, id, 'publish', 3, { reason: 'agreed' })).body.code).toBe('target-disputed');
    expect((await answer(ben, id, { answer: 'accepted' })).body.status).toBe('disputed');
    expect((await answer(oda, id, { answer: 'accepted' })).body.status).toBe('disputed');
    const upheld = await say(vera, id, 'uphold', 5, { personId: ann.id, reason: 'two new ones came in' });
    expect(upheld.body).toMatchObject({ status: 'accepted' });
    expect((await say(vera, id, 'publish', 6, { reason: 'agreed' })).body.status).toBe('published');
    const { steps, answers } = await stepsOf(vera, id);
    expect(answers).toEqual([]);
    expect(steps.map((step: { kind: string; by: { name: string } }) => [step.kind, step.by.name])).toEqual([
      ['published', 'Vera'],
      ['upheld', 'Vera'],
      ['accepted', 'Oda'],
      ['accepted', 'Ben'],
      ['disputed', 'Ann'],
      ['submitted', 'Vera'],
    ]);
    expect(steps[4]).toMatchObject({ person: { name: 'Ann' }, reason: 'lost two accounts in May' });
    const ofBen = (await stepsOf(ben, id)).steps.map((step: { kind: string }) => step.kind);
    expect(ofBen).toEqual(['published', 'accepted', 'submitted']);
    expect((await say(max, id, 'amend', 7, {})).status).toBe(400);
  });

  it('withdrawn, it is a draft that nobody else sees, and old answers count for nothing', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, max } = house;
    const id = await makeTarget(house);
    await say(vera, id, 'submit', 1, { reason: 'first round' });
    const { submittedStepId } = await stepsOf(ann, id);
    expect((await stepsOf(ann, id)).own).toBe('asked');
    expect((await say(max, id, 'withdraw', 2, { reason: 'not mine' })).body.code).toBe('not-allowed');
    expect((await say(vera, id, 'withdraw', 2, { reason: 'a mistake' })).body.status).toBe('draft');
    expect((await ann.call('GET', `/api/v1/targets/${id}/steps`)).status).toBe(404);
    await say(vera, id, 'submit', 3, { reason: 'second round' });
    const late = await ann.call('POST', `/api/v1/targets/${id}/answers`, { submittedStepId, answer: 'accepted' });
    expect(late.body.code).toBe('target-not-submitted');
    expect((await stepsOf(vera, id)).answers.map(({ answer }: { answer: string }) => answer)).toEqual([
      'asked',
      'asked',
      'asked',
    ]);
    const stranger = await max.call('POST', `/api/v1/targets/${id}/answers`, {
      submittedStepId: (await stepsOf(vera, id)).submittedStepId,
      answer: 'accepted',
    });
    expect(stranger.status).toBe(404);
    expect((await gridOf(vera, id)).target).toMatchObject({ status: 'submitted', version: 4 });
  });

  it('published, it changes only by an amendment from a day on; closed months stay, and the version before is kept', async () => {
    const house = await openTestHouse(open);
    const { vera, max } = house;
    const id = await makeTarget(house, { totalMinor: 120_000 });
    const next = uuidv7();
    const amendment = { id: next, effectiveOn: '2026-04-01', reason: 'a weak first quarter', heldAt: 'actual' };
    const keepYear = { ...amendment, policy: 'keepYear' };
    expect((await say(vera, id, 'amend', 1, keepYear)).body.code).toBe('target-not-published');
    await say(vera, id, 'publish', 1, { reason: 'agreed' });
    for (const [month, owner] of [
      ['01', house.ann],
      ['02', house.ben],
      ['03', house.oda],
    ] as const)
      await vera.call('POST', '/api/v1/sales', {
        id: uuidv7(),
        day: `2026-${month}-10`,
        ownerId: owner.id,
        line: 'Pumps',
        revenueMinor: 8500,
        currency: 'USD',
      });
    expect((await say(max, id, 'amend', 2, keepYear)).body.code).toBe('not-allowed');
    expect((await say(vera, id, 'amend', 2, { ...keepYear, effectiveOn: '2027-04-01' })).status).toBe(400);
    expect((await say(vera, id, 'amend', 2, { ...amendment, policy: 'keepRest', totalMinor: 5 })).status).toBe(400);
    const amended = await say(vera, id, 'amend', 2, keepYear);
    expect(amended).toMatchObject({
      status: 201,
      body: { status: 'published', supersedesId: id, effectiveOn: '2026-04-01', totalMinor: 120_000 },
    });
    const { plan, allocation } = await gridOf(vera, next);
    expect(monthsOf(plan)).toEqual([8500, 8500, 8500, ...new Array<number>(9).fill(10_500)]);
    expect(allocation).toMatchObject({ unallocated: 0, canPublish: true });
    expect(monthsOf((await gridOf(vera, id)).plan)).toEqual(new Array<number>(12).fill(10_000));
    expect((await stepsOf(vera, next)).steps[0]).toMatchObject({
      kind: 'amended',
      reason: 'a weak first quarter',
      amendment: {
        effectiveOn: '2026-04-01',
        policy: 'keepYear',
        fromMinor: 120_000,
        toMinor: 120_000,
        outsideMinor: 0,
      },
    });
    const pace = async (asOf: string) => (await vera.call('GET', `/api/v1/pacing?asOf=${asOf}`)).body;
    expect((await pace('2026-03-31')).target.id).toBe(id);
    expect((await pace('2026-04-30')).target.id).toBe(next);
    const again = await say(vera, id, 'amend', 2, keepYear);
    expect(again.body.id).toBe(next);
    const capped = uuidv7();
    const raised = { ...amendment, id: capped, policy: { capUplift: 1.25 }, totalMinor: 200_000 };
    expect((await say(vera, next, 'amend', 1, { ...raised, effectiveOn: '2026-07-01', heldAt: 'plan' })).status).toBe(
      201,
    );
    expect((await gridOf(vera, capped)).allocation).toMatchObject({
      total: 200_000,
      planned: 25_500 + 31_500 + Math.floor(63_000 * 1.25),
      canPublish: false,
    });
    const refused = await say(vera, capped, 'amend', 9, { ...keepYear, id: uuidv7() });
    expect(refused).toMatchObject({ status: 412, body: { current: { target: { version: 1 } } } });
    expect((await vera.call('GET', '/api/v1/targets?count=1')).body.total).toBe(3);
  });
});
