import { ImportMapping, ImportOptions } from '@milepost/contract/imports';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { isImportKind } from './kinds.ts';
import type { ImportToRun } from './run-import.ts';

/** A form with a file, as the routes get it. */
export type UploadForm = {
  file: File;
  kind: string;
  mapping?: string | undefined;
  options?: string | undefined;
  acceptLikely?: string | undefined;
  dryRun?: string | undefined;
};

/** A form → what is to be imported. @throws Failure `invalid-input` naming the part that cannot be read */
export async function readUpload(form: UploadForm): Promise<ImportToRun> {
  const { file, kind } = form;
  if (!isImportKind(kind)) throw new Failure('invalid-input', fieldIssue('/kind', 'unknown', kind));
  return {
    kind,
    source: { bytes: new Uint8Array(await file.arrayBuffer()) },
    fileName: file.name.slice(0, 200),
    mapping: readPart('mapping', form.mapping, ImportMapping),
    options: readPart('options', form.options, ImportOptions),
    acceptsLikely: isYes(form.acceptLikely),
    isDryRun: isYes(form.dryRun),
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
