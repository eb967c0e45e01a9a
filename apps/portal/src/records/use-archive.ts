import { useMutation } from '@pinia/colada';
import { useRouter } from 'vue-router';
import { useNotices } from '../frame/notices.ts';
import { http } from '../http/http.ts';
import { useReread } from '../http/reread.ts';
import type { AnyRecord, RecordKind } from './record-kind.ts';
import { useArchiveWords } from './use-archive-words.ts';

/** Takes a record away, and back: it goes out of the lists, its past stays. */
export function useArchive(kind: RecordKind) {
  const word = useArchiveWords(kind);
  const { done, failed } = useNotices();
  const rereadSome = useReread();
  const router = useRouter();
  const reread = () => rereadSome(kind.subject);
  const move = (what: 'archive' | 'restore', { id, version }: AnyRecord) =>
    http.post<AnyRecord>(`${kind.path}/${id}/${what}`, undefined, { ifMatch: version });
  const archive = useMutation({
    mutation: (record: AnyRecord) => move('archive', record),
    onSuccess: (archived) => {
      void reread();
      const undo = async () => {
        await move('restore', archived);
        await reread();
      };
      done(word('archived'), { undo });
      void router.push(kind.place);
    },
    onError: failed,
  });
  const restore = useMutation({
    mutation: (record: AnyRecord) => move('restore', record),
    onSuccess: async () => {
      await reread();
      done(word('restored'));
    },
    onError: failed,
  });
  return { archive: archive.mutate, restore: restore.mutate };
}
