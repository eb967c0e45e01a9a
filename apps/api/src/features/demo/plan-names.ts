import type { Locale } from '@milepost/contract/organisation';

/** The words of the demonstration's year, of our own writing: four milestones, their key dates and steps, and who helps. */
export type PlanNames = {
  /** Name and focus of each quarter. */
  stages: readonly (readonly [name: string, focus: string])[];
  signing: string;
  delivery: string;
  campaign: string;
  steps: readonly string[];
  trainer: { role: string; need: string; helper: string; skills: readonly [string, string] };
  seller: { role: string; need: string };
};

export const planNames: Readonly<Record<Locale, PlanNames>> = {
  en: {
    stages: [
      ['Build the pipeline', 'New contacts and offers; every rep opens deals worth three months.'],
      ['Close the spring business', 'Negotiate and sign what was offered in the first quarter.'],
      ['Deliver and widen', 'Deliver on the day, and sell a second line to those who have one.'],
      ['Finish the year', 'Close what is open, and prepare the frame contracts of the next year.'],
    ],
    signing: 'Frame contracts signed',
    delivery: 'Deliveries before the season',
    campaign: 'Campaign of the new line',
    steps: ['Drafts sent', 'Prices agreed', 'Dates confirmed with the works'],
    trainer: {
      role: 'Trainer',
      need: 'Train the new reps',
      helper: 'Brandt Sales Training',
      skills: ['Negotiation', 'Product knowledge'],
    },
    seller: { role: 'Inside sales', need: 'Answer enquiries of the campaign' },
  },
  'zh-Hans': {
    stages: [
      ['建立商机储备', '开发新联系人和报价，每位销售代表储备三个月的商机。'],
      ['完成春季签约', '洽谈并签下第一季度报出的项目。'],
      ['交付与拓展', '按期交付，并向现有客户销售第二条产品线。'],
      ['年终冲刺', '完成未结商机，准备下一年的框架合同。'],
    ],
    signing: '签订框架合同',
    delivery: '旺季前交付',
    campaign: '新产品线推广',
    steps: ['草案已发送', '价格已谈妥', '已与工厂确认日期'],
    trainer: { role: '培训讲师', need: '培训新销售代表', helper: '启明销售培训', skills: ['谈判', '产品知识'] },
    seller: { role: '内勤销售', need: '处理推广活动的咨询' },
  },
  'zh-Hant': {
    stages: [
      ['建立商機儲備', '開發新聯絡人和報價，每位業務代表儲備三個月的商機。'],
      ['完成春季簽約', '洽談並簽下第一季報出的項目。'],
      ['交付與拓展', '如期交付，並向現有客戶銷售第二條產品線。'],
      ['年終衝刺', '完成未結商機，準備下一年的框架合約。'],
    ],
    signing: '簽訂框架合約',
    delivery: '旺季前交付',
    campaign: '新產品線推廣',
    steps: ['草案已寄出', '價格已談妥', '已與工廠確認日期'],
    trainer: { role: '培訓講師', need: '培訓新業務代表', helper: '啟明銷售培訓', skills: ['談判', '產品知識'] },
    seller: { role: '內勤業務', need: '處理推廣活動的詢問' },
  },
};
