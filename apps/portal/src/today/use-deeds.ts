import type { TodayDeed, TodayPast, TodayRow } from '@milepost/contract/today';
import { useI18n } from 'vue-i18n';
import { useNotices } from '../frame/notices.ts';
import { useReread } from '../http/reread.ts';
import { doDeed } from './today.queries.ts';

/** What is done with an item from the list; the list ranks again, and says what became of it. */
export function useDeeds() {
  const { t } = useI18n();
  const { done, failed } = useNotices();
  const reread = useReread();
  return async (item: TodayRow | TodayPast, deed: TodayDeed, untilOn?: string): Promise<boolean> => {
    try {
      await doDeed(item, deed, untilOn === undefined ? {} : { untilOn });
      const to = 'backup' in item ? (item.backup?.name ?? '') : '';
      done(t(`today.said.${deed}`, { name: item.name, to }));
      return true;
    } catch (error) {
      failed(error);
      return false;
    } finally {
      void reread('today', 'activity', 'action', 'milestone');
    }
  };
}
