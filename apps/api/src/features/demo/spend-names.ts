import type { Locale } from '@milepost/contract/organisation';

/** The words of the demonstration's budget and claims, and how prices lie: minor units of its currency for a euro cent. */
export type SpendNames = {
  meals: string;
  travel: string;
  gifts: string;
  campaigns: string;
  /** Two that have run for a year, and one that is new. */
  campaignNames: readonly [string, string, string];
  vendors: {
    meals: readonly string[];
    travel: readonly string[];
    gifts: readonly string[];
    campaigns: readonly string[];
  };
  purposes: {
    meals: readonly string[];
    travel: readonly string[];
    gifts: readonly string[];
    campaigns: readonly string[];
  };
  price: number;
};

export const spendNames: Readonly<Record<Locale, SpendNames>> = {
  en: {
    meals: 'Meals',
    travel: 'Travel',
    gifts: 'Gifts',
    campaigns: 'Campaigns',
    campaignNames: ['Trade fairs', 'Trade press', 'Webinars'],
    vendors: {
      meals: ['Old Mill Inn', 'Harbour Kitchen', 'Corner Bistro'],
      travel: ['City Rail', 'Northern Cabs', 'Airport Parking'],
      gifts: ['Paper & Pen', 'Orchard Hampers'],
      campaigns: ['Hall Seven Events', 'Process Weekly'],
    },
    purposes: {
      meals: ['Lunch after a plant visit', 'Dinner with purchasing', 'Lunch on a trial run'],
      travel: ['Trip to a plant', 'Trip to a negotiation', 'Taxi from the station'],
      gifts: ['Anniversary of a customer', 'Thanks for a reference'],
      campaigns: ['Stand and material', 'Advertisement'],
    },
    price: 1,
  },
  'zh-Hans': {
    meals: '餐费',
    travel: '差旅',
    gifts: '礼品',
    campaigns: '市场活动',
    campaignNames: ['行业展会', '行业媒体', '线上研讨会'],
    vendors: {
      meals: ['老磨坊餐厅', '港湾小馆', '街角小厨'],
      travel: ['城际铁路', '北方出租', '机场停车场'],
      gifts: ['纸笔文具', '果园礼盒'],
      campaigns: ['七号馆会展', '流程周刊'],
    },
    purposes: {
      meals: ['参观工厂后的午餐', '与采购部的晚餐', '试机当天的午餐'],
      travel: ['前往工厂', '前往谈判', '从车站打车'],
      gifts: ['客户周年庆', '感谢客户推荐'],
      campaigns: ['展位与物料', '广告投放'],
    },
    price: 7,
  },
  'zh-Hant': {
    meals: '餐費',
    travel: '差旅',
    gifts: '禮品',
    campaigns: '行銷活動',
    campaignNames: ['產業展會', '產業媒體', '線上研討會'],
    vendors: {
      meals: ['老磨坊餐廳', '港灣小館', '街角小廚'],
      travel: ['城際鐵路', '北方計程車', '機場停車場'],
      gifts: ['紙筆文具', '果園禮盒'],
      campaigns: ['七號館會展', '流程週刊'],
    },
    purposes: {
      meals: ['參觀工廠後的午餐', '與採購部的晚餐', '試機當天的午餐'],
      travel: ['前往工廠', '前往談判', '從車站搭計程車'],
      gifts: ['客戶週年慶', '感謝客戶推薦'],
      campaigns: ['展位與物料', '廣告投放'],
    },
    price: 34,
  },
};
