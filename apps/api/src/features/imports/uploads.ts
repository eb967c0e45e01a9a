import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { ImportMapping, ImportOptions } from '@milepost/contract/imports';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { isImportKind } from './kinds.ts';
import type { ImportToRun } from './run-import.ts';

/** What an upload may hold, in bytes: its file, and the texts beside it. */
export const largestUpload = 200 * 1024 * 1024;
const largestText = 1024 * 1024;

/** A form as it came: its file on disk, its texts. `discard` takes the file away again; call it whatever happens. */
export type Upload = { toRun: ImportToRun; discard: () => Promise<void> };

type Parts = { texts: Map<string, string>; fileName: string | undefined; isTooLarge: boolean };

/**
 * Receives a form piece by piece, so that a large file never stands in memory.
 * @throws Failure `invalid-input` naming the part that cannot be read, `too-large`
 */
export async function receiveUpload(request: Request): Promise<Upload> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-upload-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'file');
    const { texts, fileName, isTooLarge } = await receiveParts(request, path);
    if (isTooLarge) throw new Failure('too-large');
    if (fileName === undefined) throw new Failure('invalid-input', fieldIssue('/file', 'missing', 'a file'));
    return { toRun: importOf(texts, path, fileName), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function receiveParts(request: Request, path: string): Promise<Parts> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!request.body || !contentType.startsWith('multipart/form-data'))
    throw new Failure('invalid-input', fieldIssue('/', 'no-form', 'multipart/form-data with a file'));
  const parts: Parts = { texts: new Map(), fileName: undefined, isTooLarge: false };
  const written: Promise<void>[] = [];
  const form = new Busboy({
    headers: { 'content-type': contentType },
    limits: { files: 1, fileSize: largestUpload, fields: 20, fieldSize: largestText },
  });
  form.on('field', (name, value) => parts.texts.set(name, value));
  form.on('file', (name, file, fileName) => {
    if (name !== 'file') return file.resume();
    parts.fileName = fileName;
    file.on('limit', () => {
      parts.isTooLarge = true;
    });
    written.push(pipeline(file, createWriteStream(path)));
    return undefined;
  });
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form);
  } catch (error) {
    await Promise.allSettled(written);
    throw new Failure('invalid-input', fieldIssue('/', 'broken-form', error instanceof Error ? error.message : ''));
  }
  await Promise.all(written);
  return parts;
}

/** The parts of a form → what is to be imported. */
function importOf(texts: ReadonlyMap<string, string>, path: string, fileName: string): ImportToRun {
  const kind = texts.get('kind') ?? '';
  if (!isImportKind(kind)) throw new Failure('invalid-input', fieldIssue('/kind', 'unknown', kind));
  return {
    kind,
    source: { path },
    fileName: fileName.slice(0, 200),
    mapping: readPart('mapping', texts.get('mapping'), ImportMapping),
    options: readPart('options', texts.get('options'), ImportOptions),
    acceptsLikely: isYes(texts.get('acceptLikely')),
    isDryRun: isYes(texts.get('dryRun')),
  };
}

const isYes = (text: string | undefined): boolean => text === '1' || text === 'true';

function readPart<T>(
  name: string,
  text: string | undefined,
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } } },
): T | undefined {
  if (text === undefined || text === '') return undefined;
  const parsed = (() => {
    try {
      return schema.safeParse(JSON.parse(text));
    } catch (error) {
      return { success: false as const, error: { message: error instanceof Error ? error.message : '' } };
    }
  })();
  if (!parsed.success) throw new Failure('invalid-input', fieldIssue(`/${name}`, 'unreadable', parsed.error.message));
  return parsed.data;
}
