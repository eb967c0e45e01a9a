import type { ChangeView } from '@milepost/contract/changes';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

/** What was done to what, in words: "Account: changed". A deed or a thing that has no word yet is told by its own name. */
export function useChangeWords() {
  const { t, te } = useI18n();
  const formats = useFormats();
  const word = (key: string, otherwise: string): string => (te(key) ? t(key) : otherwise);
  const thingOf = ({ subject }: Pick<ChangeView, 'subject'>) => word(`changes.thing.${subject}`, subject);
  const deedOf = ({ action }: Pick<ChangeView, 'action'>) => word(`changes.deed.${action}`, action);
  /** Which one it was: its name, or of a sale its day and amount. Null when nothing says. */
  const whichOf = ({ name, before, after }: Pick<ChangeView, 'name' | 'before' | 'after'>): string | null => {
    if (name !== null) return name;
    const state = { ...before, ...after };
    if (typeof state['name'] === 'string') return state['name'];
    if (typeof state['number'] === 'string') return state['number'];
    const { day, revenue_minor: revenue } = state;
    if (typeof day !== 'string' || typeof revenue !== 'number') return null;
    return `${formats.value.day(day)} · ${formats.value.amount(revenue)} ${state['currency'] ?? ''}`.trim();
  };
  /** Who did it, and with which key where a program did it as them. */
  const whoOf = ({ actor, apiKey }: Pick<ChangeView, 'actor' | 'apiKey'>): string => {
    const person = actor?.name ?? t('changes.theHouse');
    return apiKey ? t('changes.byKey', { person, key: apiKey.name }) : person;
  };
  return { thingOf, deedOf, whichOf, nameOf: whoOf };
}
