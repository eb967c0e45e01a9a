import { levelFields } from '@milepost/contract/skills';
import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { starterWords } from './starter/starter-set.ts';

const [skillsPath, profilesPath, assessmentsPath] = ['/api/v1/skills', '/api/v1/role-profiles', '/api/v1/assessments'];
const standing = (personId: string) => `/api/v1/skill-standings?personId=${personId}`;

/** Negotiation 4 (weight 2) and discovery 3 (weight 1), asked by the one rung on which Ann stands. */
async function withRole({ vera, max, ann }: TestHouse) {
  const [negotiation, discovery, profileId, rungId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await vera.call('POST', skillsPath, { id: negotiation, name: 'Negotiation', level3: 'Trades.', level4: 'Holds.' });
  await vera.call('POST', skillsPath, { id: discovery, name: 'Discovery' });
  const requirements = [
    { skillId: negotiation, required: 4, weight: 2 },
    { skillId: discovery, required: 3, weight: 1 },
  ];
  await max.call('POST', profilesPath, { id: profileId, name: 'Senior', requirements });
  await max.call('POST', '/api/v1/rungs', { id: rungId, name: 'Senior', track: 'specialist', profileId });
  const terms = [{ rungId, from: '2025-01-01', to: null }];
  await max.call('PUT', `/api/v1/careers/${ann.id}`, { terms }, { 'if-match': '0' });
  return { negotiation, discovery, profileId, rungId };
}

describeEachDialect('skills (S4)', (open) => {
  afterEach(closeTestHouses);

  it('are proven by others, with history; the gap and readiness open down to the assessment', async () => {
    const house = await openTestHouse(open);
    const { max, ann } = house;
    const { negotiation, discovery } = await withRole(house);
    const own = { id: uuidv7(), personId: ann.id, skillId: negotiation, level: 5 };
    expect((await ann.call('POST', assessmentsPath, own)).body).toMatchObject({ kind: 'self', onDay: '2026-03-16' });
    for (const [level, onDay] of [
      [2, '2025-06-01'],
      [3, '2026-03-01'],
    ])
      await max.call('POST', assessmentsPath, { ...own, id: uuidv7(), level, onDay });
    const { body } = await ann.call('GET', standing(ann.id));
    expect(body).toMatchObject({ mayAssessAs: 'self', against: { name: 'Senior' }, aim: null });
    expect(body.readiness).toBeCloseTo(6 / 11, 12);
    expect(body.rows).toMatchObject([
      { skill: { id: discovery }, proven: null, self: null, required: 3, gap: 3 },
      { skill: { id: negotiation }, proven: { level: 3, by: { name: 'Max' } }, self: { level: 5 }, gap: 1 },
    ]);
    for (const [query, value] of [
      ['figure=readiness', body.readiness],
      [`figure=gap&skillId=${negotiation}`, 1],
      [`figure=gap&skillId=${discovery}`, 3],
    ]) {
      const path = `/api/v1/skill-standings/why?personId=${ann.id}&${query}`;
      const { why } = (await ann.call<{ why: Why }>('GET', path)).body;
      expect(evaluate(why)).toBe(value);
      expect(isConstant(why)).toBe(false);
    }
    const history = await ann.call('GET', `${assessmentsPath}?sort=-onDay&count=1`);
    expect(history.body.total).toBe(3);
    const team = (await max.call('GET', '/api/v1/team-skills')).body;
    expect(team.skills.map(({ name }: { name: string }) => name)).toEqual(['Discovery', 'Negotiation']);
    expect(team.people).toMatchObject([
      {
        person: { name: 'Ann' },
        cells: [
          { level: null, required: 3 },
          { level: 3, required: 4 },
        ],
      },
      { person: { name: 'Ben' }, readiness: null },
      { person: { name: 'Max' } },
    ]);
  });

  it('are proven by a mentor from elsewhere, who sees their mentee and nobody else', async () => {
    const house = await openTestHouse(open);
    const { max, ann, ben, oda } = house;
    const { negotiation } = await withRole(house);
    expect((await oda.call('GET', standing(ann.id))).body.code).toBe('not-found');
    await max.call('PUT', `/api/v1/careers/${ann.id}`, { mentorId: oda.id }, { 'if-match': '1' });
    const seen = { id: uuidv7(), personId: ann.id, skillId: negotiation, level: 4 };
    expect((await oda.call('POST', assessmentsPath, seen)).body).toMatchObject({ kind: 'mentor', level: 4 });
    expect((await oda.call('GET', standing(ann.id))).body).toMatchObject({ mayAssessAs: 'mentor' });
    expect((await oda.call('GET', standing(ben.id))).body.code).toBe('not-found');
  });

  it('come as a starter set of at least thirty with six levels each, in three languages, once', async () => {
    const { max, ann } = await openTestHouse(open);
    for (const { skills } of Object.values(starterWords)) {
      expect(skills.length).toBeGreaterThanOrEqual(30);
      expect(skills.every(({ levels }) => levels.length === 6 && new Set(levels).size === 6)).toBe(true);
    }
    const count = starterWords['zh-Hans'].skills.length;
    const first = await max.call('POST', `${skillsPath}/starter-set`, { locale: 'zh-Hans' });
    expect(first.body).toEqual({ skills: count, roleProfiles: 6, certificates: 4, rungs: 6 });
    const again = await max.call('POST', `${skillsPath}/starter-set`, { locale: 'en' });
    expect(again.body).toEqual({ skills: 0, roleProfiles: 0, certificates: 0, rungs: 0 });
    const { items, total } = (await ann.call('GET', `${skillsPath}?count=1&limit=200`)).body;
    expect(total).toBe(count);
    expect(items.every((skill: Record<string, unknown>) => levelFields.every((level) => skill[level]))).toBe(true);
  });

  it('are not written by reps, nor seen of others; and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda } = house;
    const { negotiation, profileId } = await withRole(house);
    const id = uuidv7();
    await max.call('POST', assessmentsPath, { id, personId: ann.id, skillId: negotiation, level: 2 });
    const seen = { personId: ann.id, skillId: negotiation, level: 5 };
    const twice = [1, 2].map(() => ({ skillId: negotiation, required: 1, weight: 1 }));
    const refusals = [
      await ann.call('POST', skillsPath, { id: uuidv7(), name: 'Mine' }),
      await ann.call('POST', `${skillsPath}/starter-set`, { locale: 'en' }),
      await ann.call('PATCH', `${profilesPath}/${profileId}`, { requirements: [] }, { 'if-match': '1' }),
      await ann.call('GET', '/api/v1/team-skills'),
      await ben.call('POST', assessmentsPath, { id: uuidv7(), ...seen }),
      await oda.call('GET', `${assessmentsPath}/${id}`),
      await ann.call('PATCH', `${assessmentsPath}/${id}`, { level: 5 }, { 'if-match': '1' }),
      await ann.call('POST', `${assessmentsPath}/${id}/archive`, undefined, { 'if-match': '1' }),
      await max.call('POST', assessmentsPath, { id: uuidv7(), ...seen, onDay: '2026-03-17' }),
      await max.call('POST', assessmentsPath, { id: uuidv7(), ...seen, level: 6 }),
      await max.call('PATCH', `${profilesPath}/${profileId}`, { requirements: twice }, { 'if-match': '1' }),
      await max.call('PATCH', `${profilesPath}/${profileId}`, { name: 'New' }, { 'if-match': '7' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-allowed', 'not-allowed', 'not-allowed', 'not-allowed', 'not-found', 'not-found', 'not-allowed'],
      ...['not-allowed', 'invalid-input', 'invalid-input', 'invalid-input', 'version-clash'],
    ]);
    expect((await vera.call('GET', `${skillsPath}?count=1`)).body.total).toBe(2);
    expect((await vera.call('GET', `${assessmentsPath}?count=1`)).body).toMatchObject({
      ...{ total: 1, items: [{ id, version: 1, level: 2 }] },
    });
    expect((await oda.call('GET', assessmentsPath)).body.items).toEqual([]);
  });
});
