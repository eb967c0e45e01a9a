import { type ComputedRef, computed } from 'vue';
import { useSession } from '../session/session.ts';
import { type Formats, makeFormats, type Writing } from './formats.ts';
import { currentLocale } from './i18n.ts';

const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

let lastMade: { key: string; formats: Formats } | null = null;

/** A formatter of the browser is dear to make, and every card and cell asks for the same ones: those made last serve all. */
function formatsOf(writing: Writing): Formats {
  const key = JSON.stringify(writing);
  if (lastMade?.key !== key) lastMade = { key, formats: makeFormats(writing) };
  return lastMade.formats;
}

/** The formatters of the running language and organisation; before anybody is signed in, those of the browser. */
export function useFormats(): ComputedRef<Formats> {
  const session = useSession();
  return computed(() => {
    const organisation = session.me?.organisation;
    return formatsOf({
      locale: currentLocale(),
      currency: organisation?.currency ?? 'EUR',
      exponent: organisation?.exponent ?? 2,
      timeZone: organisation?.timeZone ?? timeZone(),
      dateFormat: organisation?.dateFormat ?? 'ymd',
      decimalMark: organisation?.decimalMark ?? '.',
    });
  });
}
