import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const [path, needsPath] = ['/api/v1/resources', '/api/v1/resource-needs'];
const february = { from: '2026-02-01', to: '2026-02-28' };
const need = {
  name: 'Train the new reps',
  role: 'Trainer',
  hoursPerWeek: 14,
  skills: 'Negotiation, Pumps',
  ...february,
};
const helper = { role: 'trainer', hoursPerWeek: 7, purpose: 'training', helper: 'Lind & Partners', ...february };

describeEachDialect('resources (P5)', (open) => {
  afterEach(closeTestHouses);

  it('say who does what, and what is missing of hours and skills by role', async () => {
    const { vera, max, ann } = await openTestHouse(open);
    await max.call('POST', needsPath, { id: uuidv7(), ...need });
    const made = await max.call('POST', path, { id: uuidv7(), ...helper, skills: 'negotiation', costMinor: 480_000 });
    expect(made).toMatchObject({ status: 201, body: { name: 'Lind & Partners', person: null, costMinor: 480_000 } });
    const own = { role: 'Seller', hoursPerWeek: 30, purpose: 'selling', personId: ann.id, ...february };
    expect((await max.call('POST', path, { id: uuidv7(), ...own })).body).toMatchObject({ name: 'Ann', helper: null });
    const { rows } = (await vera.call('GET', '/api/v1/resource-gaps')).body;
    expect(rows).toEqual([
      { role: 'Seller', neededHours: 0, assignedHours: 120, shortHours: 0, missingSkills: [] },
      { role: 'Trainer', neededHours: 56, assignedHours: 28, shortHours: 28, missingSkills: ['Pumps'] },
    ]);
    for (const figure of ['neededHours', 'assignedHours', 'shortHours'] as const) {
      const query = `role=Trainer&figure=${figure}`;
      const { why } = (await vera.call<{ why: Why }>('GET', `/api/v1/resource-gaps/why?${query}`)).body;
      expect(evaluate(why)).toBe(rows[1][figure]);
      expect(isConstant(why)).toBe(false);
    }
    expect((await vera.call('GET', '/api/v1/resource-gaps?fiscalYear=2027')).body.rows).toEqual([]);
  });

  it('cost what reps are not told, in lists or in history; they assign nobody, and nothing happened', async () => {
    const { vera, max, ann, oda } = await openTestHouse(open);
    const id = uuidv7();
    await vera.call('POST', path, { id, ...helper, costMinor: 480_000 });
    expect((await ann.call('GET', path)).body.items).toMatchObject([{ name: 'Lind & Partners', costMinor: null }]);
    const refusals = [
      await ann.call('GET', `/api/v1/changes?subject=resource&recordId=${id}`),
      await ann.call('POST', path, { id: uuidv7(), ...helper }),
      await ann.call('POST', needsPath, { id: uuidv7(), ...need }),
      await ann.call('PATCH', `${path}/${id}`, { hoursPerWeek: 1 }, { 'if-match': '1' }),
      await max.call('POST', path, { id: uuidv7(), ...helper, helper: null, personId: oda.id }),
      await vera.call('POST', path, { id: uuidv7(), ...helper, personId: oda.id }),
      await vera.call('PATCH', `${path}/${id}`, { to: '2026-01-01' }, { 'if-match': '1' }),
      await vera.call('GET', '/api/v1/resource-gaps/why?role=Pilot&figure=shortHours'),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-found',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'owner-unknown',
      'invalid-input',
      'invalid-input',
      'not-found',
    ]);
    expect((await vera.call('GET', `${path}?count=1`)).body).toMatchObject({ total: 1, items: [{ id, version: 1 }] });
    expect((await vera.call('GET', `${needsPath}?count=1`)).body.total).toBe(0);
  });
});
