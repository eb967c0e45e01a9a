import { createHmac } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { openCourier } from './courier.ts';
import { deliverWebhooks, forgetDeliveries } from './deliver-webhooks.ts';
import { openReceiver } from './testing-receiver.ts';

const closeWith: (() => Promise<void>)[] = [];
const courier = openCourier({ allowsPrivate: true });

const receiver = async () => {
  const opened = await openReceiver();
  closeWith.push(opened.close);
  return opened;
};
const make = async (member: CastMember, url: string, events: string[] = ['account.created', 'account.changed']) => {
  const made = await member.call('POST', '/api/v1/webhooks', { id: uuidv7(), name: 'Warehouse', url, events });
  expect(made.status).toBe(201);
  return made.body as { id: string; version: number; secret: string };
};
const account = async (member: CastMember, name: string) => {
  const id = uuidv7();
  expect((await member.call('POST', '/api/v1/accounts', { id, name })).status).toBe(201);
  return id;
};
/** As a receiver checks it, by the words of the specification. */
const isSigned = (secret: string, { headers, body }: { headers: Record<string, unknown>; body: string }) => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
};

describeEachDialect('A4 webhooks', (open) => {
  afterEach(async () => {
    for (const close of closeWith.splice(0)) await close();
    await closeTestHouses();
  });

  it('tell a manager what the manager sees, signed, once', async () => {
    const { deps, orgId, max, ann, oda } = await openTestHouse(open, { courier });
    const { url, received } = await receiver();
    const { id, secret } = await make(max, url);
    const anns = await account(ann, 'Huaxin');
    await account(oda, 'Out of sight');
    await ann.call('PATCH', `/api/v1/accounts/${anns}`, { region: 'East' }, { 'if-match': '"1"' });
    expect(await deliverWebhooks.run(deps, orgId)).toEqual({ delivered: 2, delayed: 0, failed: 0 });
    expect(await deliverWebhooks.run(deps, orgId)).toEqual({ delivered: 0, delayed: 0, failed: 0 });
    expect(received.map(({ body }) => JSON.parse(body))).toMatchObject([
      {
        type: 'account.created',
        data: { subject: 'account', id: anns, version: 1, actorId: ann.id, after: { name: 'Huaxin' } },
      },
      {
        type: 'account.changed',
        timestamp: '2026-03-16T09:00:00.000Z',
        data: { before: { region: null }, after: { region: 'East' } },
      },
    ]);
    expect(received.every((one) => isSigned(secret, one))).toBe(true);
    expect(isSigned(secret, { ...received[0], body: '{}' } as never)).toBe(false);
    const { items } = (await max.call('GET', `/api/v1/webhooks/${id}/deliveries`)).body;
    expect(items).toMatchObject([
      { event: 'account.changed', state: 'delivered', attempts: 1, responseCode: 200 },
      { event: 'account.created', state: 'delivered', recordId: anns },
    ]);
    expect(items[1].id).toBe(received[0]?.headers['webhook-id']);
  });

  it('tell nothing of what was taken back with its transaction', async () => {
    const { deps, orgId, vera } = await openTestHouse(open, { courier });
    const { url } = await receiver();
    await make(vera, url);
    const work = deps.transact(await vera.actor(), async (trx) => {
      trx.changed({ subject: 'account', recordId: uuidv7(), action: 'created' });
      throw new Error('taken back');
    });
    await expect(work).rejects.toThrow('taken back');
    expect(await deps.db.selectFrom('webhook_delivery').selectAll().execute()).toEqual([]);
    expect(await deliverWebhooks.run(deps, orgId)).toEqual({ delivered: 0, delayed: 0, failed: 0 });
  });

  it('tell of a deal that is won, and of one that is reopened', async () => {
    const { deps, vera, ann } = await openTestHouse(open, { courier });
    const { url } = await receiver();
    await make(vera, url, ['opportunity.won', 'opportunity.reopened']);
    const stages = (await vera.call('GET', '/api/v1/stages')).body.items as { id: string; category: string }[];
    const stageOf = (category: string) => stages.find((stage) => stage.category === category)?.id;
    const id = uuidv7();
    await ann.call('POST', '/api/v1/opportunities', { id, name: 'Pumps', stageId: stageOf('open'), amountMinor: 100 });
    const move = async (version: number, body: object) =>
      expect(
        (await ann.call('PATCH', `/api/v1/opportunities/${id}`, body, { 'if-match': `"${version}"` })).status,
      ).toBe(200);
    await move(1, { stageId: stageOf('won'), closedOn: '2026-03-16' });
    await move(2, { stageId: stageOf('open') });
    const queued = await deps.db.selectFrom('webhook_delivery').select('event').orderBy('id').execute();
    expect(queued.map(({ event }) => event)).toEqual(['opportunity.won', 'opportunity.reopened']);
  });

  it('are tried again later and later, with the same id, and switched off with a notice after five days', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const { deps, orgId, vera, max, ann } = await openTestHouse(open, { courier, now: () => now });
    const { url, received, told } = await receiver();
    const { id } = await make(max, url);
    told.status = 503;
    await account(ann, 'Huaxin');
    expect(await deliverWebhooks.run(deps, orgId)).toMatchObject({ delayed: 1 });
    expect(await deliverWebhooks.run(deps, orgId)).toMatchObject({ delayed: 0 });
    now = '2026-03-16T09:01:00.000Z';
    expect(await deliverWebhooks.run(deps, orgId)).toMatchObject({ delayed: 1 });
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const [waiting] = (await max.call('GET', `/api/v1/webhooks/${id}/deliveries?state=queued`)).body.items;
    expect(waiting).toMatchObject({ attempts: 2, responseCode: 503, nextAt: '2026-03-16T09:06:00.000Z' });
    now = '2026-03-21T09:00:00.000Z';
    await deliverWebhooks.run(deps, orgId);
    const off = (await max.call('GET', `/api/v1/webhooks/${id}`)).body;
    expect(off).toMatchObject({
      isEnabled: false,
      disabledBecause: 'failing',
      failingSince: '2026-03-16T09:00:00.000Z',
    });
    const mails = (await vera.call('GET', '/api/v1/mail')).body.items;
    expect(mails).toMatchObject([{ to: 'max@acme.example', subject: 'The webhook “Warehouse” was switched off' }]);
    told.status = 200;
    await max.call('PATCH', `/api/v1/webhooks/${id}`, { isEnabled: true }, { 'if-match': `"${off.version}"` });
    now = '2026-03-22T09:00:00.000Z';
    expect(await deliverWebhooks.run(deps, orgId)).toMatchObject({ delivered: 1 });
    expect((await max.call('GET', `/api/v1/webhooks/${id}`)).body.failingSince).toBeNull();
    now = '2026-05-01T09:00:00.000Z';
    expect(await forgetDeliveries.run(deps, orgId)).toEqual({ forgotten: 1 });
  });

  it('are tested and sent again by hand, and switched off at once by a server that says "gone"', async () => {
    const { max } = await openTestHouse(open, { courier });
    const { url, received, told } = await receiver();
    const { id } = await make(max, url);
    const test = (await max.call('POST', `/api/v1/webhooks/${id}/test`)).body;
    expect(test).toMatchObject({ event: 'webhook.test', state: 'delivered', responseCode: 200 });
    const again = (await max.call('POST', `/api/v1/webhooks/${id}/deliveries/${test.id}/resend`)).body;
    expect(again).toMatchObject({ id: test.id, state: 'delivered' });
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([test.id, test.id]);
    told.status = 410;
    expect((await max.call('POST', `/api/v1/webhooks/${id}/test`)).body).toMatchObject({
      state: 'failed',
      responseCode: 410,
    });
    expect((await max.call('GET', `/api/v1/webhooks/${id}`)).body.disabledBecause).toBe('gone');
    expect((await max.call('POST', `/api/v1/webhooks/${id}/test`)).body.code).toBe('webhook-off');
  });

  it('sign with the former secret too for a day after a rotation, and show a secret only once', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const { deps, max } = await openTestHouse(open, { courier, now: () => now });
    const { url, received } = await receiver();
    const { id, version, secret } = await make(max, url);
    const rotated = (await max.call('POST', `/api/v1/webhooks/${id}/rotate`, undefined, { 'if-match': `"${version}"` }))
      .body;
    expect(rotated).toMatchObject({ version: 2, formerSecretUntil: '2026-03-17T09:00:00.000Z' });
    await max.call('POST', `/api/v1/webhooks/${id}/test`);
    now = '2026-03-17T09:00:00.000Z';
    await max.call('POST', `/api/v1/webhooks/${id}/test`);
    expect(received.map((one) => [isSigned(secret, one), isSigned(rotated.secret, one)])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect((await max.call('GET', `/api/v1/webhooks/${id}`)).body.secret).toBeNull();
    expect(JSON.stringify(await deps.db.selectFrom('change').selectAll().execute())).not.toContain('whsec_');
  });

  it('are out of sight for others, call nobody within the own network, and nothing happens', async () => {
    const { deps, vera, max, ann } = await openTestHouse(open);
    const url = 'http://192.0.2.1/hook';
    const asked = { id: uuidv7(), name: 'Warehouse', url, events: ['account.created'] };
    const made = await openTestHouse(open, { courier });
    const { url: here } = await receiver();
    const { id } = await make(made.vera, here);
    const refusals = [
      await max.call('POST', '/api/v1/webhooks', asked),
      await vera.call('POST', '/api/v1/webhooks', { ...asked, url: 'http://169.254.169.254/latest' }),
      await vera.call('POST', '/api/v1/webhooks', { ...asked, url: 'ftp://example.org/hook' }),
      await vera.call('POST', '/api/v1/webhooks', { ...asked, url: 'https://me:secret@example.org/hook' }),
      await vera.call('POST', '/api/v1/webhooks', { ...asked, events: ['mail.created'] }),
      await ann.call('GET', '/api/v1/webhooks'),
      await made.max.call('GET', `/api/v1/webhooks/${id}`),
      await made.max.call('PATCH', `/api/v1/webhooks/${id}`, { name: 'Mine' }, { 'if-match': '"1"' }),
      await made.max.call('GET', `/api/v1/webhooks/${id}/deliveries`),
      await made.max.call('POST', `/api/v1/webhooks/${id}/test`),
      await made.vera.call('PATCH', `/api/v1/webhooks/${id}`, { name: 'Mine' }, { 'if-match': '"7"' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['address-not-public', 'address-not-public', 'invalid-input', 'invalid-input', 'invalid-input', 'not-allowed'],
      ...['not-found', 'not-found', 'not-found', 'not-found', 'version-clash'],
    ]);
    expect(await deps.db.selectFrom('webhook').selectAll().execute()).toEqual([]);
    expect(await made.deps.db.selectFrom('webhook_delivery').selectAll().execute()).toEqual([]);
  });
});
