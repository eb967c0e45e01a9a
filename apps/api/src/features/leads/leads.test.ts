import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const clip = (more: Record<string, unknown> = {}) => ({
  clipId: uuidv7(),
  page: { url: 'https://huaxin.example/team', title: 'Team', takenAt: '2026-03-16T08:00:00.000Z' },
  lead: {
    kind: 'person',
    name: '王明',
    title: null,
    company: '北京华信科技有限公司',
    emails: [{ value: 'ming@huaxin.example' }],
    phones: [{ value: '138-0013-8000', e164: '+8613800138000', kind: 'mobile' }],
    addresses: [],
    websites: [],
    profiles: [],
    provenance: [
      {
        field: 'email',
        value: 'ming@huaxin.example',
        raw: 'ming@huaxin.example',
        source: 'mailto',
        path: 'a',
        confidence: 1,
      },
    ],
    ...more,
  },
});
const clipsPath = '/api/v1/clips';
const identity = (lead: ReturnType<typeof clip>['lead']) => ({
  key: 'a',
  kind: lead.kind,
  name: lead.name,
  company: lead.company,
  emails: lead.emails.map((email) => email.value),
  phones: lead.phones.map((phone) => phone.e164),
});

describeEachDialect('clipped leads (X1, X5, X6)', (open) => {
  afterEach(closeTestHouses);

  it('one clip delivered three times makes one lead, with where each value came from', async () => {
    const { ann } = await openTestHouse(open);
    const sent = clip();
    const first = await ann.call('POST', clipsPath, sent);
    expect(first).toMatchObject({ status: 201, body: { outcome: 'created', leadId: sent.clipId } });
    for (const _ of [1, 2])
      expect(await ann.call('POST', clipsPath, sent)).toMatchObject({
        status: 200,
        body: { outcome: 'created', leadId: sent.clipId },
      });
    const { body } = await ann.call('GET', '/api/v1/leads?count=1');
    expect(body.total).toBe(1);
    expect(body.items[0]).toMatchObject({
      name: '王明',
      source: 'clip',
      owner: { name: 'Ann' },
      provenance: [{ source: 'mailto', page: { url: 'https://huaxin.example/team' } }],
    });
  });

  it('the same person from two tabs at once is one record, and the second fills what the first lacked', async () => {
    const { ann } = await openTestHouse(open);
    const both = await Promise.all([
      ann.call('POST', clipsPath, clip()),
      ann.call('POST', clipsPath, clip({ title: 'CTO' })),
    ]);
    expect(both.map(({ body }) => body.outcome).sort()).toEqual(['created', 'merged']);
    const { body } = await ann.call('GET', '/api/v1/leads?count=1');
    expect(body.total).toBe(1);
    if (both[1]?.body.outcome === 'merged') expect(body.items[0].title).toBe('CTO');
  });

  it('a person known out of sight is known, without a detail', async () => {
    const { ann, oda } = await openTestHouse(open);
    await ann.call('POST', clipsPath, clip());
    const sent = clip();
    const match = await oda.call('POST', '/api/v1/capture/match', { leads: [identity(sent.lead)] });
    expect(match.body).toEqual({ matches: [{ key: 'a', status: 'known', reasons: [] }] });
    expect((await oda.call('POST', clipsPath, sent)).body).toEqual({
      outcome: 'known',
      record: null,
      leadId: null,
      setId: null,
      mail: null,
    });
    expect((await oda.call('GET', '/api/v1/leads?count=1')).body.total).toBe(0);
    expect((await oda.call('GET', `/api/v1/changes?subject=lead&recordId=${sent.clipId}`)).status).toBe(404);
  });

  it('+86 138-0013-8000 and 13800138000 with the same name are one person; the difference is shown', async () => {
    const { ann } = await openTestHouse(open, { settings: { country: 'CN' } });
    const id = uuidv7();
    await ann.call('POST', '/api/v1/contacts', { id, name: '王明', phone: '13800138000' });
    const { body } = await ann.call('POST', '/api/v1/capture/match', {
      leads: [{ ...identity(clip().lead), emails: ['ming@huaxin.example'] }],
    });
    expect(body.matches[0]).toMatchObject({
      status: 'exact',
      record: { kind: 'contact', id },
      diff: [{ field: 'email', mine: 'ming@huaxin.example', theirs: null }],
    });
    expect((await ann.call('POST', clipsPath, clip())).body).toMatchObject({
      outcome: 'merged',
      record: { kind: 'contact', id },
    });
    expect((await ann.call('GET', `/api/v1/contacts/${id}`)).body.email).toBe('ming@huaxin.example');
  });

  it('北京华信科技 is probably 北京华信科技有限公司, and is never merged by itself', async () => {
    const { ann } = await openTestHouse(open);
    await ann.call('POST', '/api/v1/accounts', { id: uuidv7(), name: '北京华信科技有限公司' });
    const company = { kind: 'company', name: '北京华信科技', company: null, emails: [], phones: [], provenance: [] };
    const { body } = await ann.call('POST', '/api/v1/capture/match', {
      leads: [{ key: 'k', kind: 'company', name: '北京华信科技' }],
    });
    expect(body.matches[0]).toMatchObject({
      status: 'likely',
      reasons: ['same-name-apart-from-legal-form'],
      record: { label: '北京华信科技有限公司' },
    });
    expect((await ann.call('POST', clipsPath, clip(company))).body.outcome).toBe('created');
    expect((await ann.call('GET', '/api/v1/accounts?count=1')).body.total).toBe(1);
  });

  it('a lead that asks is not compared with itself, and only with the kinds it asks for', async () => {
    const { ann } = await openTestHouse(open, { settings: { country: 'CN' } });
    const sent = clip();
    await ann.call('POST', clipsPath, sent);
    const asked = { ...identity(sent.lead), phones: ['138-0013-8000'] };
    const statusOf = async (more: object) =>
      (await ann.call('POST', '/api/v1/capture/match', { leads: [{ ...asked, ...more }] })).body.matches[0].status;
    expect(await statusOf({})).toBe('exact');
    expect(await statusOf({ emails: [] })).toBe('exact');
    expect(await statusOf({ exceptId: sent.clipId })).toBe('none');
    expect(await statusOf({ among: ['account', 'contact'] })).toBe('none');
  });

  it('what cannot be read is refused by field, and nothing is kept', async () => {
    const { ann } = await openTestHouse(open);
    const refused = await ann.call('POST', clipsPath, { ...clip(), page: { url: 'x' } });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'invalid-input', issues: [{ path: '/page/title' }, { path: '/page/takenAt' }] },
    });
    expect((await ann.call('GET', '/api/v1/leads?count=1')).body.total).toBe(0);
  });
});
