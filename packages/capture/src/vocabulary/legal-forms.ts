/** Legal forms at the end of a company's name, Western languages; case matters for the short ones. */
const WESTERN =
  /(?:^|[\s,.])(?:Inc|Incorporated|Corp|Corporation|Co|Company|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|PLLC|P\.C|PC|Ltd|Limited|LTD|PLC|plc|Plc|GmbH|mbH|gGmbH|AG|KG|KGaA|OHG|UG|e\.\s?K|eG|e\.\s?V|GbR|SE|SARL|S\.A\.R\.L|Sarl|S\.à\s?r\.l|SAS|S\.A\.S|SASU|EURL|SCI|SNC|S\.A|SA|SpA|S\.p\.A|S\.P\.A|SPA|Srl|S\.r\.l|S\.R\.L|SRL|Snc|S\.n\.c|Sas|S\.L|SL|S\.L\.U|SLU|Ltda|LTDA|Lda|EIRELI|S\.A\.\s?de\s?C\.V|B\.V|BV|N\.V|NV|VOF|V\.O\.F|BVBA|SPRL|CVBA|A\/S|ApS|I\/S|AB|HB|AS|ASA|ANS|Oy|OY|Oyj|Ab|Sp\.\s?z\s?o\.\s?o|Spółka|S\.\s?K|s\.r\.o|s\.\s?r\.\s?o|a\.s|a\.\s?s|v\.o\.s|Kft|Zrt|Nyrt|Bt|d\.o\.o|d\.d|EOOD|OOD|AD|Pty|Pty\.?\s?Ltd|Pte|Pte\.?\s?Ltd|Sdn\.?\s?Bhd|Bhd|Pvt\.?\s?Ltd|Private Limited|KK|K\.K|Tbk|PT|JSC|OJSC|OOO|ZAO|N\.A|A\.Ş|A\.S|Ltd\.?\s?Şti)\.?(?=$|[\s,.;)|–-])/u;

const OTHER =
  /有限公司|有限责任公司|有限責任公司|股份公司|集团|集團|公司|株式会社|有限会社|合同会社|合資会社|一般社団法人|医療法人|㈱|㈲|주식회사|\(주\)|㈜|유한회사|(?:^|\s)(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОВ|ПП|ФОП|ЕООД|ООД|АД)(?=\s|$|[«"])|(?:^|\s)(?:Α\.?Ε|Ε\.?Π\.?Ε|Ο\.?Ε)\.?(?=\s|$)|Công ty|บริษัท|شركة|בע"מ|בע״מ/u;

/** Words that name an organisation even without a legal form. */
const ORGANISATION_WORDS =
  /\b(?:university|college|school|institute|academy|hospital|clinic|church|ministr(?:y|ies)|department|city hall|town of|city of|county|council|association|society|foundation|trust|museum|theat(?:er|re)|library|bank|group|holdings?|partners|associates|consulting|consultants|solutions|systems|technologies|technology|electronics|industries|enterprises?|services|international|global|builders|construction|properties|realty|motors|insurance|agency|studio|studios|media|press|publishing|foods?|restaurant|cafe|hotel|inn|resort|club|center|centre|bureau|store|shop|market|supply|products|equipment|engineering|manufacturing|logistics|pharmac(?:y|euticals)|laborator(?:y|ies)|labs|universität|hochschule|verein|stiftung|verlag|universidad|université|università|ayuntamiento|mairie|gemeinde)\b|大学|大學|医院|醫院|学院|學院|研究所|研究院|协会|協會|中心|酒店|事务所|事務所|工厂|工廠|商行|商店|银行|銀行|학교|병원|협회|университет|институт|компания|завод|банк/iu;

export const hasLegalForm = (text: string): boolean => WESTERN.test(text) || OTHER.test(text);

export const namesOrganisation = (text: string): boolean => hasLegalForm(text) || ORGANISATION_WORDS.test(text);

/** The name without its legal form, for comparison. */
export function withoutLegalForm(name: string): string {
  let bare = name;
  for (let round = 0; round < 3; round += 1) {
    const shorter = bare
      .replace(new RegExp(`${WESTERN.source}\\s*$`, 'u'), '')
      .replace(/^(?:ООО|ОАО|ЗАО|ПАО|АО|PT|株式会社|有限会社|㈱|\(주\)|주식회사)\s*/u, '')
      .replace(/\s*(?:股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社|有限会社|㈱|주식회사|\(주\))$/u, '')
      .replace(/[\s,.&-]+$/, '');
    if (shorter === bare || shorter === '') return bare;
    bare = shorter;
  }
  return bare;
}
