import { foldName } from './fold-name.ts';

/** Legal forms at the end of a company's name, longest first so that "co ltd" goes before "ltd". */
const endings = [
  '股份有限公司',
  '有限责任公司',
  '有限責任公司',
  '集团有限公司',
  '集團有限公司',
  '有限公司',
  '株式会社',
  '有限会社',
  '合同会社',
  '주식회사',
  '公司',
  'incorporated',
  'corporation',
  'company limited',
  'limited liability company',
  'gmbh & co. kg',
  'gmbh & co kg',
  'gmbh',
  'ug',
  'ag',
  'kgaa',
  'kg',
  'ohg',
  'e.k.',
  'ek',
  'co., ltd.',
  'co. ltd.',
  'co.,ltd',
  'co ltd',
  'pty ltd',
  'pte ltd',
  'pvt ltd',
  'sdn bhd',
  'limited',
  'ltd',
  'llc',
  'llp',
  'plc',
  'inc',
  'corp',
  'co',
  's.a.r.l.',
  'sarl',
  's.a.s.',
  'sas',
  's.p.a.',
  'spa',
  's.r.l.',
  'srl',
  's.a.',
  'sa',
  's.l.',
  'sl',
  'b.v.',
  'bv',
  'n.v.',
  'nv',
  'a/s',
  'aps',
  'ab',
  'oy',
  'oyj',
  'as',
  'sp. z o.o.',
  'kft',
  's.r.o.',
  'a.s.',
  'ооо',
  'оао',
  'зао',
];
const startings = ['株式会社', '有限会社', '合同会社', '주식회사', 'ооо', 'оао', 'зао', 'pt'];
const cjk = /[\p{Script=Han}\p{Script=Hangul}]/u;

const words = (text: string) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
const latinEndings = endings
  .filter((form) => !cjk.test(form))
  .map((form) => words(form))
  .sort((a, b) => b.length - a.length || b.join('').length - a.join('').length);
const cjkEndings = endings.filter((form) => cjk.test(form)).sort((a, b) => b.length - a.length);

/**
 * A company's name without its legal form, folded: 北京华信科技有限公司 and 北京华信科技, "Acme GmbH" and "ACME". Two that
 * fold alike are likely the same firm, never certainly. A name that is nothing but a legal form keeps it.
 */
export function foldCompany(text: string): string {
  let rest = words(text.normalize('NFKC').toLowerCase());
  const first = rest[0];
  if (rest.length > 1 && first !== undefined && startings.includes(first)) rest = rest.slice(1);
  for (const ending of latinEndings) {
    if (rest.length > ending.length && ending.every((word, i) => rest[rest.length - ending.length + i] === word)) {
      rest = rest.slice(0, -ending.length);
      break;
    }
  }
  let name = rest.join('');
  for (const form of startings)
    if (cjk.test(form) && name.startsWith(form) && name.length > form.length) name = name.slice(form.length);
  for (const form of cjkEndings) {
    if (name.endsWith(form) && name.length > form.length) {
      name = name.slice(0, -form.length);
      break;
    }
  }
  return name === '' ? foldName(text) : name;
}
