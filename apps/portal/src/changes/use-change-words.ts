import type { ChangeView } from '@milepost/contract/changes';
import { useI18n } from 'vue-i18n';

/** What was done to what, in words: "Account: changed". A deed or a thing that has no word yet is told by its own name. */
export function useChangeWords() {
  const { t, te } = useI18n();
  const word = (key: string, otherwise: string): string => (te(key) ? t(key) : otherwise);
  const thingOf = ({ subject }: Pick<ChangeView, 'subject'>) => word(`changes.thing.${subject}`, subject);
  const deedOf = ({ action }: Pick<ChangeView, 'action'>) => word(`changes.deed.${action}`, action);
  return { thingOf, deedOf, nameOf: (change: ChangeView) => change.actor?.name ?? t('changes.theHouse') };
}
