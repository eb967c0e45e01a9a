import type { ReasonView } from '@milepost/contract/scoring';
import { useI18n } from 'vue-i18n';

/** Fields whose levels are words of the house; the levels of others are the organisation's own words. */
const coded = new Set([
  ...['kind', 'source', 'event', 'email', 'companyMail', 'phone', 'website', 'company', 'title', 'bought'],
]);
const everywhere: Readonly<Record<string, string>> = { '(missing)': 'missing', '(other)': 'other' };

/** What a field of a score is called, and what it says. */
export function useReasonWords() {
  const { t, te } = useI18n();
  const fieldOf = (field: string): string =>
    te(`rules.scoring.${field}.name`) ? t(`rules.scoring.${field}.name`) : field;
  /** `spelled` is the word as people wrote it: levels are compared in lower case. */
  const wordOf = (field: string, word: string | null, spelled: string | null = null): string | null => {
    if (word === null) return null;
    const own = everywhere[word] ?? (coded.has(field) ? word : null);
    return own !== null && te(`scoring.word.${own}`) ? t(`scoring.word.${own}`) : (spelled ?? word);
  };
  return {
    fieldOf,
    wordOf,
    /** "Segment: Health", or the name of a number alone. */
    reasonOf: ({ field, word, spelled }: Pick<ReasonView, 'field' | 'word' | 'spelled'>): string =>
      word === null
        ? fieldOf(field)
        : t('scoring.reason', { field: fieldOf(field), word: wordOf(field, word, spelled) ?? '' }),
  };
}
