import { currencyExponent } from '@milepost/core/money/currency';
import { useSession } from '../session/session.ts';
import type { AmountWriting } from './form-fields.ts';

/** How this organisation writes amounts of a currency; its own when none is named. */
export function useAmountWriting() {
  const session = useSession();
  return (currency?: unknown): AmountWriting & { currency: string } => {
    const own = session.me?.organisation;
    const code = typeof currency === 'string' ? currency : (own?.currency ?? 'EUR');
    return { currency: code, decimalMark: own?.decimalMark ?? '.', exponent: currencyExponent(code) };
  };
}
