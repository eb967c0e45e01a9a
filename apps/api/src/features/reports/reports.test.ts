import { createHash } from 'node:crypto';
import type { EditionReading } from '@milepost/contract/reports';
import { evaluate, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses } from '../../testing-house.ts';
import { openTwoWeeks } from './testing-reports.ts';

const monday = '2026-03-09T04:47:00.000Z';
const nextMonday = '2026-03-16T04:47:00.000Z';
const seen = (version: number) => ({ 'if-match': String(version) });
const figureOf = ({ content }: EditionReading, key: string) =>
  content.sections.flatMap(({ figures }) => figures).find((one) => one.key === key);

type DayRow = { id: string; source: string; name: string; version: number; dueOn: string };
const rowsOf = async (who: CastMember): Promise<DayRow[]> =>
  (await who.call('GET', '/api/v1/today')).body.lanes.flatMap(({ rows }: { rows: DayRow[] }) => rows);
const deed = (who: CastMember, { source, id, version }: DayRow, what: string) =>
  who.call('POST', `/api/v1/today/items/${source}/${id}/${what}`, {}, { 'if-match': `"${version}"` });

/** Ann completes the edition of the first week with three pledges and submits it. */
async function submitFirstWeek(house: Awaited<ReturnType<typeof openTwoWeeks>>) {
  const { ann, morning, editionOf } = house;
  await morning(monday);
  const draft = await editionOf(ann, '2026-03-02');
  const made = [
    ['commitment', 'Two offers to Huaxin'],
    ['commitment', 'Call Kessler'],
    ['try', '用新话术拜访'],
  ].map(([kind, text]) => ({ id: uuidv7(), editionId: draft.id, kind, text }));
  for (const pledge of made) expect((await ann.call('POST', '/api/v1/pledges', pledge)).body.dueOn).toBe('2026-03-15');
  const words = { achieved: 'Sold pumps', obstacles: '', outlook: '下周签约' };
  const said = await ann.call('PATCH', `/api/v1/editions/${draft.id}`, words, seen(draft.version));
  const path = `/api/v1/editions/${draft.id}`;
  const submitted = await ann.call('POST', `${path}/submit`, undefined, seen(said.body.version));
  expect(submitted.body).toMatchObject({
    state: 'submitted',
    achieved: 'Sold pumps',
    obstacles: null,
    maySubmit: false,
  });
  return { id: draft.id, path, made, submitted: submitted.body };
}

