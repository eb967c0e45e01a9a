import { type ComputedRef, computed } from 'vue';
import { useSession } from '../session/session.ts';
import { type Formats, makeFormats } from './formats.ts';
import { currentLocale } from './i18n.ts';

const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The formatters of the running language and organisation; before anybody is signed in, those of the browser. */
export function useFormats(): ComputedRef<Formats> {
  const session = useSession();
  return computed(() => {
    const organisation = session.me?.organisation;
    return makeFormats({
      locale: currentLocale(),
      currency: organisation?.currency ?? 'EUR',
      exponent: organisation?.exponent ?? 2,
      timeZone: organisation?.timeZone ?? timeZone(),
      dateFormat: organisation?.dateFormat ?? 'ymd',
      decimalMark: organisation?.decimalMark ?? '.',
    });
  });
}
