import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { remindHolders } from './remind-job.ts';

const [path, awardsPath, goalsPath] = ['/api/v1/certificates', '/api/v1/awards', '/api/v1/goals'];
const ladder = (personId: string) => `/api/v1/ladder?personId=${personId}`;

/** A certificate of a year with a month to renew it, asked by the rung above the one on which Ann stands. */
async function withLadder({ max, ann }: TestHouse) {
  const [certificateId, first, second] = [uuidv7(), uuidv7(), uuidv7()];
  await max.call('POST', path, { id: certificateId, name: 'Negotiator', mode: 'expiry', months: 12, windowMonths: 1 });
  await max.call('POST', '/api/v1/rungs', { id: first, name: 'Rep', track: 'specialist' });
  const rung = { name: 'Expert', track: 'specialist', fromIds: [first], certificateIds: [certificateId], months: 12 };
  await max.call('POST', '/api/v1/rungs', { id: second, ...rung, results: [{ measure: 'revenue', least: 100 }] });
  const career = { terms: [{ rungId: first, from: '2025-01-01', to: null }], aimRungId: second };
  await max.call('PUT', `/api/v1/careers/${ann.id}`, career, { 'if-match': '0' });
  return { certificateId, first, second };
}

describeEachDialect('certificates (S4, T9)', (open) => {
  afterEach(closeTestHouses);

  it('expire on 1 October: the goal reopens on 1 September and the rung is not met on 1 October (case 24)', async () => {
    let now = '2025-10-01T09:00:00.000Z';
    const house = await openTestHouse(open, { now: () => now });
    const { deps, operator, max, ann } = house;
    const { certificateId, second } = await withLadder(house);
    const goal = { id: uuidv7(), personId: ann.id, certificateId, dueOn: '2025-12-31' };
    expect((await ann.call('POST', goalsPath, goal)).body).toMatchObject({ status: 'open', wantedOn: '2025-12-31' });
    const evidence = { completedOn: '2025-10-01', evidence: 'link', link: 'https://files.example/proof.pdf' };
    const handedIn = await ann.call('POST', awardsPath, { id: uuidv7(), personId: ann.id, certificateId, ...evidence });
    expect(handedIn.body).toMatchObject({ state: 'handed-in', expiresOn: null, verifyPath: null, maySign: false });
    const { id } = handedIn.body;
    const goalNow = async () => (await ann.call('GET', `${goalsPath}/${goal.id}`)).body;
    const criterion = async () => {
      const { rungs } = (await ann.call('GET', ladder(ann.id))).body;
      const rung = rungs.find((one: { id: string }) => one.id === second);
      return { rung, certificate: rung.criteria.find(({ kind }: { kind: string }) => kind === 'certificate') };
    };
    expect((await goalNow()).status).toBe('open');
    expect((await criterion()).certificate).toMatchObject({ status: 'not-met', proof: null });
    const signed = await max.call('POST', `${awardsPath}/${id}/verdict`, { verdict: 'confirmed' }, { 'if-match': '1' });
    expect(signed.body).toMatchObject({ state: 'confirmed', expiresOn: '2026-10-01', signedBy: { name: 'Max' } });
    expect((await goalNow()).status).toBe('reached');
    expect((await criterion()).certificate).toMatchObject({ status: 'met', proof: { id, until: '2026-10-01' } });

    now = '2026-08-31T09:00:00.000Z';
    expect(await remindHolders(deps, operator)).toEqual({ reminded: 0 });
    expect((await goalNow()).status).toBe('reached');
    const today = async () => {
      const { lanes } = (await ann.call('GET', '/api/v1/today')).body;
      return lanes.flatMap(({ rows }: { rows: { source: string }[] }) =>
        rows.filter(({ source }) => source === 'goal'),
      );
    };
    expect(await today()).toEqual([]);
    now = '2026-09-01T09:00:00.000Z';
    expect(await goalNow()).toMatchObject({ status: 'open', wantedOn: '2026-10-01', reopenedOn: '2026-09-01' });
    expect(await today()).toMatchObject([{ id: goal.id, name: 'Negotiator', dueOn: '2026-10-01', lane: 'strategic' }]);
    expect(await remindHolders(deps, operator)).toEqual({ reminded: 1 });
    expect(await remindHolders(deps, operator)).toEqual({ reminded: 0 });
    expect((await criterion()).certificate.status).toBe('met');
    expect((await max.call('GET', '/api/v1/expiring-awards')).body.items).toMatchObject([{ standing: 'renewal-due' }]);
    now = '2026-10-01T09:00:00.000Z';
    expect((await goalNow()).status).toBe('late');
    expect((await criterion()).certificate).toMatchObject({ status: 'not-met', proof: { until: '2026-10-01' } });
    expect((await criterion()).rung.status).toBe('not-reached');
    expect(await remindHolders(deps, operator)).toEqual({ reminded: 1 });
  });

  it('are verified by anybody who has the address, who learns no more than stands on them', async () => {
    const house = await openTestHouse(open);
    const { app, max, ann } = house;
    const { certificateId } = await withLadder(house);
    const evidence = { completedOn: '2026-03-01', evidence: 'link', link: 'https://files.example/proof.pdf' };
    const made = await max.call('POST', awardsPath, { id: uuidv7(), personId: ann.id, certificateId, ...evidence });
    expect(made.body).toMatchObject({ state: 'confirmed', signedBy: { name: 'Max' } });
    const code = String(made.body.verifyPath).replace('/verify/', '');
    const read = (address: string) => app.request(`/api/v1/verifications/${address}`);
    expect(await (await read(code)).json()).toEqual({
      ...{ name: 'Ann', certificate: 'Negotiator', issuer: null, organisation: 'Acme' },
      ...{ completedOn: '2026-03-01', expiresOn: '2027-03-01', standing: 'valid' },
    });
    expect((await read(`${code}x`)).status).toBe(404);
    await max.call('POST', `${awardsPath}/${made.body.id}/archive`, undefined, { 'if-match': '1' });
    expect((await read(code)).status).toBe(404);
  });

  it('rest on a visit that was watched; months and results of a rung open to their records', async () => {
    const house = await openTestHouse(open);
    const { max, ann } = house;
    const { certificateId, first, second } = await withLadder(house);
    const accountId = uuidv7();
    const activityId = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id: accountId, name: 'Huaxin' });
    const visit = { kind: 'visit', accountId, onDay: '2026-03-10', isDone: true, subject: 'Joint visit at Huaxin' };
    await ann.call('POST', '/api/v1/activities', { id: activityId, ...visit });
    const evidence = { completedOn: '2026-03-10', evidence: 'observation', activityId };
    const made = await ann.call('POST', awardsPath, { id: uuidv7(), personId: ann.id, certificateId, ...evidence });
    expect(made.body).toMatchObject({ activity: { name: 'Joint visit at Huaxin' }, state: 'handed-in' });
    const sale = { id: uuidv7(), accountId, day: '2025-11-03', revenueMinor: 12_300 };
    expect((await ann.call('POST', '/api/v1/sales', sale)).status).toBe(201);
    const { rungs } = (await ann.call('GET', ladder(ann.id))).body;
    expect(rungs).toMatchObject([
      { id: second, place: 'aim', height: 1, fromIds: [first] },
      { id: first, place: 'here', height: 0, status: 'reached' },
    ]);
    const by = (kind: string) => rungs[0].criteria.find((one: { kind: string }) => one.kind === kind);
    expect(by('months')).toMatchObject({ asked: 12, has: 14, status: 'met' });
    expect(by('result')).toMatchObject({ subject: 'revenue', asked: 100, has: 12_300, status: 'met' });
    for (const [kind, subject] of [
      ['months', second],
      ['result', 'revenue'],
    ]) {
      const query = `personId=${ann.id}&rungId=${second}&kind=${kind}&subject=${subject}`;
      const { why } = (await max.call<{ why: Why }>('GET', `/api/v1/ladder/why?${query}`)).body;
      expect(evaluate(why)).toBe(by(kind as string).has);
      expect(isConstant(why)).toBe(false);
    }
  });

  it('are not signed for by their holder, nor placed by reps, nor seen by outsiders; and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, oda } = house;
    const { certificateId, first, second } = await withLadder(house);
    const evidence = { completedOn: '2026-03-01', evidence: 'link', link: 'https://files.example/proof.pdf' };
    const made = await ann.call('POST', awardsPath, { id: uuidv7(), personId: ann.id, certificateId, ...evidence });
    const verdict = `${awardsPath}/${made.body.id}/verdict`;
    const seen = { 'if-match': '1' };
    const award = { id: uuidv7(), personId: ann.id, certificateId, ...evidence };
    const refusals = [
      await ann.call('POST', verdict, { verdict: 'confirmed' }, seen),
      await oda.call('POST', verdict, { verdict: 'confirmed' }, seen),
      await max.call('POST', verdict, { verdict: 'refused' }, seen),
      await ann.call('POST', awardsPath, { ...award, completedOn: '2026-03-17' }),
      await ann.call('POST', awardsPath, { ...award, link: null }),
      await ann.call('POST', awardsPath, { ...award, link: 'javascript:alert(1)' }),
      await oda.call('POST', awardsPath, award),
      await oda.call('GET', ladder(ann.id)),
      await ann.call('PUT', `/api/v1/careers/${ann.id}`, { terms: [] }, seen),
      await ann.call('POST', path, { id: uuidv7(), name: 'Mine', mode: 'forever' }),
      await max.call('POST', path, { id: uuidv7(), name: 'No months', mode: 'completion' }),
      await max.call('PATCH', `/api/v1/rungs/${first}`, { fromIds: [second] }, seen),
      await ann.call('GET', '/api/v1/expiring-awards'),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-allowed', 'not-found', 'invalid-input', 'invalid-input', 'invalid-input', 'invalid-input', 'not-found'],
      ...['not-found', 'not-allowed', 'not-allowed', 'invalid-input', 'invalid-input', 'not-allowed'],
    ]);
    expect((await vera.call('GET', `${awardsPath}?count=1`)).body).toMatchObject({
      ...{ total: 1, items: [{ state: 'handed-in', version: 1 }] },
    });
    expect((await vera.call('GET', `${path}?count=1`)).body.total).toBe(1);
    expect((await oda.call('GET', awardsPath)).body.items).toEqual([]);
    expect((await ann.call('PUT', `/api/v1/careers/${ann.id}`, { aimRungId: null }, seen)).body).toMatchObject({
      ...{ version: 2, aim: null },
    });
  });
});
