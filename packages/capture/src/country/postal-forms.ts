/** How the postal codes and regions of countries look inside an address line, and so which country the line is in. */

export const US_STATES: Record<string, string> = {
  alabama: 'AL',
  alaska: 'AK',
  arizona: 'AZ',
  arkansas: 'AR',
  california: 'CA',
  colorado: 'CO',
  connecticut: 'CT',
  delaware: 'DE',
  'district of columbia': 'DC',
  florida: 'FL',
  georgia: 'GA',
  hawaii: 'HI',
  idaho: 'ID',
  illinois: 'IL',
  indiana: 'IN',
  iowa: 'IA',
  kansas: 'KS',
  kentucky: 'KY',
  louisiana: 'LA',
  maine: 'ME',
  maryland: 'MD',
  massachusetts: 'MA',
  michigan: 'MI',
  minnesota: 'MN',
  mississippi: 'MS',
  missouri: 'MO',
  montana: 'MT',
  nebraska: 'NE',
  nevada: 'NV',
  'new hampshire': 'NH',
  'new jersey': 'NJ',
  'new mexico': 'NM',
  'new york': 'NY',
  'north carolina': 'NC',
  'north dakota': 'ND',
  ohio: 'OH',
  oklahoma: 'OK',
  oregon: 'OR',
  pennsylvania: 'PA',
  'puerto rico': 'PR',
  'rhode island': 'RI',
  'south carolina': 'SC',
  'south dakota': 'SD',
  tennessee: 'TN',
  texas: 'TX',
  utah: 'UT',
  vermont: 'VT',
  virginia: 'VA',
  washington: 'WA',
  'west virginia': 'WV',
  wisconsin: 'WI',
  wyoming: 'WY',
};

const STATE_NAMES = Object.keys(US_STATES)
  .map((name) => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()).replace(' Of ', ' of '))
  .sort((one, other) => other.length - one.length);
/** Any way a state of the USA is written in an address, as the source of a pattern. */
export const US_STATE = `(?:${Object.values(US_STATES).join('|')}|${STATE_NAMES.join('|')}|D\\.C\\.|(?:[A-Z]\\.\\s?){2}|Ill\\.|Mass\\.|Calif\\.|Fla\\.|Mich\\.|Wash\\.|Tex\\.|Penn\\.|Conn\\.|Minn\\.|Wis\\.|Ariz\\.|Colo\\.)`;
const PROVINCE =
  '(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|PQ|B\\.C\\.|Ont\\.?|Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Prince Edward Island|Quebec|Québec|Saskatchewan)';

/**
 * `city`, `region`, `postcode` are named groups; what stands before the match is the street. A line without what the form
 * `needs` is not searched, for the pattern is slow.
 */
export type PostalForm = { country: string; needs: RegExp; pattern: RegExp };

const CJK = /[\u3400-\u9fff\uac00-\ud7af〒]/;

const CITY = "(?<city>[\\p{L}][\\p{L}\\p{M}.'’ -]{1,40}?)";

