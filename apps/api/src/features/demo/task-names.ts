import type { activityKinds, objectionKinds } from '@milepost/contract/activities';
import type { Locale } from '@milepost/contract/organisation';

type Kind = (typeof activityKinds)[number];
type Step = readonly [kind: Kind, subject: string];

/** The words of the demonstration's tasks, of our own writing. */
export type TaskNames = {
  urgent: Step;
  strategic: Step;
  steps: readonly Step[];
  heard: readonly string[];
  needs: readonly string[];
  tracks: readonly { name: string; objection: (typeof objectionKinds)[number]; words: string }[];
};

export const taskNames: Readonly<Record<Locale, TaskNames>> = {
  en: {
    urgent: ['call', 'Answer the complaint about the late delivery'],
    strategic: ['note', 'Sketch the three-year plan for this customer'],
    steps: [
      ['call', 'Ask whether the offer has reached purchasing'],
      ['visit', 'Go through the trial run with the plant manager'],
      ['email', 'Send the corrected data sheet'],
      ['meeting', 'Agree on the terms of the frame contract'],
      ['call', 'Call about the spare parts of last month'],
    ],
    heard: ['Talked about the offer', 'Asked how the trial goes', 'Called after the visit'],
    needs: ['A second line from autumn on', 'Service within a day', 'Documents in two languages'],
    tracks: [
      {
        name: 'Instalments with service',
        objection: 'price',
        words: 'Three instalments, the first year of service is in it.',
      },
      {
        name: 'Trial at no cost',
        objection: 'trust',
        words: 'Run it for two weeks on your own line. You pay if you keep it.',
      },
      {
        name: 'What waiting costs',
        objection: 'timing',
        words: 'Shall we reckon together what another quarter with the old one costs?',
      },
    ],
  },
  'zh-Hans': {
    urgent: ['call', '答复延迟交货的投诉'],
    strategic: ['note', '为该客户拟定三年规划'],
    steps: [
      ['call', '询问报价是否已送到采购部'],
      ['visit', '与厂长一起查看试运行情况'],
      ['email', '发送更正后的数据表'],
      ['meeting', '商定框架合同条款'],
      ['call', '联系上月备件事宜'],
    ],
    heard: ['沟通了报价', '询问试用情况', '拜访后回访'],
    needs: ['秋季起增加第二条产线', '一天之内上门服务', '需要双语文件'],
    tracks: [
      { name: '分期付款并含服务', objection: 'price', words: '分三期付款，已含第一年服务。' },
      { name: '免费试用', objection: 'trust', words: '先在贵厂产线上试用两周，留用再付款。' },
      { name: '等待的代价', objection: 'timing', words: '我们一起算一算，旧设备再用一个季度要花多少？' },
    ],
  },
  'zh-Hant': {
    urgent: ['call', '答覆延遲交貨的投訴'],
    strategic: ['note', '為該客戶擬定三年規劃'],
    steps: [
      ['call', '詢問報價是否已送到採購部'],
      ['visit', '與廠長一起查看試運行情況'],
      ['email', '寄送更正後的資料表'],
      ['meeting', '商定框架合約條款'],
      ['call', '聯絡上月備件事宜'],
    ],
    heard: ['溝通了報價', '詢問試用情況', '拜訪後回訪'],
    needs: ['秋季起增加第二條產線', '一天之內到府服務', '需要雙語文件'],
    tracks: [
      { name: '分期付款並含服務', objection: 'price', words: '分三期付款，已含第一年服務。' },
      { name: '免費試用', objection: 'trust', words: '先在貴廠產線上試用兩週，留用再付款。' },
      { name: '等待的代價', objection: 'timing', words: '我們一起算一算，舊設備再用一季要花多少？' },
    ],
  },
};
