import { createTransport } from 'nodemailer';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { type DropServer, openDropServer } from './drop-server.ts';

const open: DropServer[] = [];

describeEachDialect('addresses to drop mails at', (database) => {
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
    await closeTestHouses();
  });

  it('a copy that is sent there is logged once, as the person’s, with the customer they see', async () => {
    const house = await openTestHouse(database, { dropDomain: 'in.acme.example' });
    const { ann, oda } = house;
    const server = await openDropServer(house.deps, { port: 0, host: '127.0.0.1' });
    open.push(server);
    const transport = createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true });
    await ann.call('POST', '/api/v1/contacts', { id: uuidv7(), name: '王明', email: 'ming@huaxin.example' });
    const { address } = (await ann.call('POST', '/api/v1/drop-address')).body;
    const odas = (await oda.call('POST', '/api/v1/drop-address')).body.address;
    const mail = {
      ...{ from: 'Ann <ann@acme.example>', to: '王明 <ming@huaxin.example>', subject: '报价', text: '附件是报价。' },
      ...{ messageId: '<offer-1@acme.example>', attachments: [{ filename: '报价.pdf', content: 'x' }] },
    };
    const send = (to: string) => transport.sendMail({ ...mail, envelope: { from: 'ann@acme.example', to } });
    // Oda sees no customer there: nothing is logged for her, and nothing is told.
    await send(odas);
    expect((await oda.call('GET', '/api/v1/drop-address/mails')).body.items).toMatchObject([
      { state: 'skipped', reason: 'nobody-known' },
    ]);
    await send(address.toUpperCase());
    await send(address);
    expect((await ann.call('GET', '/api/v1/drop-address/mails')).body.items).toMatchObject([
      { state: 'known' },
      { state: 'stored', subject: '报价', activity: { contact: { name: '王明' } } },
    ]);
    const { items, total } = (await ann.call('GET', '/api/v1/activities?count=1')).body;
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ subject: '报价', body: '附件是报价。\n\n[报价.pdf]', person: { name: 'Ann' } });
    expect((await ann.call('GET', '/api/v1/drop-address')).body.usedAt).not.toBeNull();

    // Passed on from one's own programme: it is about who wrote it, and what they wrote stands there.
    const passedOn =
      '---------- Forwarded message ---------\nFrom: 王明 <ming@huaxin.example>\nDate: Mon, Mar 16, 2026\nSubject: 询价\n\n请报价。';
    const forward = {
      from: 'ann@acme.example',
      to: address,
      subject: 'Fwd: 询价',
      text: passedOn,
      messageId: '<f@acme.example>',
    };
    await transport.sendMail(forward);
    expect((await ann.call('GET', '/api/v1/activities?count=1')).body.items).toContainEqual(
      expect.objectContaining({ subject: 'Fwd: 询价', contact: expect.objectContaining({ name: '王明' }) }),
    );

    await ann.call('DELETE', '/api/v1/drop-address');
    await expect(send(address)).rejects.toThrow('550');
    await expect(send('drop-00@in.acme.example')).rejects.toThrow('550');
    transport.close();
  });

  it('are not offered where the installation takes no mail', async () => {
    const { ann } = await openTestHouse(database);
    expect((await ann.call('GET', '/api/v1/drop-address')).body).toEqual({
      isOffered: false,
      since: null,
      usedAt: null,
    });
    expect(await ann.call('POST', '/api/v1/drop-address')).toMatchObject({
      status: 409,
      body: { code: 'drop-not-offered' },
    });
  });
});
