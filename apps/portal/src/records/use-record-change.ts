import { useMutation } from '@pinia/colada';
import { shallowRef } from 'vue';
import { useNotices } from '../frame/notices.ts';
import { http } from '../http/http.ts';
import { Clash } from '../http/problem.ts';
import { useReread } from '../http/reread.ts';
import type { AnyRecord, RecordKind } from './record-kind.ts';

/** Some fields of a record in one press: what to write, what takes it back, and the sentence when it is done. */
export type RecordChange = {
  record: Pick<AnyRecord, 'id' | 'version'>;
  patch: Record<string, unknown>;
  back: Record<string, unknown> | null;
  said: string;
};

/** Changes a record without its form. The notice takes it back; a clash is held until somebody has chosen. */
export function useRecordChange<View extends AnyRecord>(kind: RecordKind, { onDone }: { onDone?: () => void } = {}) {
  const rereadSome = useReread();
  const { done, failed } = useNotices();
  const clash = shallowRef<Clash | null>(null);
  let refused: RecordChange | null = null;
  const reread = () => rereadSome(kind.subject);
  const write = (id: string, patch: Record<string, unknown>, ifMatch: number) =>
    http.patch<View>(`${kind.path}/${id}`, patch, { ifMatch });

  const { mutate: change, isLoading } = useMutation({
    mutation: ({ record, patch }: RecordChange) => write(record.id, patch, record.version),
    onSuccess: (after, { back, said }) => {
      clash.value = null;
      void reread();
      onDone?.();
      const undo = async () => {
        await write(after.id, back ?? {}, after.version);
        await reread();
      };
      done(said, { about: `${kind.subject} ${after.id}`, ...(back ? { undo } : {}) });
    },
    onError: (error, asked) => {
      if (!(error instanceof Clash)) return failed(error);
      refused = asked;
      clash.value = error;
    },
  });
  function leave(): void {
    clash.value = null;
    void reread();
    onDone?.();
  }
  /** What somebody chose of the two states; the state that stood before is nobody's any more, so nothing takes it back. */
  function resolve({ patch, ifMatch }: { patch: Record<string, unknown>; ifMatch: number }): void {
    if (!refused || Object.keys(patch).length === 0) leave();
    else change({ ...refused, record: { id: refused.record.id, version: ifMatch }, patch, back: null });
  }
  return { change, isChanging: isLoading, clash, resolve, leave };
}
