import type { Locale } from '@milepost/contract/organisation';

/** The words of the demonstration's warnings and risks, of our own writing. */
export type ChurnNames = {
  template: string;
  offer: string;
  steps: readonly [string, string, string];
  contract: string;
  risk: string;
  about: string;
  response: readonly [string, string];
  drill: string;
};

export const churnNames: Readonly<Record<Locale, ChurnNames>> = {
  en: {
    template: 'Visit with a trial order',
    offer: 'A trial order at the price of last year, with free delivery for three months',
    steps: ['Call the buyer and ask what has changed', 'Visit with the offer', 'Ask for the order'],
    contract: 'Maintenance contract',
    risk: 'A quarter without enough revenue',
    about: 'Two or three large customers postpone their orders at the same time.',
    response: ['Call the ten largest open deals', 'Agree with the plant on stock instead of delivery'],
    drill: 'The list of open deals was there within an hour; nobody had the number of the plant.',
  },
  'zh-Hans': {
    template: '带试用订单的拜访',
    offer: '按去年价格下试用订单，并免三个月运费',
    steps: ['致电采购，了解变化', '携方案上门拜访', '促成订单'],
    contract: '维保合同',
    risk: '单季度收入不足',
    about: '两三家大客户同时推迟订单。',
    response: ['联系金额最大的十个商机', '与工厂商定以库存替代交付'],
    drill: '一小时内拿到商机清单，但没人有工厂的电话。',
  },
  'zh-Hant': {
    template: '帶試用訂單的拜訪',
    offer: '按去年價格下試用訂單，並免三個月運費',
    steps: ['致電採購，瞭解變化', '攜方案上門拜訪', '促成訂單'],
    contract: '維保合約',
    risk: '單季度收入不足',
    about: '兩三家大客戶同時推遲訂單。',
    response: ['聯繫金額最大的十個商機', '與工廠商定以庫存替代交付'],
    drill: '一小時內拿到商機清單，但沒人有工廠的電話。',
  },
};
