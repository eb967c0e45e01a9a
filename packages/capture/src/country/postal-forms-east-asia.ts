import type { PostalForm } from './postal-forms.ts';

const CJK = /[\u3400-\u9fff\uac00-\ud7af〒]/;

/** Addresses written from the large to the small: region, city, and behind them the street. */
export const EAST_ASIAN_FORMS: readonly PostalForm[] = [
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
];
