import { afterEach, expect, it } from 'vitest';
import { describeEachDialect, type OpenTestDatabase } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { runJob } from '../../jobs/run-job.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { syncMailboxes } from './sync-job.ts';
import { openTestFolder, rawMail } from './testing-folder.ts';

const details = {
  ...{ name: 'Sales', host: 'imap.acme.example', port: 993, isSecure: true, username: 'sales@acme.example' },
  ...{ folder: 'INBOX', password: 'open sesame' },
};

/** A house with a mailbox, a customer whom Ann owns, and a folder to fill. */
async function openMailHouse(open: OpenTestDatabase, now?: () => string) {
  const folder = openTestFolder();
  const house = await openTestHouse(open, { mailSource: folder.source, ...(now && { now }) });
  const [accountId, contactId, mailboxId] = [uuidv7(), uuidv7(), uuidv7()];
  await house.ann.call('POST', '/api/v1/accounts', {
    id: accountId,
    name: 'Huaxin',
    website: 'https://huaxin.example',
  });
  await house.ann.call('POST', '/api/v1/contacts', {
    ...{ id: contactId, name: 'Ming', email: 'ming@huaxin.example', accountId },
  });
  await house.vera.call('POST', '/api/v1/mailboxes', { id: mailboxId, ...details });
  const sync = async () => (await house.vera.call('POST', `/api/v1/mailboxes/${mailboxId}/sync`)).body;
  const mailbox = async () => (await house.vera.call('GET', `/api/v1/mailboxes/${mailboxId}`)).body;
  return { ...house, folder, accountId, contactId, mailboxId, sync, mailbox };
}
const emailsOf = async ({ ann }: Awaited<ReturnType<typeof openMailHouse>>) =>
  (await ann.call('GET', '/api/v1/activities?count=1&limit=200')).body;

