import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

const make = async (who: CastMember, path: string, fields: object): Promise<string> => {
  const id = uuidv7();
  const { status, body } = await who.call('POST', `/api/v1${path}`, { id, ...fields });
  expect([status, body.issues]).toEqual([201, undefined]);
  return id;
};

describeEachDialect('the buying centre of an account (E1)', (open) => {
  afterEach(closeTestHouses);

  it('tells who decides, how each stands, who is missing and who could speak for us', async () => {
    const { ann, max } = await openTestHouse(open);
    const accountId = await make(ann, '/accounts', { name: 'Acme' });
    const boss = await make(ann, '/contacts', {
      name: 'Dora',
      accountId,
      buyingRole: 'decider',
      influence: 3,
      stance: 'against',
    });
    const buyer = await make(ann, '/contacts', { name: 'Bo', accountId, buyingRole: 'buyer', reportsToId: boss });
    const friend = await make(ann, '/contacts', { name: 'Cem', accountId, buyingRole: 'champion', stance: 'for' });
    const tie = { id: uuidv7(), aId: friend, bId: buyer };
    expect((await ann.call('POST', '/api/v1/contact-ties', tie)).status).toBe(201);
    // Said once more, the other way round: it is known.
    const again = await max.call('POST', '/api/v1/contact-ties', { id: uuidv7(), aId: buyer, bId: friend });
    expect([again.status, again.body]).toEqual([200, tie]);
    const { body } = await max.call('GET', `/api/v1/accounts/${accountId}/buying-centre`);
    expect(body.members).toMatchObject([
      { name: 'Dora', buyingRole: 'decider', influence: 3, stance: 'against', reportsToId: null, version: 1 },
      { name: 'Bo', buyingRole: 'buyer', influence: null, stance: null, reportsToId: boss },
      { name: 'Cem' },
    ]);
    expect(body.ties).toEqual([tie]);
    expect(body.missing).toEqual(['influencer', 'user', 'gatekeeper']);
    expect(body.ways).toEqual([
      {
        to: { id: boss, name: 'Dora' },
        path: [
          { id: friend, name: 'Cem' },
          { id: buyer, name: 'Bo' },
          { id: boss, name: 'Dora' },
        ],
      },
    ]);
    expect((await ann.call('GET', `/api/v1/contacts/${buyer}`)).body.reportsTo).toEqual({ id: boss, name: 'Dora' });
    expect((await ann.call('DELETE', `/api/v1/contact-ties/${tie.id}`)).status).toBe(204);
    const after = (await ann.call('GET', `/api/v1/accounts/${accountId}/buying-centre`)).body;
    expect([after.ties, after.ways]).toEqual([[], [{ to: { id: boss, name: 'Dora' }, path: [] }]]);
  });

  it('goes through a merge of contacts and back, and forgets a superior who stays at another account', async () => {
    const { ann } = await openTestHouse(open);
    const accountId = await make(ann, '/accounts', { name: 'Acme' });
    const other = await make(ann, '/accounts', { name: 'Other' });
    const [one, twin] = [
      await make(ann, '/contacts', { name: 'Dora', accountId }),
      await make(ann, '/contacts', { name: 'D. Ora', accountId }),
    ];
    const below = await make(ann, '/contacts', { name: 'Bo', accountId, reportsToId: twin });
    const tie = { id: uuidv7(), aId: below, bId: twin };
    await ann.call('POST', '/api/v1/contact-ties', tie);
    const side = (id: string) => ({ id, version: 1 });
    const merge = { id: uuidv7(), kind: 'contact', survivor: side(one), merged: side(twin), take: [] };
    expect((await ann.call('POST', '/api/v1/merges', merge)).status).toBe(201);
    const centre = async () => (await ann.call('GET', `/api/v1/accounts/${accountId}/buying-centre`)).body;
    expect((await centre()).ties).toEqual([{ ...tie, bId: one }]);
    expect((await ann.call('GET', `/api/v1/contacts/${below}`)).body.reportsToId).toBe(one);
    expect((await ann.call('POST', `/api/v1/merges/${merge.id}/undo`)).status).toBe(200);
    expect((await centre()).ties).toEqual([tie]);
    const { version } = (await ann.call('GET', `/api/v1/contacts/${below}`)).body;
    const moved = await ann.call(
      'PATCH',
      `/api/v1/contacts/${below}`,
      { accountId: other },
      { 'if-match': `"${version}"` },
    );
    expect(moved.body).toMatchObject({ accountId: other, reportsToId: null });
  });

  it('refuses circles, strangers and people of two accounts; and nothing happened', async () => {
    const { ann, oda } = await openTestHouse(open);
    const accountId = await make(ann, '/accounts', { name: 'Acme' });
    const boss = await make(ann, '/contacts', { name: 'Dora', accountId });
    const below = await make(ann, '/contacts', { name: 'Bo', accountId, reportsToId: boss });
    const lone = await make(ann, '/contacts', { name: 'Lee' });
    const tie = (aId: string, bId: string) => ({ id: uuidv7(), aId, bId });
    const circle = await ann.call('PATCH', `/api/v1/contacts/${boss}`, { reportsToId: below }, { 'if-match': '"1"' });
    expect(circle.body).toMatchObject({ code: 'invalid-input', issues: [{ path: '/reportsToId', code: 'circle' }] });
    const outside = await ann.call('PATCH', `/api/v1/contacts/${lone}`, { reportsToId: boss }, { 'if-match': '"1"' });
    expect(outside.body.code).toBe('reference-unknown');
    expect((await ann.call('POST', '/api/v1/contact-ties', tie(boss, boss))).body.code).toBe('invalid-input');
    expect((await ann.call('POST', '/api/v1/contact-ties', tie(boss, lone))).body.code).toBe('invalid-input');
    expect((await oda.call('POST', '/api/v1/contact-ties', tie(boss, below))).body.code).toBe('reference-unknown');
    const known = tie(boss, below);
    await ann.call('POST', '/api/v1/contact-ties', known);
    expect((await oda.call('DELETE', `/api/v1/contact-ties/${known.id}`)).body.code).toBe('not-found');
    expect((await oda.call('GET', `/api/v1/accounts/${accountId}/buying-centre`)).body.code).toBe('not-found');
    const lost = await ann.call('PATCH', `/api/v1/contacts/${boss}`, { stance: 'for' }, { 'if-match': '"9"' });
    expect(lost.body.code).toBe('version-clash');
    const { body } = await ann.call('GET', `/api/v1/accounts/${accountId}/buying-centre`);
    expect(body.ties).toEqual([known]);
    expect(body.members).toMatchObject([
      { name: 'Dora', stance: null, version: 1 },
      { name: 'Bo', version: 1 },
    ]);
  });
});