export const POSTAL_FORMS: readonly PostalForm[] = [
  {
    country: 'US',
    needs: /\d{5}/,
    pattern: new RegExp(
      `${CITY}\\s?,?\\s+(?<region>${US_STATE})[.,]?\\s{0,2}-?\\s?(?<postcode>\\d{5}(?:\\s?-\\s?\\d{4})?)(?!\\d)`,
      'u',
    ),
  },
  {
    country: 'CA',
    needs: /[A-Z]\d[A-Z]/,
    pattern: new RegExp(
      `${CITY}\\s?,?\\s+\\(?(?<region>${PROVINCE})\\)?[.,]?\\s{1,3}(?<postcode>[A-Z]\\d[A-Z][\\s-]?\\d[A-Z]\\d)\\b`,
      'u',
    ),
  },
  {
    country: 'AU',
    needs: /\d{4}/,
    pattern: new RegExp(
      `${CITY}\\s?,?\\s+(?<region>NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|NT|ACT|New South Wales|Victoria|Queensland|South Australia|Western Australia|Tasmania)[.,]?\\s+(?<postcode>\\d{4})(?!\\d|\\s\\d{3,4}\\s)`,
      'u',
    ),
  },
  {
    country: 'GB',
    needs: /[A-Z]\d[A-Z\d]?\s?\d[A-Z]{2}/,
    pattern: new RegExp(
      `(?:${CITY}\\s?,?\\s+)?(?<postcode>(?:GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKPS-UW]|[A-HK-Y]\\d[ABEHMNPRV-Y]))\\s?\\d[ABD-HJLNP-UW-Z]{2})\\b`,
      'u',
    ),
  },
  {
    country: 'IE',
    needs: /[A-Z]\d[\dW]\s?[\dA-Z]{4}/,
    pattern: new RegExp(`${CITY}\\s?,?\\s+(?<postcode>[AC-FHKNPRTV-Y]\\d[\\dW]\\s?[\\dAC-FHKNPRTV-Y]{4})\\b`, 'u'),
  },
  {
    country: 'NL',
    needs: /\d{4}\s?[A-Z]{2}\s/,
    pattern: /(?:NL[- ])?\b(?<postcode>[1-9]\d{3}\s?[A-Z]{2})\s{1,2}(?<city>\p{Lu}[\p{L}'’ -]{2,30})/u,
  },
  { country: 'PT', needs: /\d{4}-\d{3}/, pattern: /\b(?<postcode>\d{4}-\d{3})\s+(?<city>\p{Lu}[\p{L}.'’ -]{2,30})/u },
  {
    country: 'BR',
    needs: /\d{5}-\d{3}/,
    pattern: new RegExp(
      `(?:${CITY}\\s?[-/,]\\s?(?<region>[A-Z]{2})\\b.{0,12}?)?(?:CEP:?\\s*)?\\b(?<postcode>\\d{5}-\\d{3})\\b`,
      'u',
    ),
  },
  { country: 'PL', needs: /\d{2}-\d{3}/, pattern: /\b(?<postcode>\d{2}-\d{3})\s+(?<city>\p{Lu}[\p{L} -]{2,30})/u },
  {
    country: 'JP',
    needs: CJK,
    pattern:
      /〒\s?(?<postcode>\d{3}-?\d{4})\s*(?<region>[\p{sc=Han}]{2,3}[都道府県])?\s*(?<city>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,8}?[市区郡町村])?/u,
  },
  {
    country: 'JP',
    needs: CJK,
    pattern:
      /(?<region>北海道|東京都|大阪府|京都府|[\p{sc=Han}]{2,3}県)\s*(?<city>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,8}?[市区郡町村])(?=.*\d)/u,
  },
  {
    country: 'TW',
    needs: CJK,
    pattern:
      /(?<postcode>\d{3,6})?\s?(?<region>[臺台]北市|新北市|桃園[市縣]|[臺台]中市|[臺台]南市|高雄市|基隆市|新竹[市縣]|苗栗縣|彰化縣|南投縣|雲林縣|嘉義[市縣]|屏東縣|宜蘭縣|花蓮縣|[臺台]東縣)\s?(?<city>[\p{sc=Han}]{1,3}[區鄉鎮市])?(?=.*[路街號道])/u,
  },
  {
    country: 'CN',
    needs: CJK,
    pattern:
      /(?<region>[\p{sc=Han}]{2,3}省|北京市?|上海市?|天津市?|重庆市?|内蒙古(?:自治区)?|广西(?:壮族自治区)?|宁夏|新疆|西藏|江苏|浙江|广东|山东|河北|河南|湖北|湖南|四川|福建|安徽|江西|辽宁|吉林|黑龙江|陕西|山西|云南|贵州|甘肃|海南|青海)\s?(?<city>[\p{sc=Han}]{1,6}?[市州盟])?(?=[\p{sc=Han}\dA-Za-z\s·-]*[区县路街道号村镇园厦楼座室])/u,
  },
  {
    country: 'CN',
    needs: CJK,
    pattern: /(?<city>[\p{sc=Han}]{2,4}市)(?=[\p{sc=Han}]{1,8}[区县镇].*[路街道号村厦楼])/u,
  },
  {
    country: 'KR',
    needs: CJK,
    pattern:
      /(?<region>서울(?:특별시|시)?|부산(?:광역시)?|대구(?:광역시)?|인천(?:광역시)?|광주(?:광역시)?|대전(?:광역시)?|울산(?:광역시)?|세종(?:특별자치시)?|경기도?|강원도?|충청[남북]도|전라[남북]도|경상[남북]도|제주도?)\s+(?<city>\S+[시군구])(?=.*[로길동])/u,
  },
  { country: 'SG', needs: /\d{6}/, pattern: /(?<city>Singapore)\s+(?<postcode>\d{6})\b/ },
  {
    country: 'IN',
    needs: /\d{3}\s\d{3}.*India/,
    pattern: new RegExp(`${CITY}\\s?[,-]?\\s*[-–]?\\s*(?<postcode>[1-8]\\d{2}\\s\\d{3})\\b(?=.*\\bIndia\\b)`, 'u'),
  },
  {
    country: 'DE',
    needs: /\d{4}/,
    pattern: /\b(?:D|DE)[-– ]{1,3}(?<postcode>\d{5})\s+(?<city>\p{Lu}[\p{L}./ -]{2,30})/u,
  },
  {
    country: 'AT',
    needs: /\d{4}/,
    pattern: /\b(?:A|AT)[-–]{1,3}\s?(?<postcode>\d{4})\s+(?<city>\p{Lu}[\p{L}./ -]{2,30})/u,
  },
  { country: 'CH', needs: /\d{4}/, pattern: /\bCH[-– ]{1,3}(?<postcode>\d{4})\s+(?<city>\p{Lu}[\p{L}./ -]{2,30})/u },
  { country: 'FR', needs: /\d{4}/, pattern: /\bF[-– ]{1,3}(?<postcode>\d{5})\s+(?<city>\p{Lu}[\p{L}.' -]{2,30})/u },
  {
    country: 'IT',
    needs: /\d{4}/,
    pattern: /\b(?:I[-– ]{1,3})?(?<postcode>\d{5})\s+(?<city>\p{Lu}[\p{L}.'’ -]{2,30}?)\s*\(?(?<region>[A-Z]{2})\)/u,
  },
];

/**
 * Postal codes that look alike in many countries: which one, the site or the language must say. Tried only for a country
 * that is known already.
 */
export const SHARED_FORMS: Record<string, RegExp> = {
  five: /(?<![\d.,-])(?<postcode>\d{5})\s+(?<city>\p{Lu}[\p{L}\p{M}./'’ -]{2,30})/u,
  four: /(?<![\d.,-])(?<postcode>\d{4})\s+(?<city>\p{Lu}[\p{L}\p{M}./'’ -]{2,30})/u,
  spaced: /(?<![\d.,-])(?<postcode>\d{3}\s?\d{2})\s+(?<city>\p{Lu}[\p{L}\p{M}./'’ -]{2,30})/u,
  six: /(?<![\d.,-])(?<postcode>\d{6}),?\s+(?:г\.\s?)?(?<city>\p{Lu}[\p{L}\p{M}./'’ -]{2,30})/u,
};

export const SHARED_FORM_OF: Record<string, keyof typeof SHARED_FORMS> = {
  DE: 'five',
  FR: 'five',
  ES: 'five',
  IT: 'five',
  FI: 'five',
  EE: 'five',
  HR: 'five',
  RS: 'five',
  TR: 'five',
  MX: 'five',
  UA: 'five',
  AT: 'four',
  CH: 'four',
  BE: 'four',
  DK: 'four',
  NO: 'four',
  HU: 'four',
  SI: 'four',
  LU: 'four',
  BG: 'four',
  ZA: 'four',
  SE: 'spaced',
  CZ: 'spaced',
  SK: 'spaced',
  GR: 'spaced',
  RU: 'six',
  RO: 'six',
  IN: 'six',
  CN: 'six',
};