describeEachDialect('mailboxes', (open) => {
  afterEach(closeTestHouses);

  it('case 21: mail sync tells the truth', { timeout: 60_000 }, async () => {
    const house = await openMailHouse(open);
    const { folder, sync, mailbox, vera, mailboxId } = house;
    for (let uid = 1; uid <= 268; uid += 1)
      folder.told.mails.set(
        uid,
        rawMail({
          id: `${uid}@huaxin.example`,
          from: 'Ming <ming@huaxin.example>',
          to: 'ann@acme.example',
          subject: `No. ${uid}`,
        }),
      );
    for (let uid = 158; uid <= 268; uid += 1) folder.told.refused.add(uid);
    expect(await sync()).toMatchObject({
      ...{ fetched: 268, stored: 157 },
      mailbox: { state: 'degraded', seen: 268, stored: 157, known: 0, skipped: 111, leftOut: 0, waiting: 0 },
    });
    expect((await emailsOf(house)).total).toBe(157);
    const { body } = await vera.call('GET', `/api/v1/mailboxes/${mailboxId}/mails?state=skipped&limit=200`);
    expect(body.items).toHaveLength(111);
    expect(body.items[0]).toMatchObject({ reason: 'not-fetched', attempts: 1, activity: null });

    // What the server holds back no longer comes; nothing that is stored is fetched a second time.
    folder.told.refused.clear();
    folder.fetched.length = 0;
    expect(await sync()).toMatchObject({
      fetched: 111,
      stored: 111,
      mailbox: { state: 'well', stored: 268, skipped: 0 },
    });
    expect(folder.fetched).toEqual(Array.from({ length: 111 }, (_, at) => 158 + at));

    expect(await sync()).toMatchObject({ fetched: 0, stored: 0, mailbox: { state: 'well', seen: 268, stored: 268 } });
    expect((await emailsOf(house)).total).toBe(268);
    expect((await mailbox()).state).toBe('well');
  });

  it('X4 a mail stands with its customer, once for its Message-ID, whoever sent it and wherever it lies', async () => {
    const house = await openMailHouse(open);
    const { folder, sync, ann, oda, accountId, contactId } = house;
    const sent = {
      id: 'out@acme.example',
      from: 'Ann <ann@acme.example>',
      to: 'Ming <ming@huaxin.example>',
      text: 'Our offer',
    };
    folder.told.mails.set(1, rawMail(sent));
    folder.told.mails.set(2, rawMail(sent));
    folder.told.mails.set(
      3,
      rawMail({ id: 'office@huaxin.example', from: 'office@huaxin.example', to: 'sales@acme.example' }),
    );
    expect((await sync()).mailbox).toMatchObject({ stored: 2, known: 1, state: 'well' });
    const { items } = await emailsOf(house);
    expect(items).toHaveLength(2);
    expect(items.find((one: { body: string }) => one.body === 'Our offer')).toMatchObject({
      ...{ kind: 'email', isDone: true, onDay: '2026-03-16', accountId, contactId, person: { name: 'Ann' } },
    });
    expect(items.find((one: { contactId: string | null }) => one.contactId === null)).toMatchObject({ accountId });
    expect((await oda.call('GET', '/api/v1/activities?count=1')).body.total).toBe(0);
    expect((await ann.call('GET', '/api/v1/mailboxes')).status).toBe(403);

    // The server numbers its folder anew: everything is seen again, and nothing is logged again.
    folder.told.uidValidity = '2';
    expect((await sync()).mailbox).toMatchObject({ seen: 3, stored: 0, known: 3 });
    expect((await emailsOf(house)).total).toBe(2);
  });

  it('says why a mail was passed over, and counts what is left out apart', async () => {
    const house = await openMailHouse(open);
    const { folder, sync, vera, mailboxId, mailbox } = house;
    folder.told.mails.set(1, rawMail({ from: 'x@elsewhere.example' }));
    folder.told.mails.set(2, rawMail({ from: 'ann@acme.example', to: 'ben@acme.example' }));
    folder.told.mails.set(3, rawMail({ from: 'ming@huaxin.example', headers: ['List-Id: <news.huaxin.example>'] }));
    folder.told.mails.set(4, rawMail({ to: 'ann@acme.example' }));
    folder.told.mails.set(5, rawMail({ from: 'ming@huaxin.example' }));
    folder.told.tooLarge.add(5);
    expect((await sync()).mailbox).toMatchObject({ seen: 5, stored: 0, skipped: 5, state: 'degraded' });
    const { items } = (await vera.call('GET', `/api/v1/mailboxes/${mailboxId}/mails`)).body;
    expect(items.map(({ reason }: { reason: string }) => reason).sort()).toEqual([
      ...['nobody-known', 'only-colleagues', 'sent-to-many', 'too-large', 'unreadable'],
    ]);
    for (const { id } of items)
      await vera.call('POST', `/api/v1/mailboxes/${mailboxId}/mails/${id}/leave-out`, { isLeftOut: true });
    folder.fetched.length = 0;
    expect((await sync()).mailbox).toMatchObject({ seen: 5, skipped: 0, leftOut: 5, state: 'well' });
    expect(folder.fetched).toEqual([]);
    await vera.call('POST', `/api/v1/mailboxes/${mailboxId}/mails/${items[0].id}/leave-out`, { isLeftOut: false });
    expect((await mailbox()).state).toBe('degraded');
  });

  it('a mail of a stranger is logged when asked again after they became known', async () => {
    const house = await openMailHouse(open);
    const { folder, sync, ann } = house;
    folder.told.mails.set(1, rawMail({ id: 'a', from: 'li@new.example' }));
    expect((await sync()).mailbox.skipped).toBe(1);
    const lead = { id: uuidv7(), kind: 'person', name: 'Li', email: 'li@new.example' };
    await ann.call('POST', '/api/v1/leads', lead);
    expect((await sync()).mailbox).toMatchObject({ stored: 1, skipped: 0, state: 'well' });
    expect((await emailsOf(house)).items[0]).toMatchObject({ leadId: lead.id, person: { name: 'Ann' } });
  });

  it('a run that breaks off keeps what it had, says so, and the next goes on', async () => {
    const house = await openMailHouse(open);
    const { folder, sync, mailbox, deps, orgId } = house;
    for (const uid of [1, 2, 3]) folder.told.mails.set(uid, rawMail({ id: String(uid), from: 'ming@huaxin.example' }));
    folder.told.breaksAfter = 2;
    expect((await sync()).mailbox).toMatchObject({ state: 'unreachable', error: 'not-reached', stored: 2 });
    folder.told.breaksAfter = Number.POSITIVE_INFINITY;
    expect(await runJob(deps, syncMailboxes, orgId)).toMatchObject({ outcome: 'done' });
    expect(await mailbox()).toMatchObject({ state: 'well', stored: 3, error: null });
    expect(await runJob(deps, syncMailboxes, orgId)).toMatchObject({ outcome: 'idle' });
  });

  it('a run whose process dies is told truly meanwhile, and the next one goes on as soon as the folder is free', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const house = await openMailHouse(open, () => now);
    const { folder, sync, mailbox } = house;
    for (let uid = 1; uid <= 5; uid += 1)
      folder.told.mails.set(uid, rawMail({ id: String(uid), from: 'ming@huaxin.example' }));
    folder.told.diesAfter = 2;
    void sync();
    while ((await mailbox()).stored < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await mailbox()).toMatchObject({ state: 'degraded', seen: 5, stored: 2, waiting: 3 });
    expect(await sync()).toMatchObject({ code: 'job-running' });
    now = '2026-03-16T09:03:30.000Z';
    folder.told.diesAfter = Number.POSITIVE_INFINITY;
    expect(await sync()).toMatchObject({ fetched: 3, stored: 3, mailbox: { state: 'well', stored: 5, waiting: 0 } });
    expect((await emailsOf(house)).total).toBe(5);
  });

  it('the password is sealed, never told, and asked for again with another server', async () => {
    const house = await openMailHouse(open);
    const { vera, mailboxId, deps, folder, sync } = house;
    const { body, etag } = await vera.call('GET', `/api/v1/mailboxes/${mailboxId}`);
    expect(JSON.stringify(body)).not.toContain('sesame');
    const rows = await deps.db.selectFrom('mailbox_state').selectAll().execute();
    const changes = await deps.db.selectFrom('change').selectAll().where('subject', '=', 'mailbox').execute();
    expect(JSON.stringify([rows, changes])).not.toContain('sesame');
    const patch = (said: object) =>
      vera.call('PATCH', `/api/v1/mailboxes/${mailboxId}`, said, { 'if-match': etag ?? '' });
    expect(await patch({ host: 'imap.evil.example' })).toMatchObject({
      status: 400,
      body: { code: 'invalid-input', issues: [{ path: '/password' }] },
    });
    expect(folder.asked).toEqual([]);
    expect((await patch({ password: 'wrong' })).status).toBe(200);
    expect((await sync()).mailbox).toMatchObject({ state: 'unreachable', error: 'not-signed-in' });
    expect(await vera.call('POST', `/api/v1/mailboxes/${uuidv7()}/sync`)).toMatchObject({ status: 404 });
  });
});
