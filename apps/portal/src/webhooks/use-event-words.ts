import { useI18n } from 'vue-i18n';

/** What an event is called: "Account: created". */
export function useEventWords() {
  const { t, te } = useI18n();
  return (event: string): string => {
    const [subject = '', deed = ''] = event.split('.');
    if (subject === 'webhook') return t('webhooks.test');
    const thing = te(`changes.thing.${subject}`) ? t(`changes.thing.${subject}`) : subject;
    return `${thing}: ${t(`webhooks.event.${deed}`)}`;
  };
}
