import { createHash } from 'node:crypto';
import { largestAttachment } from '@milepost/contract/attachments';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { clearFilesJob } from './clear-files-job.ts';

const pdf = new TextEncoder().encode('%PDF-1.7\nan offer, to be read');
const addressOf = (id: string, said: { recordKind: string; recordId: string; fileName: string }) =>
  `/api/v1/attachments/${id}?${new URLSearchParams(said)}`;
type Bytes = ConstructorParameters<typeof Blob>[0];
const put = (
  who: CastMember,
  said: Parameters<typeof addressOf>[1],
  bytes: NonNullable<Bytes>[number],
  id = uuidv7(),
) => who.call('PUT', addressOf(id, said), new Blob([bytes]));
const make = async (who: CastMember, path: string, fields: object): Promise<string> => {
  const id = uuidv7();
  const { status, body } = await who.call('POST', `/api/v1${path}`, { id, ...fields });
  expect([status, body.issues]).toEqual([201, undefined]);
  return id;
};
const namesAt = async (who: CastMember, recordKind: string, recordId: string): Promise<string[]> => {
  const { status, body } = await who.call(
    'GET',
    `/api/v1/attachments?${new URLSearchParams({ recordKind, recordId })}`,
  );
  return status === 200 ? body.items.map((one: { fileName: string }) => one.fileName) : [body.code];
};
const found = async (who: CastMember, q: string): Promise<string[]> =>
  (await who.call('GET', `/api/v1/search?q=${encodeURIComponent(q)}`)).body.items.map(
    (one: { label: string }) => one.label,
  );

