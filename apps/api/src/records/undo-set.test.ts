import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../db/testing.ts';
import { enrol, makeCourse } from '../features/training/testing-training.ts';
import { uuidv7 } from '../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../testing-house.ts';

const sets = async (member: CastMember) => (await member.call('GET', '/api/v1/changes/sets')).body.items;
const undoLast = async (member: CastMember) => {
  const [last] = await sets(member);
  return member.call('POST', `/api/v1/changes/sets/${last.id}/undo`);
};
const addAccount = async (member: CastMember, more: object = {}) => {
  const id = uuidv7();
  expect((await member.call('POST', '/api/v1/accounts', { id, name: 'Huaxin', region: 'East', ...more })).status).toBe(
    201,
  );
  return id;
};
const patch = async (member: CastMember, path: string, version: number, body: object) => {
  const answer = await member.call('PATCH', `/api/v1${path}`, body, { 'if-match': `"${version}"` });
  expect(answer.status).toBe(200);
  return answer.body;
};

describeEachDialect('A7 taking back what one did last', (open) => {
  afterEach(closeTestHouses);

  it('brings a changed record back, and an archived one, and takes a new one away; taking back is taken back too', async () => {
    const { ann } = await openTestHouse(open);
    const id = await addAccount(ann);
    await patch(ann, `/accounts/${id}`, 1, { region: 'West', notes: 'moved' });
    expect((await undoLast(ann)).body).toEqual({ removed: 0, restored: 1 });
    const read = async () => (await ann.call('GET', `/api/v1/accounts/${id}`)).body;
    expect(await read()).toMatchObject({ region: 'East', notes: null, version: 3 });
    expect((await undoLast(ann)).body).toEqual({ removed: 0, restored: 1 });
    expect(await read()).toMatchObject({ region: 'West', notes: 'moved', version: 4 });
    await ann.call('POST', `/api/v1/accounts/${id}/archive`, undefined, { 'if-match': '"4"' });
    expect((await undoLast(ann)).body).toEqual({ removed: 0, restored: 1 });
    expect((await read()).archivedAt).toBeNull();
    const other = await addAccount(ann, { name: 'By mistake' });
    expect((await undoLast(ann)).body).toEqual({ removed: 1, restored: 0 });
    expect((await ann.call('GET', `/api/v1/accounts/${other}`)).body.archivedAt).not.toBeNull();
  });

  it('tells what each set did, and whether it can be taken back', async () => {
    const { ann, vera } = await openTestHouse(open);
    const id = await addAccount(ann);
    await patch(ann, `/accounts/${id}`, 1, { region: 'West' });
    await vera.call('POST', '/api/v1/people', { id: uuidv7(), name: 'Pia', role: 'rep' });
    expect(await sets(ann)).toMatchObject([
      { count: 1, state: 'open', changes: [{ subject: 'account', action: 'updated', name: 'Huaxin' }] },
      { count: 1, state: 'overtaken', changes: [{ action: 'created' }] },
    ]);
    await undoLast(ann);
    expect((await sets(ann)).map(({ state }: { state: string }) => state)).toEqual(['open', 'undone', 'overtaken']);
    const [hired] = (await sets(vera)) as { state: string; id: string }[];
    expect(hired?.state).toBe('closed');
    expect((await vera.call('POST', `/api/v1/changes/sets/${hired?.id}/undo`)).body.code).toBe('set-not-undoable');
  });

  it('takes back plain records of other rooms, and leaves a merge to its own undo', async () => {
    const { vera, ann } = await openTestHouse(open);
    const track = { id: uuidv7(), name: 'Too dear', objection: 'price', words: 'Over ten years it is cheaper.' };
    expect((await vera.call('POST', '/api/v1/talk-tracks', track)).status).toBe(201);
    await patch(vera, `/talk-tracks/${track.id}`, 1, { words: 'It pays back in a year.' });
    expect((await undoLast(vera)).body).toEqual({ removed: 0, restored: 1 });
    const need = {
      id: uuidv7(),
      name: 'Demos',
      role: 'engineer',
      hoursPerWeek: 4,
      from: '2026-04-01',
      to: '2026-06-30',
    };
    expect((await vera.call('POST', '/api/v1/resource-needs', need)).status).toBe(201);
    expect((await undoLast(vera)).body).toEqual({ removed: 1, restored: 0 });
    const [kept, gone] = [await addAccount(ann, { name: 'Borealis' }), await addAccount(ann, { name: 'Borealis Ltd' })];
    const side = (id: string) => ({ id, version: 1 });
    const merge = { id: uuidv7(), kind: 'account', survivor: side(kept), merged: side(gone), take: [] };
    const merged = await ann.call('POST', '/api/v1/merges', merge);
    expect(merged.status, JSON.stringify(merged.body)).toBe(201);
    const [last] = await sets(ann);
    expect(last.state).toBe('closed');
    expect((await ann.call('POST', `/api/v1/changes/sets/${last.id}/undo`)).body.code).toBe('set-not-undoable');
    const standing = await ann.call('GET', `/api/v1/merges?kind=account&survivorId=${kept}`);
    expect(standing.body.items).toMatchObject([{ id: merge.id, undoneAt: null }]);
  });

  it('takes back what was set down of growth, but no attempt at a quiz', async () => {
    const { max, ann } = await openTestHouse(open);
    const course = await makeCourse(max);
    expect((await undoLast(max)).body).toEqual({ removed: 1, restored: 0 });
    expect((await undoLast(max)).status).toBe(200);
    expect((await max.call('GET', `/api/v1/quizzes/${course.id}`)).body.archivedAt).toBeNull();
    const enrolmentId = await enrol(ann, course.id);
    await patch(ann, `/enrolments/${enrolmentId}`, 1, { seenIds: [course.sectionId] });
    expect((await undoLast(ann)).body).toEqual({ removed: 0, restored: 1 });
    expect((await ann.call('GET', `/api/v1/enrolments/${enrolmentId}`)).body).toMatchObject({ seenIds: [] });
    const [, , taken] = await sets(ann);
    await ann.call('POST', '/api/v1/attempts', { id: uuidv7(), enrolmentId });
    const [tried] = await sets(ann);
    expect(tried).toMatchObject({ state: 'closed', changes: [{ subject: 'attempt' }] });
    expect((await ann.call('POST', `/api/v1/changes/sets/${taken.id}/undo`)).body.code).toBe('set-not-undoable');
    const [made] = (await sets(max)).toReversed() as { id: string }[];
    const inUse = await max.call('POST', `/api/v1/changes/sets/${made?.id}/undo`);
    expect(inUse.body.code).toBe('set-not-undoable');
    const skill = { id: uuidv7(), name: 'Listening' };
    await max.call('POST', '/api/v1/skills', skill);
    const seen = { id: uuidv7(), personId: ann.id, skillId: skill.id, level: 3, onDay: '2026-03-02' };
    await max.call('POST', '/api/v1/assessments', seen);
    expect((await undoLast(max)).body).toEqual({ removed: 1, restored: 0 });
    const assessment = (await max.call('GET', `/api/v1/assessments/${seen.id}`)).body;
    expect(assessment).toMatchObject({ level: 3, archivedAt: expect.any(String) });
  });

  it('takes a won deal out of the books by opposite rows, and puts a reopened one back', async () => {
    const { ann, vera, deps } = await openTestHouse(open);
    const stages = (await vera.call('GET', '/api/v1/stages')).body.items as { id: string; category: string }[];
    const stageOf = (category: string) => stages.find((stage) => stage.category === category)?.id;
    const id = uuidv7();
    await ann.call('POST', '/api/v1/opportunities', {
      id,
      name: 'Pumps',
      stageId: stageOf('open'),
      amountMinor: 100_00,
    });
    await patch(ann, `/opportunities/${id}`, 1, { stageId: stageOf('won'), closedOn: '2026-03-10' });
    const credits = () =>
      deps.db.selectFrom('credit').select(['day', 'revenue_minor']).orderBy('created_at').orderBy('id').execute();
    const sum = async () => (await credits()).reduce((total, { revenue_minor }) => total + revenue_minor, 0);
    expect(await sum()).toBe(100_00);
    const before = await credits();
    expect((await undoLast(ann)).status).toBe(200);
    const after = await credits();
    expect(after.slice(0, before.length)).toEqual(before);
    expect([after.length, await sum()]).toEqual([before.length + 1, 0]);
    expect((await ann.call('GET', `/api/v1/opportunities/${id}`)).body).toMatchObject({ closedOn: null, version: 3 });
    expect((await undoLast(ann)).status).toBe(200);
    expect(await sum()).toBe(100_00);
    expect((await ann.call('GET', `/api/v1/opportunities/${id}`)).body).toMatchObject({ closedOn: '2026-03-10' });
  });

  it('takes sales out of the books and puts them back', async () => {
    const { ann, deps } = await openTestHouse(open);
    const id = uuidv7();
    const sale = { id, day: '2026-03-05', revenueMinor: 5000, currency: 'USD' };
    expect((await ann.call('POST', '/api/v1/sales', sale)).status).toBe(201);
    const sum = async () =>
      (await deps.db.selectFrom('credit').select('revenue_minor').execute()).reduce(
        (all, row) => all + row.revenue_minor,
        0,
      );
    await patch(ann, `/sales/${id}`, 1, { revenueMinor: 7000 });
    expect(await sum()).toBe(7000);
    await undoLast(ann);
    expect(await sum()).toBe(5000);
    await ann.call('POST', `/api/v1/sales/${id}/archive`, undefined, { 'if-match': '"3"' });
    expect(await sum()).toBe(0);
    await undoLast(ann);
    expect(await sum()).toBe(5000);
    const facts = await deps.db.selectFrom('fact_day').selectAll().where('measure', '=', 'revenue').execute();
    expect(facts.reduce((all, { value }) => all + value, 0)).toBe(5000);
  });

  it('refuses what was changed since, what others rest on and what is not one’s own, and nothing happens', async () => {
    const { ann, ben, max, deps } = await openTestHouse(open);
    const id = await addAccount(ann);
    const [made] = await sets(ann);
    await patch(max, `/accounts/${id}`, 1, { region: 'West' });
    const named = await addAccount(ann, { name: 'Named' });
    const [withContact] = await sets(ann);
    await max.call('POST', '/api/v1/contacts', { id: uuidv7(), name: 'Jane', accountId: named });
    const count = async () => (await deps.db.selectFrom('change').select('id').execute()).length;
    const before = await count();
    const changed = await ann.call('POST', `/api/v1/changes/sets/${made.id}/undo`);
    expect(changed).toMatchObject({ status: 409, body: { code: 'set-not-undoable' } });
    expect(changed.body.issues).toMatchObject([{ path: `/account/${id}`, code: 'changed', message: 'Huaxin' }]);
    const inUse = await ann.call('POST', `/api/v1/changes/sets/${withContact.id}/undo`);
    expect(inUse.body).toMatchObject({ code: 'set-not-undoable', issues: [{ code: 'in-use' }] });
    for (const other of [ben, max])
      expect((await other.call('POST', `/api/v1/changes/sets/${withContact.id}/undo`)).body.code).toBe('not-found');
    expect(await sets(ben)).toEqual([]);
    expect(await count()).toBe(before);
    expect((await ann.call('GET', `/api/v1/accounts/${named}`)).body.archivedAt).toBeNull();
  });

  it('twice is once', async () => {
    const { ann } = await openTestHouse(open);
    await addAccount(ann);
    const [made] = await sets(ann);
    const path = `/api/v1/changes/sets/${made.id}/undo`;
    expect((await ann.call('POST', path)).body).toEqual({ removed: 1, restored: 0 });
    expect((await ann.call('POST', path)).body).toEqual({ removed: 0, restored: 0 });
  });
});
