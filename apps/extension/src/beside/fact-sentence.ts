import type { PanelFactView } from '@milepost/contract/panel';

type Words = {
  t: (key: string, values: Record<string, string>) => string;
  te: (key: string) => boolean;
  locale: string;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A civil day as the reader's language writes it. */
function dayIn(locale: string, day: string): string {
  // Noon in UTC is that day for everybody who reads it as UTC.
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/**
 * The sentence of a fact in the reader's language. A fact of a newer server that has no words here yet is told by its name and values,
 * rather than left out.
 */
export function factSentence({ name, values }: PanelFactView, { t, te, locale }: Words): string {
  const told = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, DAY.test(value) ? dayIn(locale, value) : value]),
  );
  const key = `fact.${name}`;
  return te(key) ? t(key, told) : [name, ...Object.values(told)].join(' · ');
}
