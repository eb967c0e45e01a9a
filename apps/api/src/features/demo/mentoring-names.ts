import type { Locale } from '@milepost/contract/organisation';

/** The words of the demonstration's mentoring, of our own writing. */
export type MentoringNames = {
  skills: readonly [string, string, string, string];
  language: string;
  goal: string;
  visit: string;
  note: string;
  next: string;
  case: string;
};

export const mentoringNames: Readonly<Record<Locale, MentoringNames>> = {
  en: {
    skills: ['Asking for the order', 'Finding the need', 'Defending the price', 'Planning the territory'],
    language: 'English',
    goal: 'Close a frame contract without help',
    visit: 'Trial run together with the plant manager',
    note: 'The need was found well; the question for the order came late.',
    next: 'Ask for the order at the end of the first visit',
    case: 'How a discount was turned into a longer contract',
  },
  'zh-Hans': {
    skills: ['促成签单', '挖掘需求', '守住价格', '规划区域'],
    language: '中文',
    goal: '独立签下一份框架合同',
    visit: '与厂长一起试运行',
    note: '需求挖掘得好，但提出签单的时机偏晚。',
    next: '在第一次拜访结束时提出签单',
    case: '如何把折扣换成更长的合同',
  },
  'zh-Hant': {
    skills: ['促成簽單', '挖掘需求', '守住價格', '規劃區域'],
    language: '中文',
    goal: '獨立簽下一份框架合約',
    visit: '與廠長一起試運轉',
    note: '需求挖掘得好，但提出簽單的時機偏晚。',
    next: '在第一次拜訪結束時提出簽單',
    case: '如何把折扣換成更長的合約',
  },
};
