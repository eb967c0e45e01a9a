import type { ChangeSetUndone, ChangeSetView } from '@milepost/contract/changes';
import { useMutation, useQueryCache } from '@pinia/colada';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useNotices } from '../frame/notices.ts';
import { http } from '../http/http.ts';
import { lastSets } from './changes.queries.ts';
import { useChangeWords } from './use-change-words.ts';

/** Takes back what one did last. */
export function useUndo() {
  const { t } = useI18n();
  const { done, failed } = useNotices();
  const cache = useQueryCache();
  const { thingOf, deedOf, whichOf } = useChangeWords();

  /** "Account: changed, Huaxin": what a set did, by its first change. */
  function sentenceOf({ changes: [first] }: Pick<ChangeSetView, 'changes'>): string {
    if (!first) return '';
    const which = whichOf(first);
    return `${thingOf(first)}: ${deedOf(first)}${which ? ` (${which})` : ''}`;
  }
  const takeBack = async (id: string): Promise<ChangeSetUndone> => {
    const undone = await http.post<ChangeSetUndone>(`/changes/sets/${id}/undo`);
    await cache.invalidateQueries();
    return undone;
  };
  const {
    mutate: undo,
    isLoading,
    variables,
  } = useMutation({
    mutation: (set: ChangeSetView) => takeBack(set.id),
    onSuccess: (_, set) => done(t('changes.tookBack', { what: sentenceOf(set) })),
    onError: (error) => {
      failed(error);
      void cache.invalidateQueries({ key: ['change'] });
    },
  });

  /** Says what one did last and offers to take it back; nothing is taken back unasked. */
  async function offerUndo(): Promise<void> {
    try {
      const last = (await lastSets(1))[0];
      if (last?.state !== 'open') return done(t('changes.nothingToUndo'));
      const undoIt = async () => {
        await takeBack(last.id);
      };
      done(t('changes.lastWas', { what: sentenceOf(last) }), { undo: undoIt, about: `undo ${last.id}` });
    } catch (error) {
      failed(error);
    }
  }
  return { undo, isLoading, undoing: computed(() => variables.value?.id), sentenceOf, offerUndo };
}
