import PostalMime from 'postal-mime';
import { afterEach, describe, expect, it, test } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { runJob } from '../../jobs/run-job.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { nextAttempt } from './back-off.ts';
import { openPost } from './post.ts';
import { sendMail } from './send-mail.ts';
import { letters } from './store.ts';
import { openMailbox } from './testing-mailbox.ts';

const closeWith: (() => Promise<void>)[] = [];
const from = 'Milepost <post@acme.example>';

/** A house whose mails go to a mailbox of the test, and whose time passes when the test says so. */
async function houseWithPost(open: Parameters<typeof openTestHouse>[0], settings = {}) {
  const mailbox = await openMailbox();
  closeWith.push(mailbox.close);
  const clock = { now: '2026-03-16T09:00:00.000Z' };
  const house = await openTestHouse(open, { now: () => clock.now, post: openPost(mailbox.url, from), settings });
  return { ...house, mailbox, clock };
}

/** Somebody without a sign-in is entered and invited. */
async function invite({ vera }: TestHouse, name = 'Pia') {
  const id = uuidv7();
  await vera.call('POST', '/api/v1/people', { id, name, email: `${name.toLowerCase()}@acme.example`, role: 'rep' });
  const { body } = await vera.call('POST', '/api/v1/invitations', { id: uuidv7(), personId: id });
  return { personId: id, link: body.link as string, isMailed: body.isMailed as boolean };
}
const deliver = ({ deps, orgId }: TestHouse) => runJob(deps, sendMail, orgId);
const counts = async (house: TestHouse) => JSON.parse((await deliver(house))?.counts ?? 'null');
const outboxOf = async ({ vera }: TestHouse) => (await vera.call('GET', '/api/v1/mail')).body;

