import { useI18n } from 'vue-i18n';

/** What jobs are called and what they did, in words. One that has no words yet is told by its own name. */
export function useJobWords() {
  const { t, te } = useI18n();
  const word = (key: string, otherwise: string): string => (te(key) ? t(key) : otherwise);
  return {
    nameOf: (job: string): string => word(`jobs.name.${job}`, job),
    sentenceOf: (job: string): string | null => word(`jobs.sentenceOf.${job}`, '') || null,
    everyOf: (job: string, cron: string): string => word(`jobs.every.${job}`, cron),
    /** `3 sent · 1 delayed`; null where nothing was counted. */
    countsOf: (counts: Readonly<Record<string, number>>): string | null =>
      Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([what, n]) => (te(`jobs.count.${what}`) ? t(`jobs.count.${what}`, { n }) : `${what}: ${n}`))
        .join(' · ') || null,
  };
}
