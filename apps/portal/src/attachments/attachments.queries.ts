import type { AttachedTo, AttachmentView } from '@milepost/contract/attachments';
import { addressOf, http } from '../http/http.ts';
import { newId } from '../http/new-id.ts';
import { upload } from '../http/upload.ts';

/** The record that files are kept with. */
export type FiledWith = { recordKind: AttachedTo; recordId: string };

export const attachmentsQuery = (of: FiledWith) => ({
  key: ['attachment', of.recordKind, of.recordId],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<{ items: AttachmentView[] }>('/attachments', { query: of, signal }),
});

/** Sends the bytes of a file as they lie on the disk. */
export const keepFile = (of: FiledWith, file: File, onProgress?: (share: number) => void): Promise<AttachmentView> =>
  upload<AttachmentView>(`/attachments/${newId()}`, file, {
    method: 'PUT',
    query: { ...of, fileName: file.name.slice(0, 200) },
    ...(onProgress ? { onProgress } : {}),
  });

export const deleteFile = (id: string): Promise<null> => http.delete<null>(`/attachments/${id}`);

/** Where a browser reads a file. */
export const fileAddress = (id: string): string => addressOf(`/attachments/${id}`);

/** A size in the largest unit of which there is one: 1.5 MB. */
export function sizeIn(bytes: number): { value: number; unit: 'byte' | 'kilobyte' | 'megabyte' } {
  if (bytes < 1000) return { value: bytes, unit: 'byte' };
  const isSmall = bytes < 1_000_000;
  return { value: Math.round(bytes / (isSmall ? 100 : 100_000)) / 10, unit: isSmall ? 'kilobyte' : 'megabyte' };
}
