import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const path = '/api/v1/leave';
const week = { kind: 'holiday', from: '2026-07-06', to: '2026-07-10' };

describeEachDialect('leave', (open) => {
  afterEach(closeTestHouses);

  it('is entered by oneself or those above, and seen by them alone', async () => {
    const { ann, ben, max, oda, vera } = await openTestHouse(open);
    const id = uuidv7();
    const made = await ann.call('POST', path, { id, personId: ann.id, ...week, halfDays: 'first' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ id, workdays: 4.5, person: { name: 'Ann' }, note: null });
    await max.call('POST', path, {
      id: uuidv7(),
      personId: ben.id,
      kind: 'training',
      from: '2026-03-20',
      to: '2026-03-20',
    });
    const namesOf = async (one: typeof ann) =>
      (await one.call('GET', path)).body.items.map((item: { person: { name: string } }) => item.person.name);
    expect(await namesOf(ann)).toEqual(['Ann']);
    expect(await namesOf(max)).toEqual(['Ben', 'Ann'].sort().reverse());
    expect(await namesOf(oda)).toEqual([]);
    const changed = await max.call('PATCH', `${path}/${id}`, { to: '2026-07-08' }, { 'if-match': '1' });
    expect(changed.body).toMatchObject({ version: 2, workdays: 2.5 });
    expect((await vera.call('GET', `/api/v1/changes?subject=leave&recordId=${id}`)).body.items).toHaveLength(2);
  });

  it('overlaps no other of the same person, but may meet it at noon; a refusal names the other', async () => {
    const { ann, ben } = await openTestHouse(open);
    const enter = (who: typeof ann, more: object) =>
      who.call('POST', path, { id: uuidv7(), personId: who.id, ...week, ...more });
    const { body } = await enter(ann, { halfDays: 'last' });
    const refused = await enter(ann, { from: '2026-07-10', to: '2026-07-13' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'leave-overlaps' } });
    expect(refused.body.issues[0].message).toContain('2026-07-06 – 2026-07-10');
    expect((await enter(ann, { from: '2026-07-10', to: '2026-07-13', halfDays: 'first' })).status).toBe(201);
    expect((await enter(ben, {})).status).toBe(201);
    // What is taken away makes room, and comes back only where there is room.
    await ann.call('POST', `${path}/${body.id}/archive`, undefined, { 'if-match': '1' });
    expect((await enter(ann, { from: '2026-07-07', to: '2026-07-07' })).status).toBe(201);
    const back = await ann.call('POST', `${path}/${body.id}/restore`, undefined, { 'if-match': '2' });
    expect(back.body.code).toBe('leave-overlaps');
  });

  it('entered twice at once for the same days is entered once', async () => {
    const { max, ann } = await openTestHouse(open);
    const enter = (who: typeof ann) => who.call('POST', path, { id: uuidv7(), personId: ann.id, ...week });
    const statuses = (await Promise.all([enter(max), enter(ann), enter(ann)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
  });

  it('of others is not entered, seen or changed, and nothing happened', async () => {
    const { ann, ben, oda } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', path, { id, personId: ann.id, ...week });
    const refusals = [
      await ben.call('POST', path, {
        id: uuidv7(),
        personId: ann.id,
        kind: 'other',
        from: '2026-01-05',
        to: '2026-01-05',
      }),
      await oda.call('GET', `${path}/${id}`),
      await ben.call('PATCH', `${path}/${id}`, { to: '2026-07-07' }, { 'if-match': '1' }),
      await ben.call('GET', `/api/v1/changes?subject=leave&recordId=${id}`),
      await ann.call('PATCH', `${path}/${id}`, { to: '2026-07-07' }),
      await ann.call('PATCH', `${path}/${id}`, { to: '2026-07-01' }, { 'if-match': '1' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'owner-unknown',
      'not-found',
      'not-found',
      'not-found',
      'version-missing',
      'invalid-input',
    ]);
    expect((await ann.call('GET', `${path}?count=1`)).body).toMatchObject({ total: 1, items: [{ id, version: 1 }] });
  });
});