describeEachDialect('reports (K6)', (open) => {
  afterEach(closeTestHouses);

  it('put what was undertaken on its person’s day once it is handed in, until its day is over', async () => {
    const house = await openTwoWeeks(open);
    const { ann, max, oda, at, morning, editionOf } = house;
    await morning(monday);
    const draft = await editionOf(ann, '2026-03-02');
    await ann.call('POST', '/api/v1/pledges', { id: uuidv7(), editionId: draft.id, kind: 'keep', text: 'No discount' });
    const pledged = async () =>
      (await rowsOf(ann)).filter(({ source }) => source === 'pledge').map(({ name, dueOn }) => [name, dueOn]);
    expect(await pledged()).toEqual([]);
    const { made } = await submitFirstWeek(house);
    const all = made.map(({ text }) => [text, '2026-03-15']);
    expect((await pledged()).sort()).toEqual(all.sort());
    const [first] = (await rowsOf(ann)).filter(({ id }) => id === made[0]?.id) as [DayRow];
    const refused = [await deed(max, first, 'done'), await deed(oda, first, 'done')];
    expect(refused.map(({ body }) => body.code)).toEqual(['not-found', 'not-found']);
    expect((await deed(ann, first, 'done')).status).toBe(200);
    const standing = async () => (await ann.call('GET', `/api/v1/pledges/${first.id}`)).body.standing;
    expect([await standing(), (await pledged()).length]).toEqual(['kept', 2]);
    const { done } = (await ann.call('GET', '/api/v1/today')).body;
    expect((await deed(ann, done[0], 'undo')).status).toBe(200);
    expect([await standing(), (await pledged()).length]).toEqual(['open', 3]);
    at('2026-03-15T09:00:00.000Z');
    expect((await pledged()).length).toBe(3);
    at('2026-03-16T09:00:00.000Z');
    expect([await pledged(), await standing()]).toEqual([[], 'missed']);
  });

  it('stay byte for byte what they were when a sale and a deal of the week are edited; what changed is told (cases 14, 28)', async () => {
    const house = await openTwoWeeks(open);
    const { ann, max, at, saleId, dealId } = house;
    const { path, submitted } = await submitFirstWeek(house);
    const frozen = await ann.call('GET', `${path}/reading`);
    expect(figureOf(frozen.body, 'revenue')).toMatchObject({ value: 12_300, before: 0, reason: null });
    expect(figureOf(frozen.body, 'planToDate')).toMatchObject({ value: null, reason: 'no-plan' });
    expect(figureOf(frozen.body, 'margin')).toMatchObject({ value: null, reason: 'cost-unknown', leftOut: 12_300 });
    expect(figureOf(frozen.body, 'pipelineStart')).toMatchObject({ value: 100_000 });
    expect(frozen.body).toMatchObject({ isIntact: true, changed: [] });
    const bytes = async () => JSON.stringify((await max.call('GET', `${path}/content.json`)).body);
    const before = await bytes();
    const text = await (
      await house.app.request(`${path}/content.json`, { headers: { authorization: `Bearer ${ann.token}` } })
    ).text();
    expect(createHash('sha256').update(text).digest('hex')).toBe(submitted.hash);

    at('2026-03-10T09:00:00.000Z');
    const sale = (await ann.call('GET', `/api/v1/sales/${saleId}`)).body;
    const changedSale = await ann.call(
      'PATCH',
      `/api/v1/sales/${saleId}`,
      { revenueMinor: 10_000 },
      seen(sale.version),
    );
    expect(changedSale.status).toBe(200);
    const deal = (await ann.call('GET', `/api/v1/opportunities/${dealId}`)).body;
    await ann.call('PATCH', `/api/v1/opportunities/${dealId}`, { amountMinor: 150_000 }, seen(deal.version));
    const reading = (await max.call<EditionReading>('GET', `${path}/reading`)).body;
    expect(await bytes()).toBe(before);
    expect(reading.edition.hash).toBe(submitted.hash);
    expect(reading.content).toEqual(frozen.body.content);
    expect(reading.changed).toEqual(
      expect.arrayContaining([
        { key: 'revenue', unit: 'money', was: 12_300, now: 10_000, difference: -2_300 },
        { key: 'pipelineEnd', unit: 'money', was: 100_000, now: 150_000, difference: 50_000 },
      ]),
    );
    for (const key of ['revenue', 'pipelineEnd', 'pipelineStart']) {
      const { why } = (await max.call<{ why: Why }>('GET', `${path}/why?figure=${key}`)).body;
      expect(evaluate(why)).toBe(figureOf(reading, key)?.value);
    }
    expect((await max.call('GET', `${path}/why?figure=margin`)).body.code).toBe('not-found');
  });

  it('open with what was promised last time: kept, dropped, and missed where it was still open at the end of the week', async () => {
    const house = await openTwoWeeks(open);
    const { ann, max, at, morning, editionOf } = house;
    const { made } = await submitFirstWeek(house);
    at('2026-03-12T09:00:00.000Z');
    const settle = (id: string | undefined, said: object) =>
      ann.call('POST', `/api/v1/pledges/${id}/settle`, said, seen(1));
    expect((await settle(made[0]?.id, { as: 'kept' })).body).toMatchObject({
      standing: 'kept',
      settledOn: '2026-03-12',
    });
    expect((await settle(made[1]?.id, { as: 'dropped', reason: 'Kessler moved' })).body.standing).toBe('dropped');
    expect((await settle(made[2]?.id, { as: 'kept', on: '2026-03-13' })).body.code).toBe('invalid-input');
    expect((await settle(made[0]?.id, { as: 'open' })).status).toBe(412);
    expect((await ann.call('GET', `/api/v1/pledges/${made[2]?.id}`)).body.standing).toBe('open');

    expect(await morning(nextMonday)).toEqual({ drafted: 4, reminded: 0, closed: 3 });
    const second = await editionOf(ann, '2026-03-09');
    const reading = (await max.call<EditionReading>('GET', `/api/v1/editions/${second.id}/reading`)).body;
    expect(reading.content.due.map(({ text, standing, reason }) => [text, standing, reason])).toEqual([
      ['Two offers to Huaxin', 'kept', null],
      ['Call Kessler', 'dropped', 'Kessler moved'],
      ['用新话术拜访', 'missed', null],
    ]);
    expect(figureOf(reading, 'pledgesKept')).toMatchObject({ value: 0.5 });
    const { why, leftOut } = (await ann.call('GET', `/api/v1/editions/${second.id}/why?figure=pledgesKept`)).body;
    expect([evaluate(why), leftOut]).toEqual([0.5, [{ reason: 'pledge-dropped', count: 1 }]]);
    await settle(made[2]?.id, { as: 'kept' });
    expect((await ann.call('GET', `/api/v1/pledges/${made[2]?.id}`)).body).toMatchObject({ standing: 'missed' });
  });

  it('are drafted, reminded of and closed by the system, once each, and mailed to those who lead and who asked', async () => {
    const house = await openTwoWeeks(open);
    const { ann, ben, vera, deps, orgId, morning, editionOf } = house;
    const mails = async () =>
      (await vera.call('GET', '/api/v1/mail?limit=200')).body.items as { to: string; subject: string }[];
    await vera.call('POST', '/api/v1/edition-subscriptions', { id: uuidv7(), kind: 'week', aboutId: ann.id });
    expect(await morning(monday)).toEqual({ drafted: 4, reminded: 0, closed: 0 });
    expect(await morning(monday)).toEqual({ drafted: 0, reminded: 0, closed: 0 });
    expect((await mails()).map(({ to }) => to).sort()).toEqual(
      ['ann', 'ben', 'max', 'oda'].map((name) => `${name}@acme.example`),
    );
    const draft = await editionOf(ann, '2026-03-02');
    expect(draft).toMatchObject({ state: 'draft', dueOn: '2026-03-10', closesOn: '2026-03-15', maySubmit: true });
    await ann.call('POST', `/api/v1/editions/${draft.id}/submit`, undefined, seen(draft.version));
    const sent = (await mails()).filter(({ subject }) => subject.startsWith('Ann: weekly report'));
    expect(sent.map(({ to }) => to).sort()).toEqual(['max@acme.example', 'vera@acme.example']);
    expect(await morning('2026-03-10T04:47:00.000Z')).toEqual({ drafted: 0, reminded: 3, closed: 0 });
    expect(await morning('2026-03-11T04:47:00.000Z')).toEqual({ drafted: 0, reminded: 0, closed: 0 });
    expect((await morning(nextMonday)).closed).toBe(3);
    const closed = await editionOf(ben, '2026-03-02');
    expect(closed).toMatchObject({ state: 'closed', frozenAt: nextMonday });
    expect(closed.hash).toMatch(/^[0-9a-f]{64}$/);
    const again = await ann.call('POST', '/api/v1/editions', { id: uuidv7(), kind: 'week', day: '2026-03-04' });
    expect([again.status, again.body.id]).toEqual([200, draft.id]);
    expect(await morning('2026-04-01T04:47:00.000Z')).toMatchObject({ drafted: 8 });
    expect((await editionOf(ann, '2026-03-01')).kind).toBe('month');
    expect(deps.clock.today('UTC')).toBe('2026-04-01');
    expect(orgId).toBeTruthy();
  });

  it('are commented and signed by who leads, seen by nobody else, and written by nobody when frozen; and nothing happened', async () => {
    const house = await openTwoWeeks(open);
    const { ann, ben, oda, max, vera } = house;
    const { id, path, made, submitted } = await submitFirstWeek(house);
    const comment = { id: uuidv7(), editionId: id, text: 'Well done' };
    expect((await max.call('POST', '/api/v1/edition-comments', comment)).body).toMatchObject({ by: { name: 'Max' } });
    const { version } = (await max.call('GET', path)).body;
    expect((await max.call('POST', `${path}/sign`, undefined, seen(version))).body.signedBy.name).toBe('Max');
    const now = (await ann.call('GET', path)).body;
    const pledge = { id: uuidv7(), editionId: id, kind: 'keep', text: 'Later' };
    const refusals = [
      await ann.call('PATCH', path, { achieved: 'More' }, seen(now.version)),
      await ann.call('POST', `${path}/submit`, undefined, seen(now.version)),
      await ann.call('POST', `${path}/archive`, undefined, seen(now.version)),
      await ann.call('POST', '/api/v1/pledges', pledge),
      await ann.call('PATCH', `/api/v1/pledges/${made[0]?.id}`, { text: 'Less' }, seen(1)),
      await ann.call('POST', `${path}/sign`, undefined, seen(now.version)),
      await max.call('PATCH', path, { achieved: 'Mine' }, seen(now.version)),
      await ann.call('PATCH', `/api/v1/edition-comments/${comment.id}`, { text: 'Bad' }, seen(1)),
      await max.call('POST', `/api/v1/pledges/${made[0]?.id}/settle`, { as: 'kept' }, seen(1)),
      await ann.call('POST', '/api/v1/editions', { id: uuidv7(), kind: 'week', day: '2026-04-20' }),
      await ann.call('POST', '/api/v1/editions', { id: uuidv7(), kind: 'week', personId: ben.id }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['edition-frozen', 'edition-frozen', 'edition-frozen', 'edition-frozen', 'edition-frozen', 'not-allowed'],
      ...['not-allowed', 'not-allowed', 'not-allowed', 'invalid-input', 'not-found'],
    ]);
    for (const stranger of [ben, oda]) {
      const asked = ['', '/reading', '/why?figure=revenue', '/report.pdf', '/report.xlsx', '/content.json'];
      for (const one of asked) expect((await stranger.call('GET', `${path}${one}`)).status).toBe(404);
      const comments = (await stranger.call('GET', '/api/v1/edition-comments')).body.items;
      expect([comments, (await stranger.call('GET', `/api/v1/pledges/${made[0]?.id}`)).status]).toEqual([[], 404]);
      expect((await stranger.call('POST', '/api/v1/edition-comments', { ...comment, id: uuidv7() })).status).toBe(404);
    }
    const reading = (await vera.call<EditionReading>('GET', `${path}/reading`)).body;
    expect(reading.edition).toMatchObject({ hash: submitted.hash, achieved: 'Sold pumps' });
    expect(reading.content.made).toHaveLength(3);
    const running = await ann.call('POST', '/api/v1/editions', { id: uuidv7(), kind: 'week', day: '2026-03-09' });
    const early = await ann.call('POST', `/api/v1/editions/${running.body.id}/submit`, undefined, seen(1));
    expect([running.body.maySubmit, early.body.code]).toEqual([false, 'edition-running']);
  });
});