describeEachDialect('the outbox', (open) => {
  afterEach(async () => {
    await closeTestHouses();
    for (const close of closeWith.splice(0)) await close();
  });

  it('brings an invitation in the language of the organisation, once, and forgets what it said', async () => {
    const house = await houseWithPost(open, { locale: 'zh-Hans' });
    const { link, isMailed } = await invite(house);
    expect(isMailed).toBe(true);
    expect(await outboxOf(house)).toMatchObject({
      isConnected: true,
      items: [{ to: 'pia@acme.example', state: 'queued', attempts: 0, sentAt: null, by: { name: 'Vera' } }],
    });
    expect(await counts(house)).toMatchObject({ sent: 1 });
    expect(await counts(house)).toMatchObject({ sent: 0 });
    expect(house.mailbox.inbox).toHaveLength(1);
    const mail = await PostalMime.parse(house.mailbox.inbox[0] as string);
    expect(mail.subject).toBe('Acme 邀请您加入');
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(`href="${link}"`);
    const [sent] = (await outboxOf(house)).items;
    expect(sent).toMatchObject({ state: 'sent', attempts: 1, nextAt: null, sentAt: '2026-03-16T09:00:00.000Z' });
    expect(mail.messageId).toBe(`<${sent.id}@acme.example>`);
    expect(await letters.of(house.deps.db, house.orgId, sent.id)).toBeUndefined();
    // The link opens a door: nothing that is kept tells it.
    const changes = await house.deps.db.selectFrom('change').selectAll().execute();
    expect(JSON.stringify(changes)).not.toContain(link.split('/').at(-1));
    expect(JSON.stringify(await outboxOf(house))).not.toContain(link.split('/').at(-1));
  });

  it('tries again later while the server refuses, with one Message-ID, and not before its time', async () => {
    const house = await houseWithPost(open);
    const { mailbox, clock } = house;
    await invite(house);
    mailbox.refuse({ code: 451, said: 'greylisted, come back later' });
    expect(await counts(house)).toMatchObject({ sent: 0, delayed: 1 });
    const [waiting] = (await outboxOf(house)).items;
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1, nextAt: '2026-03-16T09:01:00.000Z' });
    expect(waiting.lastError).toContain('greylisted');
    mailbox.refuse(null);
    expect(await counts(house)).toMatchObject({ sent: 0, delayed: 0 });
    clock.now = '2026-03-16T09:01:00.000Z';
    expect(await counts(house)).toMatchObject({ sent: 1 });
    expect((await outboxOf(house)).items).toMatchObject([{ state: 'sent', attempts: 2, lastError: null }]);
    expect(mailbox.inbox).toHaveLength(1);
    expect(mailbox.inbox[0]).toContain(`<${waiting.id}@acme.example>`);
  });

  it('gives up on what is refused for good; an administrator has it tried again, or cancels it', async () => {
    const house = await houseWithPost(open);
    const { vera, mailbox } = house;
    await invite(house);
    mailbox.refuse({ code: 550, said: 'no such mailbox' });
    expect(await counts(house)).toMatchObject({ failed: 1 });
    const [failed] = (await outboxOf(house)).items;
    expect(failed).toMatchObject({ state: 'failed', nextAt: null });
    const again = await vera.call('POST', `/api/v1/mail/${failed.id}/resend`, undefined, {
      'if-match': String(failed.version),
    });
    expect(again.body).toMatchObject({ state: 'queued', attempts: 0 });
    expect(await counts(house)).toMatchObject({ failed: 1 });
    const [twice] = (await outboxOf(house)).items;
    const cancelled = await vera.call('POST', `/api/v1/mail/${twice.id}/cancel`, undefined, {
      'if-match': String(twice.version),
    });
    expect(cancelled.body).toMatchObject({ state: 'cancelled' });
    mailbox.refuse(null);
    await deliver(house);
    expect(mailbox.inbox).toEqual([]);
  });

  it('leaves what a node held when it died until its lease ends, and sends it then, once', async () => {
    const house = await houseWithPost(open);
    const { deps, operator, mailbox, clock, orgId } = house;
    await invite(house);
    const [{ id }] = (await outboxOf(house)).items;
    const held = () => deps.transact(operator, (work) => letters.take(work, id, '2026-03-16T09:10:00.000Z'));
    expect([await held(), await held()]).toEqual([true, false]);
    expect(await counts(house)).toMatchObject({ sent: 0 });
    clock.now = '2026-03-16T09:10:01.000Z';
    await Promise.all([sendMail.run(deps, orgId), sendMail.run(deps, orgId)]);
    expect(mailbox.inbox).toHaveLength(1);
    expect((await outboxOf(house)).items).toMatchObject([{ id, state: 'sent' }]);
  });

  it('keeps mails without a server and says so; a newer invitation takes the place of one that waits, and a dead link is not sent', async () => {
    const house = await openTestHouse(open);
    const { personId, isMailed } = await invite(house);
    expect(isMailed).toBe(false);
    expect(await counts(house)).toMatchObject({ sent: 0 });
    await house.vera.call('POST', '/api/v1/invitations', { id: uuidv7(), personId });
    expect(await outboxOf(house)).toMatchObject({
      isConnected: false,
      items: [{ state: 'queued' }, { state: 'cancelled' }],
    });
    const mailbox = await openMailbox();
    closeWith.push(mailbox.close);
    house.deps.post = openPost(mailbox.url, from);
    house.deps.clock = { ...house.deps.clock, now: () => '2026-04-16T09:00:00.000Z' };
    expect(await counts(house)).toMatchObject({ sent: 0, expired: 1 });
    house.deps.post?.close();
    expect(mailbox.inbox).toEqual([]);
  });

  it('is for administrators; what is refused changes nothing', async () => {
    const house = await houseWithPost(open);
    const { vera, max, ann } = house;
    await invite(house);
    await deliver(house);
    const [sent] = (await outboxOf(house)).items;
    const version = { 'if-match': String(sent.version) };
    const refusals = [
      await max.call('GET', '/api/v1/mail'),
      await ann.call('POST', `/api/v1/mail/${sent.id}/resend`, undefined, version),
      await vera.call('POST', `/api/v1/mail/${sent.id}/resend`, undefined, version),
      await vera.call('POST', `/api/v1/mail/${sent.id}/cancel`, undefined, { 'if-match': '1' }),
      await vera.call('POST', `/api/v1/mail/${sent.id}/cancel`),
      await vera.call('POST', `/api/v1/mail/${uuidv7()}/cancel`, undefined, version),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-allowed', 'not-allowed', 'mail-not-waiting', 'version-clash', 'version-missing', 'not-found'],
    ]);
    expect((await outboxOf(house)).items).toEqual([sent]);
    expect(house.mailbox.inbox).toHaveLength(1);
  });
});

describe('the waits between attempts', () => {
  test('grow from a minute to half a day, and end after the eighth attempt', () => {
    const at = (attempts: number) => nextAttempt(attempts, '2026-03-16T09:00:00.000Z');
    expect([at(1), at(2), at(7), at(8)]).toEqual([
      '2026-03-16T09:01:00.000Z',
      '2026-03-16T09:05:00.000Z',
      '2026-03-16T21:00:00.000Z',
      null,
    ]);
  });

  test('a server without an address to send from is a mistake of the set-up', () => {
    expect(() => openPost('smtp://localhost', undefined)).toThrow('MAIL_FROM');
    expect(openPost(undefined, from)).toBeNull();
  });
});
