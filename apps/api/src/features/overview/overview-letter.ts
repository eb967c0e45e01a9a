import type { Locale } from '@milepost/contract/organisation';
import type { OverviewTile, OverviewView, TileView } from '@milepost/contract/overview';
import { currencyExponent } from '@milepost/core/money/currency';
import { paceBounds } from '@milepost/core/pacing/control-limits';
import { percentDigits } from '@milepost/core/rate/percent-digits';
import { escaped } from '../../records/escaped.ts';

type Words = {
  subject(day: string): string;
  hello(name: string): string;
  tiles: Readonly<Record<OverviewTile, string>>;
  signals: Readonly<Record<NonNullable<TileView['signal']>, string>>;
  unknown: string;
};

/** What the weekly mail says, in the language of the organisation. */
const words: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (day) => `Your overview of ${day}`,
    hello: (name) => `Hello ${name},`,
    tiles: {
      ...{ attainment: 'Attainment to date', margin: 'Margin', newCustomers: 'New customers' },
      ...{ repurchase: 'Repurchase', cash: 'Cash in 60 days', coverage: 'Pipeline coverage', contacts: 'Contacts' },
      satisfaction: 'Satisfied customers',
    },
    signals: { good: 'on track', watch: 'to be watched', bad: 'behind' },
    unknown: 'not known',
  },
  'zh-Hans': {
    subject: (day) => `您的概览（${day}）`,
    hello: (name) => `${name}，您好：`,
    tiles: {
      ...{ attainment: '至今达成', margin: '毛利', newCustomers: '新客户' },
      ...{ repurchase: '复购率', cash: '60 天内回款', coverage: '商机覆盖', contacts: '客户联系' },
      satisfaction: '满意客户占比',
    },
    signals: { good: '正常', watch: '需关注', bad: '落后' },
    unknown: '未知',
  },
  'zh-Hant': {
    subject: (day) => `您的概覽（${day}）`,
    hello: (name) => `${name}，您好：`,
    tiles: {
      ...{ attainment: '至今達成', margin: '毛利', newCustomers: '新客戶' },
      ...{ repurchase: '回購率', cash: '60 天內回款', coverage: '商機覆蓋', contacts: '客戶聯繫' },
      satisfaction: '滿意客戶占比',
    },
    signals: { good: '正常', watch: '需關注', bad: '落後' },
    unknown: '未知',
  },
};

/** A number beside its signal: a rate is not rounded onto where the signal turns. */
function written(locale: Locale, currency: string, { tile, unit }: TileView, value: number): string {
  if (unit === 'ratio') {
    const digits = percentDigits(value, 1, tile === 'attainment' ? paceBounds : []);
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value);
  }
  if (unit === 'count') return new Intl.NumberFormat(locale).format(value);
  const minor = 10 ** currencyExponent(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value / minor);
}

/** The overview as a letter, as text and as HTML that says the same. */
export function overviewLetter(
  locale: Locale,
  { view, name, link }: { view: OverviewView; name: string; link: string },
): { subject: string; plain: string; html: string } {
  const { subject, hello, tiles, signals, unknown } = words[locale];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(view.asOf));
  const rows = view.tiles.map((tile) => [
    tiles[tile.tile],
    tile.value === null ? unknown : written(locale, view.currency, tile, tile.value),
    tile.signal === null ? '' : signals[tile.signal],
  ]);
  const lines = rows.map(([what, number, said]) => [`${what}: ${number}`, said].filter(Boolean).join(' · '));
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell ?? '')}</td>`).join('')}</tr>`);
  const html = [
    ...[`<p>${escaped(hello(name))}</p>`, `<table cellpadding="6">${cells.join('')}</table>`],
    `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`,
  ];
  return {
    subject: subject(day),
    plain: `${[hello(name), lines.join('\n'), link].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><body>${html.join('')}</body></html>`,
  };
}