describeEachDialect('files of records (E1, S6)', (open) => {
  afterEach(closeTestHouses);

  it('are kept once, told by their bytes, found by their name, and handed over without any right', async () => {
    const { ann, max, app } = await openTestHouse(open);
    const recordId = await make(ann, '/accounts', { name: '华信科技' });
    const said = { recordKind: 'account', recordId, fileName: '报价单 Offer.pdf' };
    const id = uuidv7();
    const kept = await put(ann, said, pdf, id);
    expect(kept.status).toBe(201);
    expect(kept.body).toMatchObject({
      ...{ id, fileName: said.fileName, mediaType: 'application/pdf', size: pdf.length, canDelete: true },
      ...{ sha256: createHash('sha256').update(pdf).digest('hex'), person: { name: 'Ann' } },
    });
    expect((await put(ann, said, pdf, id)).status).toBe(200);
    expect((await put(ann, said, 'something else', id)).body.code).toBe('id-taken');
    const page = await put(max, { ...said, fileName: 'page.html' }, '<script>alert(1)</script>');
    expect(page.body.mediaType).toBe('text/plain');
    expect(await namesAt(max, 'account', recordId)).toEqual(['page.html', '报价单 Offer.pdf']);
    expect([await found(ann, '报价单'), await found(ann, 'offer')]).toEqual([[said.fileName], [said.fileName]]);
    const read = async (which: string) =>
      app.request(`/api/v1/attachments/${which}`, { headers: { authorization: `Bearer ${ann.token}` } });
    const answer = await read(id);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''%E6/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    const script = await read(page.body.id);
    expect(script.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(script.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await script.text()).toBe('<script>alert(1)</script>');
  });

  it('follow their record: to a new owner, through a merge and back, into a copy of everything', async () => {
    const { ann, ben, max, vera, app } = await openTestHouse(open);
    const [survivor, merged] = [
      await make(ann, '/accounts', { name: 'Huaxin' }),
      await make(ann, '/accounts', { name: 'Hua Xin' }),
    ];
    await put(ann, { recordKind: 'account', recordId: merged, fileName: 'contract.pdf' }, pdf);
    const contact = await make(ann, '/contacts', { name: 'Jane Doe', accountId: merged });
    await put(ann, { recordKind: 'contact', recordId: contact, fileName: 'card.txt' }, 'Jane Doe, purchasing');
    const side = (id: string) => ({ id, version: 1 });
    const merge = { id: uuidv7(), kind: 'account', survivor: side(survivor), merged: side(merged), take: [] };
    expect((await ann.call('POST', '/api/v1/merges', merge)).status).toBe(201);
    expect(await namesAt(ann, 'account', survivor)).toEqual(['contract.pdf']);
    expect((await ann.call('POST', `/api/v1/merges/${merge.id}/undo`)).status).toBe(200);
    expect(await namesAt(ann, 'account', survivor)).toEqual([]);
    expect(await namesAt(ann, 'account', merged)).toEqual(['contract.pdf']);
    const { version } = (await max.call('GET', `/api/v1/accounts/${merged}`)).body;
    await max.call('PATCH', `/api/v1/accounts/${merged}`, { ownerId: ben.id }, { 'if-match': `"${version}"` });
    expect([await found(ben, 'contract'), await found(ben, 'card')]).toEqual([['contract.pdf'], ['card.txt']]);
    expect([await found(ann, 'contract'), await namesAt(ann, 'account', merged)]).toEqual([[], ['not-found']]);
    const zip = await app.request('/api/v1/export/everything.zip', {
      headers: { authorization: `Bearer ${vera.token}` },
    });
    const names = Buffer.from(await zip.arrayBuffer()).toString('latin1');
    expect(names).toMatch(/files\/[0-9a-f-]{36}\/contract\.pdf/);
    expect(names).toContain('tables/attachment.jsonl');
  });

  it('go with the person whose they are: name, bytes and all', async () => {
    const { ann, vera, deps, orgId } = await openTestHouse(open);
    const contact = await make(ann, '/contacts', { name: 'Jane Doe' });
    const kept = await put(ann, { recordKind: 'contact', recordId: contact, fileName: 'Jane Doe CV.pdf' }, pdf);
    const said = { name: 'Jane Doe', reason: 'she asked' };
    expect((await vera.call('POST', `/api/v1/personal-data/contact/${contact}/erase`, said)).status).toBe(200);
    expect(await deps.files.open(orgId, kept.body.id)).toBeUndefined();
    expect((await vera.call('GET', `/api/v1/attachments/${kept.body.id}`)).body.code).toBe('not-found');
    expect(await found(vera, 'Jane')).toEqual([]);
    const row = await deps.db.selectFrom('attachment').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ file_name: '[erased]', sha256: '' });
    const changes = await deps.db.selectFrom('change').selectAll().where('record_id', '=', kept.body.id).execute();
    expect(JSON.stringify(changes)).not.toContain('Jane');
  });

  it('are deleted by who brought them and by managers; what is left behind goes by the job', async () => {
    const { ann, ben, max, deps, orgId } = await openTestHouse(open);
    const recordId = await make(ann, '/accounts', { name: 'Acme', backupId: ben.id });
    const said = { recordKind: 'account', recordId, fileName: 'a.txt' };
    const one = (await put(ann, said, 'one')).body.id;
    const two = (await put(ann, { ...said, fileName: 'b.txt' }, 'two')).body.id;
    expect((await ben.call('DELETE', `/api/v1/attachments/${one}`)).body.code).toBe('not-allowed');
    expect((await ann.call('DELETE', `/api/v1/attachments/${one}`)).status).toBe(204);
    expect(await deps.files.open(orgId, one)).toBeUndefined();
    expect((await ann.call('DELETE', `/api/v1/attachments/${one}`)).body.code).toBe('not-found');
    expect((await put(ann, said, 'one', one)).body.code).toBe('id-taken');
    await deps.db
      .updateTable('attachment')
      .set({ removed_at: '2026-03-16T10:00:00.000Z' })
      .where('id', '=', two)
      .execute();
    expect(await clearFilesJob.run(deps, orgId)).toMatchObject({ cleared: 1 });
    expect(await clearFilesJob.run(deps, orgId)).toEqual({ cleared: 0, swept: 0 });
    expect(await deps.files.open(orgId, two)).toBeUndefined();
    expect(await namesAt(max, 'account', recordId)).toEqual([]);
  });

  it('refuse strangers, programs, nothing, too much and what does not exist; and nothing happened', async () => {
    const { ann, oda, max, app, deps, orgId } = await openTestHouse(open);
    const recordId = await make(ann, '/accounts', { name: 'Acme' });
    const said = { recordKind: 'account', recordId, fileName: 'a.txt' };
    const kept = (await put(ann, said, 'one')).body;
    const refused = async (answer: Promise<{ body: { code: string } }>) => (await answer).body.code;
    expect(await refused(put(oda, said, 'mine'))).toBe('not-found');
    expect(await refused(oda.call('GET', `/api/v1/attachments/${kept.id}`))).toBe('not-found');
    expect(await refused(oda.call('DELETE', `/api/v1/attachments/${kept.id}`))).toBe('not-found');
    expect([await found(oda, 'a txt'), await namesAt(oda, 'account', recordId)]).toEqual([[], ['not-found']]);
    for (const bytes of ['MZ\u0090 a program', '#!/bin/sh', ''])
      expect(await refused(put(ann, { ...said, fileName: 'offer.pdf' }, bytes))).toBe('file-not-accepted');
    expect(await refused(put(ann, { ...said, recordKind: 'organisation' }, 'x'))).toBe('invalid-input');
    expect(await refused(put(ann, { ...said, fileName: ' ' }, 'x'))).toBe('invalid-input');
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(8 * 1024 * 1024)),
    });
    const headers = { authorization: `Bearer ${ann.token}` };
    const init = { method: 'PUT', body: endless, headers, duplex: 'half' } as RequestInit;
    expect((await app.request(addressOf(uuidv7(), said), init)).status).toBe(413);
    expect(largestAttachment).toBe(50 * 1024 * 1024);
    await deps.files.remove(orgId, kept.id);
    expect(await refused(ann.call('GET', `/api/v1/attachments/${kept.id}`))).toBe('file-not-here');
    expect(await namesAt(max, 'account', recordId)).toEqual(['a.txt']);
    expect(await deps.files.sweep('2027-01-01T00:00:00.000Z')).toBe(0);
  });
});
