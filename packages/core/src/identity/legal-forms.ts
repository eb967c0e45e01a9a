/**
 * Legal forms of companies in folded spelling (lower case, no dots). Sources: the ISO 20275 list of entity legal forms
 * and common short writings of each.
 */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Forms written after the name in one word. */
const single = words(`
  gmbh ggmbh mbh ag kg kgaa ohg gbr ug haftungsbeschränkt ek ev eg se
  inc incorporated corp corporation co company ltd limited llc llp lllp lp plc pllc pc cic
  sa sas sasu sarl eurl snc sca scop srl srls spa sapa saa sac
  sl slu slne sll cv bv bvba nv vof cvba
  ab hb oy oyj ky as asa ans ks aps ivs ehf hf
  sro vos spol doo dd ad ood eood kft zrt nyrt bt sia uab oü tov pao ooo oao zao ao jsc ojsc cjsc pjsc
  lda ltda eireli unipessoal
  aş şti kk gk yk pte pty pvt private proprietary sdn bhd tbk
  株 有 주 유 주식회사 유한회사 株式会社 有限会社 合同会社 株式會社
`);

/** Forms written after the name in several words, or spelt letter by letter. */
const several = [
  'sa de cv',
  's a de c v',
  's de rl de cv',
  'sapi de cv',
  's a',
  's a s',
  's a r l',
  's r l',
  's p a',
  's l',
  'a s',
  'a g',
  'a b',
  'b v',
  'n v',
  'l l c',
  'k k',
  'g m b h',
  'sp z oo',
  'sp z o o',
  'sp zoo',
  'spol s ro',
  'spol s r o',
  'limited liability company',
  'limited liability partnership',
  'public limited company',
  'société anonyme',
  'société à responsabilité limitée',
  'gesellschaft mit beschränkter haftung',
  'aktiengesellschaft',
  'sociedad anónima',
  'sociedad limitada',
  'società per azioni',
];

/** Forms as words, those of most words first. */
export const trailingForms: readonly (readonly string[])[] = [...several, ...single]
  .map(words)
  .sort((a, b) => b.length - a.length);

/** Forms written before the name. */
export const leadingForms: readonly string[] = words(`
  pt sarl eurl uab oü ооо оао зао пао ао ип тов
  株式会社 株式會社 有限会社 合同会社 주식회사 유한회사 株 有 주 유
`);

/**
 * Chinese, Japanese and Korean forms, glued to the end of the name. A bare 公司 counts as one where at least two
 * characters stand before it and it is no 分公司, 子公司 or 总公司, which are other companies.
 */
export const trailingCjkForm =
  /(?:股份有限公司|有限责任公司|有限責任公司|股份公司|有限公司|株式会社|株式會社|有限会社|合同会社|주식회사|유한회사|(?<=.{2})(?<![分子总總母])公司)$/u;
