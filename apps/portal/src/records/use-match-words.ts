import { useI18n } from 'vue-i18n';
import { currentLocale } from '../i18n/i18n.ts';

/** Why two records are taken for the same, in words. */
export function useMatchWords() {
  const { t, te } = useI18n();
  const reasonsOf = ({ reasons }: { reasons: readonly string[] }): string => {
    const words = reasons.map((reason) => (te(`leads.reason.${reason}`) ? t(`leads.reason.${reason}`) : reason));
    return t('leads.match.because', [new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(words)]);
  };
  return { reasonsOf };
}
