/** A mark as it stands beside an amount, and the currencies that are written with it (ISO 4217). */
const currenciesByMark: Readonly<Record<string, string>> = {
  $: 'USD CAD AUD NZD HKD SGD TWD MXN CLP COP ARS BRL',
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  NT$: 'TWD',
  R$: 'BRL',
  MX$: 'MXN',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY JPY',
  元: 'CNY TWD HKD',
  圆: 'CNY',
  圓: 'TWD HKD',
  块: 'CNY',
  塊: 'TWD',
  人民币: 'CNY',
  人民幣: 'CNY',
  RMB: 'CNY',
  'CN¥': 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  歐元: 'EUR',
  港元: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  新台币: 'TWD',
  新臺幣: 'TWD',
  新台幣: 'TWD',
  日元: 'JPY',
  円: 'JPY',
  '₹': 'INR',
  RS: 'INR PKR LKR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₪': 'ILS',
  '₴': 'UAH',
  ZŁ: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  KR: 'SEK NOK DKK ISK',
  FR: 'CHF',
  SFR: 'CHF',
};

/** Codes that are taken as codes beside an amount; any other letters make it no amount. */
const codes = new Set(
  `AED ARS AUD BGN BHD BRL CAD CHF CLP CNH CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KWD KZT LKR MAD
   MOP MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND XAF XOF ZAR`.split(
    /\s+/,
  ),
);

/**
 * The currencies that a mark beside an amount may mean, `[]` when it is no currency mark. Upper and lower case are one:
 * `$` may be many a country's dollar, `usd` is one, `abc` none.
 */
export function currenciesOfMark(mark: string): readonly string[] {
  const folded = mark.trim().toUpperCase();
  if (codes.has(folded)) return [folded];
  return Object.hasOwn(currenciesByMark, folded) ? (currenciesByMark[folded]?.split(' ') ?? []) : [];
}
