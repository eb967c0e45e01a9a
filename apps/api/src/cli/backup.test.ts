import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../db/testing.ts';
import { uuidv7 } from '../ids.ts';
import { openHouse } from '../open-house.ts';
import { closeTestHouses, openTestHouse } from '../testing-house.ts';
import { backUp, restore } from './backup.ts';

describeEachDialect('a backup (A8)', (open) => {
  afterEach(closeTestHouses);

  it('holds the bytes of files, and says which were not there', async () => {
    const { ann, deps, orgId } = await openTestHouse(open);
    const accountId = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id: accountId, name: 'Acme' });
    const bytes = Buffer.alloc(200_000, 'a long letter ');
    const keep = async (fileName: string): Promise<string> => {
      const said = new URLSearchParams({ recordKind: 'account', recordId: accountId, fileName });
      const { status, body } = await ann.call('PUT', `/api/v1/attachments/${uuidv7()}?${said}`, new Blob([bytes]));
      expect(status).toBe(201);
      return body.id;
    };
    const [kept, lost] = [await keep('letter.txt'), await keep('lost.txt')];
    await deps.files.remove(orgId, lost);
    const folder = mkdtempSync(join(tmpdir(), 'milepost-backup-'));
    const args = { words: [join(folder, 'all.gz')], options: new Map() };
    expect(await backUp(deps, args)).toMatchObject({ files: 1, missing: 1 });
    const { url, close } = await open();
    const other = await openHouse({
      ...{ databaseUrl: url, secret: 'a secret of the tests, long enough for them', baseUrl: 'http://localhost' },
      ...{ log: pino({ level: 'silent' }), filesFolder: join(folder, 'files') },
    });
    await restore(other.deps, args);
    const read: Uint8Array[] = [];
    for await (const piece of (await other.deps.files.open(orgId, kept)) ?? []) read.push(piece);
    expect(Buffer.concat(read).equals(bytes)).toBe(true);
    expect(await other.deps.files.open(orgId, lost)).toBeUndefined();
    await expect(restore(other.deps, args)).rejects.toThrow('not empty');
    await other.close();
    await close();
    rmSync(folder, { recursive: true });
  });
});
