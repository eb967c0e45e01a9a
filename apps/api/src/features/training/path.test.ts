import { evaluate, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { enrol, makeCourse } from './testing-training.ts';

const seen = (version: number) => ({ 'if-match': `${version}` });
/** Ann aims at a rung that asks negotiation 3; two courses lead to it, the second after the first. */
async function withGap({ max, ann }: TestHouse) {
  const [skillId, profileId, rungId] = [uuidv7(), uuidv7(), uuidv7()];
  await max.call('POST', '/api/v1/skills', { id: skillId, name: 'Negotiation' });
  const requirements = [{ skillId, required: 3, weight: 1 }];
  await max.call('POST', '/api/v1/role-profiles', { id: profileId, name: 'Expert', requirements });
  await max.call('POST', '/api/v1/rungs', { id: rungId, name: 'Expert', track: 'specialist', profileId });
  await max.call('PUT', `/api/v1/careers/${ann.id}`, { aimRungId: rungId }, seen(0));
  const basics = await makeCourse(max, { name: 'Basics', hours: 40 });
  const raises = [{ skillId, level: 3 }];
  const advanced = await makeCourse(max, { name: 'Advanced', hours: 45, raises, afterIds: [[basics.id]] });
  return { skillId, basics, advanced };
}

describeEachDialect('personal paths (S4)', (open) => {
  afterEach(closeTestHouses);

  it('cannot finish by 31 December at 2 h a week; more would, and the chain says what binds; Today brings the first', async () => {
    const house = await openTestHouse(open);
    const { max, ann } = house;
    const { basics, advanced } = await withGap(house);
    const path = (await ann.call('GET', '/api/v1/learning-path')).body;
    expect(path).toMatchObject({
      ...{ against: { name: 'Expert' }, plan: { version: 0, hoursPerWeek: 2, dueOn: '2026-12-31' }, hours: 85 },
      ...{ verdict: 'late', hoursPerWeek: 2.1, chain: [{ name: 'Basics' }, { name: 'Advanced' }], progress: null },
      courses: [
        { course: { name: 'Basics' }, because: 'needed', after: [] },
        { course: { name: 'Advanced' }, because: 'gap', after: [{ name: 'Basics' }] },
      ],
    });
    expect(path.finish > '2026-12-31').toBe(true);
    const { why } = (await ann.call<{ why: Why }>('GET', '/api/v1/learning-path/why?figure=hours')).body;
    expect(evaluate(why)).toBe(85);
    const saved = await ann.call('PUT', `/api/v1/learning-plans/${ann.id}`, { hoursPerWeek: 5 }, seen(0));
    expect(saved.body).toEqual({ version: 1, hoursPerWeek: 5, dueOn: '2026-12-31' });
    expect((await ann.call('GET', '/api/v1/learning-path')).body).toMatchObject({ verdict: 'ok', hoursPerWeek: null });

    const today = async () => {
      const { lanes } = (await ann.call('GET', '/api/v1/today')).body;
      return lanes.flatMap(({ rows }: { rows: { source: string }[] }) =>
        rows.filter(({ source }) => source === 'learning'),
      );
    };
    expect(await today()).toMatchObject([{ id: basics.id, name: 'Basics', lane: 'strategic' }]);
    const enrolmentId = await enrol(ann, basics.id);
    await max.call('PATCH', `/api/v1/enrolments/${enrolmentId}`, { isCredited: true }, seen(1));
    expect(await today()).toMatchObject([{ id: advanced.id, name: 'Advanced' }]);
    const team = (await max.call('GET', '/api/v1/team-paths')).body.people;
    const told = team.find((one: { person: { name: string } }) => one.person.name === 'Ann');
    expect(told).toMatchObject({ progress: 1, readiness: 0, hours: 45, verdict: 'ok', lateCount: 0 });
    const progress = (await max.call('GET', `/api/v1/learning-path/why?figure=progress&personId=${ann.id}`)).body;
    expect(evaluate(progress.why)).toBe(1);
  });

  it('waits for leave, and is nobody else’s to read or to plan; and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, oda, max } = house;
    await withGap(house);
    const finish = async () => (await ann.call('GET', '/api/v1/learning-path')).body.finish;
    const before = await finish();
    const leave = { id: uuidv7(), personId: ann.id, kind: 'holiday', from: '2026-04-06', to: '2026-04-17' };
    expect((await max.call('POST', '/api/v1/leave', leave)).status).toBe(201);
    expect((await finish()) > before).toBe(true);
    const plan = `/api/v1/learning-plans/${ann.id}`;
    const refusals = [
      await ben.call('GET', `/api/v1/learning-path?personId=${ann.id}`),
      await oda.call('PUT', plan, { hoursPerWeek: 9 }, seen(0)),
      await ann.call('PUT', plan, { hoursPerWeek: 99 }, seen(0)),
      await ann.call('PUT', plan, { hoursPerWeek: 9 }, seen(3)),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-found', 'not-found', 'invalid-input', 'version-clash'],
    ]);
    expect((await ann.call('GET', '/api/v1/learning-path')).body.plan.version).toBe(0);
  });

  it('comes with examples in three languages, each once, with quizzes that can be passed', async () => {
    const { max, ann } = await openTestHouse(open);
    await max.call('POST', '/api/v1/skills/starter-set', { locale: 'en' });
    const take = (locale: string) => max.call('POST', '/api/v1/courses/example-set', { locale });
    expect((await ann.call('POST', '/api/v1/courses/example-set', { locale: 'en' })).body.code).toBe('not-allowed');
    expect((await take('en')).body).toEqual({ courses: 3, caseStudies: 3 });
    expect((await take('zh-Hans')).body).toEqual({ courses: 0, caseStudies: 0 });
    const { items } = (await ann.call('GET', '/api/v1/courses')).body;
    expect(items).toMatchObject([
      {
        name: 'Negotiate without giving away',
        certificate: { name: 'Negotiation in practice' },
        raises: [{ level: 3 }, {}],
      },
      { name: 'Questions that find the need', quiz: { questionCount: 4, attemptLimit: 3 } },
      { name: 'What stands behind an objection' },
    ]);
    expect(items[0].after[0]).toHaveLength(2);
  });
});

describeEachDialect('tool training (S3)', (open) => {
  afterEach(closeTestHouses);

  it('completes itself from what somebody does, and cannot be ticked', async () => {
    const { ann, ben } = await openTestHouse(open);
    const steps = async () => {
      const { body } = await ann.call('GET', '/api/v1/tool-training');
      return body.steps.flatMap((one: { key: string; doneAt: string | null }) => (one.doneAt ? [one.key] : []));
    };
    expect(await steps()).toEqual([]);
    const view = { id: uuidv7(), name: 'Mine', subject: 'account', conditions: [], isShared: false };
    expect((await ann.call('POST', '/api/v1/views', { ...view, sort: null, columns: null })).status).toBe(201);
    expect((await ann.call('GET', '/api/v1/funnel/report')).status).toBe(200);
    await ann.call('GET', '/api/v1/funnel/report');
    expect(await steps()).toEqual(['view', 'funnel']);
    expect((await ben.call('GET', '/api/v1/tool-training')).body.steps).toHaveLength(10);
    expect((await ben.call('GET', `/api/v1/tool-training?personId=${ann.id}`)).body.code).toBe('not-found');
    expect((await ann.call('GET', '/api/v1/changes/sets')).body.items ?? []).not.toContainEqual(
      expect.objectContaining({ changes: [expect.objectContaining({ subject: 'tool_use' })] }),
    );
  });
});
