import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

describeEachDialect('conversion (E1)', (open) => {
  afterEach(closeTestHouses);

  it('makes an account, a contact and a deal of a lead, once', async () => {
    const { ann, oda } = await openTestHouse(open);
    const lead = uuidv7();
    await ann.call('POST', '/api/v1/leads', {
      id: lead,
      kind: 'person',
      name: 'Wang Ming',
      company: 'Huaxin',
      title: 'CTO',
      email: 'ming@huaxin.example',
    });
    const { body: stages } = await ann.call('GET', '/api/v1/stages');
    const wanted = {
      account: { id: uuidv7(), name: 'Huaxin' },
      contact: { id: uuidv7() },
      opportunity: { id: uuidv7(), name: 'First order', stageId: stages.items[0].id, amountMinor: null },
    };
    expect((await oda.call('POST', `/api/v1/leads/${lead}/convert`, wanted, { 'if-match': '1' })).status).toBe(404);
    const done = await ann.call('POST', `/api/v1/leads/${lead}/convert`, wanted, { 'if-match': '1' });
    expect(done).toMatchObject({
      status: 200,
      body: { accountId: wanted.account.id, contactId: wanted.contact.id, opportunityId: wanted.opportunity.id },
    });
    expect((await ann.call('POST', `/api/v1/leads/${lead}/convert`, wanted, { 'if-match': '1' })).body).toEqual(
      done.body,
    );
    expect((await ann.call('GET', `/api/v1/contacts/${wanted.contact.id}`)).body).toMatchObject({
      name: 'Wang Ming',
      title: 'CTO',
      account: { name: 'Huaxin' },
    });
    expect((await ann.call('GET', `/api/v1/leads/${lead}`)).body).toMatchObject({
      status: 'converted',
      account: { name: 'Huaxin' },
      contact: { id: wanted.contact.id, name: 'Wang Ming' },
      opportunity: { id: wanted.opportunity.id, name: 'First order' },
    });
    expect((await ann.call('GET', '/api/v1/accounts?count=1')).body.total).toBe(1);
    const again = await ann.call('PATCH', `/api/v1/leads/${lead}`, { status: 'new' }, { 'if-match': '2' });
    expect(again).toMatchObject({ status: 400, body: { issues: [{ path: '/status', code: 'converted' }] } });
  });

  it('of a lead that somebody changed meanwhile is refused, and no row crosses the wire', async () => {
    const { ann } = await openTestHouse(open);
    const lead = uuidv7();
    await ann.call('POST', '/api/v1/leads', { id: lead, kind: 'person', name: 'Wang Ming' });
    await ann.call('PATCH', `/api/v1/leads/${lead}`, { title: 'CTO' }, { 'if-match': '1' });
    const wanted = { account: { id: uuidv7(), name: 'Huaxin' }, contact: null, opportunity: null };
    const refused = await ann.call('POST', `/api/v1/leads/${lead}/convert`, wanted, { 'if-match': '1' });
    expect(refused).toMatchObject({ status: 412, body: { code: 'version-clash' } });
    expect(JSON.stringify(refused.body)).not.toContain('org_id');
    expect(refused.body).not.toHaveProperty('current');
    expect((await ann.call('GET', '/api/v1/accounts?count=1')).body.total).toBe(0);
  });

  it('into an account out of sight is refused, and nothing is half made', async () => {
    const { ann, oda } = await openTestHouse(open);
    const [lead, theirs] = [uuidv7(), uuidv7()];
    await ann.call('POST', '/api/v1/leads', { id: lead, kind: 'person', name: 'Wang Ming' });
    await oda.call('POST', '/api/v1/accounts', { id: theirs, name: 'Huaxin' });
    const refused = await ann.call(
      'POST',
      `/api/v1/leads/${lead}/convert`,
      { account: { existingId: theirs }, contact: { id: uuidv7() }, opportunity: null },
      { 'if-match': '1' },
    );
    expect(refused.body.code).toBe('reference-unknown');
    expect((await ann.call('GET', `/api/v1/leads/${lead}`)).body).toMatchObject({ status: 'new', version: 1 });
    expect((await ann.call('GET', '/api/v1/contacts?count=1')).body.total).toBe(0);
  });
});
