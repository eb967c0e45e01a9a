import { componentsOf, hasType, textOf, unescaped, type VcardLine } from '@milepost/capture/vcard/vcard-line';

/** The columns of a file of cards, under names that every kind of import knows. */
export const vcardHeader = [
  'Name',
  'Job title',
  'Company',
  'Email',
  'Email 2',
  'Phone',
  'Phone 2',
  'Phone 3',
  'Website',
  'Address',
  'Birthday',
  'Notes',
  'Contact ID',
] as const;

const eastAsian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** `N` is family; given; additional; prefix; suffix. Names in East Asian script are written family first and together. */
function nameOf(structured: string): string {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = componentsOf(structured);
  if (eastAsian.test(family + given)) return `${family}${additional}${given}`;
  return [prefix, given, additional, family, suffix].filter(Boolean).join(' ');
}

/** How much sooner one of several counts: `PREF=1` before `PREF=2` (4.0), `TYPE=pref` before none (2.1, 3.0). */
const preference = (line: VcardLine): number => {
  const stated = Number(line.parameters.get('PREF')?.[0]);
  return Number.isFinite(stated) && stated > 0 ? stated : hasType(line, 'pref') ? 1 : 101;
};

const phoneOf = (text: string): string =>
  text
    .replace(/^tel:/i, '')
    .replace(/;ext=(\d+).*$/i, ' x$1')
    .replace(/;.*$/, '');

/** What a card says, in the order of `vcardHeader`. Nothing is made up: what a card does not say is empty. */
export function vcardCells(lines: readonly VcardLine[], fileEncoding: string): string[] {
  const all = (name: string): VcardLine[] =>
    lines.filter((line) => line.name === name).toSorted((a, b) => preference(a) - preference(b));
  const texts = (name: string): string[] => all(name).map((line) => textOf(line, fileEncoding));
  const first = (name: string): string => texts(name)[0] ?? '';
  const company = componentsOf(first('ORG'))[0] ?? '';
  const emails = [...new Set(texts('EMAIL').map((text) => unescaped(text).replace(/^mailto:/i, '')))];
  const phones = all('TEL')
    .filter((line) => !hasType(line, 'fax'))
    .map((line) => phoneOf(unescaped(textOf(line, fileEncoding))));
  const [phone = '', phone2 = '', phone3 = ''] = [...new Set(phones)];
  const name = unescaped(first('FN')) || nameOf(first('N')) || company;
  return [
    name.replaceAll('\n', ' '),
    unescaped(first('TITLE')),
    company,
    emails[0] ?? '',
    emails[1] ?? '',
    phone,
    phone2,
    phone3,
    unescaped(first('URL')),
    componentsOf(first('ADR')).filter(Boolean).join(', ').replaceAll('\n', ', '),
    unescaped(first('BDAY')),
    texts('NOTE').map(unescaped).join('\n'),
    unescaped(first('UID')),
  ];
}
