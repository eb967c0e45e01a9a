import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { receiveUpload } from './uploads.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-test-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const address = 'http://api.test/imports';
function sent(parts: Record<string, string | File>): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.set(name, value);
  return new Request(address, { method: 'POST', body });
}
const file = new File(['Name\n华信\n'], '客户.csv');
const refusalOf = async (request: Request) =>
  receiveUpload(request).then(
    () => null,
    (error) => ({ code: error.code, path: error.more?.issues?.[0]?.path }),
  );

describe('an upload', () => {
  it('stands on disk with its name and texts, and is gone when it is discarded', async () => {
    const { toRun, discard } = await receiveUpload(sent({ kind: 'accounts', file, mapping: '{"Name":"name"}' }));
    expect(toRun).toMatchObject({ kind: 'accounts', fileName: '客户.csv', mapping: { Name: 'name' }, isDryRun: false });
    expect('path' in toRun.source && readFileSync(toRun.source.path, 'utf8')).toBe('Name\n华信\n');
    await discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that cannot be read is refused by the part that is wrong, and leaves nothing on disk', async () => {
    expect(await refusalOf(sent({ kind: 'planets', file }))).toEqual({ code: 'invalid-input', path: '/kind' });
    expect(await refusalOf(sent({ file }))).toEqual({ code: 'invalid-input', path: '/kind' });
    expect(await refusalOf(sent({ kind: 'accounts' }))).toEqual({ code: 'invalid-input', path: '/file' });
    expect(await refusalOf(sent({ kind: 'accounts', file, options: '{' }))).toMatchObject({ path: '/options' });
    const plain = new Request(address, { method: 'POST', body: 'Name\n', headers: { 'content-type': 'text/csv' } });
    expect(await refusalOf(plain)).toEqual({ code: 'invalid-input', path: '/' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that breaks off half-way is refused, and leaves nothing on disk', async () => {
    const whole = sent({ kind: 'accounts', file });
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
    const cut = new Request(address, { method: 'POST', headers, body: bytes.slice(0, bytes.length - 60) });
    expect(await refusalOf(cut)).toMatchObject({ code: 'invalid-input' });
    const falling = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.slice(0, 200));
        controller.error(new Error('the line is cut'));
      },
    });
    const fallen = new Request(address, { method: 'POST', headers, body: falling, duplex: 'half' } as RequestInit);
    expect(await refusalOf(fallen)).toMatchObject({ code: 'invalid-input' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
