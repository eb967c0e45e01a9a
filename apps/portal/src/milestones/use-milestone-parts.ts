import type { ExitCriterion, KeyDate, MilestoneView } from '@milepost/contract/milestones';
import { useMutation } from '@pinia/colada';
import { useI18n } from 'vue-i18n';
import { useNotices } from '../frame/notices.ts';
import { newId } from '../http/new-id.ts';
import { useReread } from '../http/reread.ts';
import { writeParts } from './milestones.queries.ts';

type Parts = Partial<Pick<MilestoneView, 'criteria' | 'keyDates'>>;

/**
 * Writes criteria and key dates of a milestone, each time against the version that is shown. What was taken away can be
 * brought back while the message stands.
 * @param written called when something new is in
 */
export function useMilestoneParts(milestone: () => MilestoneView, written: () => void) {
  const { t } = useI18n();
  const { done, failed } = useNotices();
  const reread = useReread();
  const { mutate, isLoading } = useMutation({
    mutation: ({ parts }: { parts: Parts; before?: Parts }) => writeParts(milestone(), parts),
    onSuccess: (now, { before }) => {
      written();
      if (!before) return;
      const undo = async () => {
        await writeParts(now, before);
        await reread('milestone');
      };
      done(t('milestones.removed'), { undo, about: now.id });
    },
    onError: failed,
    onSettled: () => reread('milestone'),
  });
  return {
    isLoading,
    addCriterion: (part: Record<string, unknown>) =>
      mutate({ parts: { criteria: [...milestone().criteria, part as ExitCriterion] } }),
    removeCriterion(key: string) {
      const { criteria } = milestone();
      mutate({ parts: { criteria: criteria.filter((_, at) => String(at) !== key) }, before: { criteria } });
    },
    addKeyDate: (part: Record<string, unknown>) =>
      mutate({ parts: { keyDates: [...milestone().keyDates, { id: newId(), ...part } as KeyDate] } }),
    removeKeyDate(id: string) {
      const { keyDates } = milestone();
      mutate({ parts: { keyDates: keyDates.filter((one) => one.id !== id) }, before: { keyDates } });
    },
  };
}
