import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const beside = (query: string) => `/api/v1/capture/beside?${query}`;
const nobody = { account: null, facts: [] };

describeEachDialect('the customer beside a page (X7)', (open) => {
  afterEach(closeTestHouses);

  it('is found by the site of the page, and by the record that was found on it', async () => {
    const { ann } = await openTestHouse(open);
    const [id, contactId] = [uuidv7(), uuidv7()];
    await ann.call('POST', '/api/v1/accounts', { id, name: 'Huaxin', website: 'https://www.huaxin.example/' });
    await ann.call('POST', '/api/v1/contacts', { id: contactId, accountId: id, name: 'Jane' });
    for (const query of [
      'site=https://shop.huaxin.example/team',
      'site=jane@huaxin.example',
      `kind=contact&id=${contactId}`,
      `kind=account&id=${id}`,
    ])
      expect((await ann.call('GET', beside(query))).body.account).toMatchObject({ id, name: 'Huaxin' });
    expect((await ann.call('GET', beside('site=https://other.example'))).body).toEqual(nobody);
    expect((await ann.call('GET', beside('site=jane@gmail.com'))).body).toEqual(nobody);
  });

  it('is shown with its next step, which may be late, or missing', async () => {
    const { ann } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id, name: 'Huaxin' });
    const query = beside(`kind=account&id=${id}`);
    const path = `/accounts/${id}`;
    expect((await ann.call('GET', query)).body.facts).toEqual([
      { name: 'no-next-step', tone: 'watch', values: {}, path },
    ]);
    for (const onDay of ['2026-03-20', '2026-03-18'])
      await ann.call('POST', '/api/v1/activities', {
        id: uuidv7(),
        kind: 'call',
        onDay,
        isDone: false,
        subject: `Call on ${onDay}`,
        accountId: id,
      });
    expect((await ann.call('GET', query)).body.facts).toEqual([
      { name: 'next-step', tone: 'good', values: { subject: 'Call on 2026-03-18', day: '2026-03-18' }, path },
    ]);
  });

  it('is shown with what other departments have open for it', async () => {
    const { vera, ann } = await openTestHouse(open);
    const [id, departmentId, issueId] = [uuidv7(), uuidv7(), uuidv7()];
    await ann.call('POST', '/api/v1/accounts', { id, name: 'Huaxin' });
    await vera.call('POST', '/api/v1/departments', { id: departmentId, name: 'Logistics' });
    const issue = { id: issueId, name: 'Stands at customs', severity: 'urgent', departmentId, accountId: id };
    expect((await ann.call('POST', '/api/v1/issues', issue)).status).toBe(201);
    expect((await ann.call('GET', beside(`kind=account&id=${id}`))).body.facts[0]).toEqual({
      name: 'open-issues',
      tone: 'bad',
      values: { count: '1', name: 'Stands at customs' },
      path: `/review/issues/${issueId}`,
    });
  });

  it('that is out of sight is as if it were not there', async () => {
    const { ann, oda } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id, name: 'Huaxin', website: 'huaxin.example' });
    expect((await oda.call('GET', beside(`kind=account&id=${id}`))).body).toEqual(nobody);
    expect((await oda.call('GET', beside('site=huaxin.example'))).body).toEqual(nobody);
  });
});
