import { useMutation, useQueryCache } from '@pinia/colada';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useNotices } from '../frame/notices.ts';
import { http } from '../http/http.ts';
import type { AnyRecord, RecordKind } from './record-kind.ts';

/** Takes a record away, and back: it goes out of the lists, its past stays. */
export function useArchive(kind: RecordKind) {
  const { t } = useI18n();
  const { done, failed } = useNotices();
  const cache = useQueryCache();
  const router = useRouter();
  const reread = () => cache.invalidateQueries({ key: [kind.subject] });
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
      done(t('records.archived'), { undo });
      void router.push(kind.place);
    },
    onError: failed,
  });
  const restore = useMutation({
    mutation: (record: AnyRecord) => move('restore', record),
    onSuccess: async () => {
      await reread();
      done(t('records.restored'));
    },
    onError: failed,
  });
  return { archive: archive.mutate, restore: restore.mutate };
}
