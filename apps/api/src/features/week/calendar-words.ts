import type { LeaveView } from '@milepost/contract/leave';
import type { Locale } from '@milepost/contract/organisation';

type Words = Readonly<Record<LeaveView['kind'], string>>;

/** What leave is called in a calendar that other programs show. Why somebody is ill or at home is nobody's business there. */
export const leaveWords: Readonly<Record<Locale, Words>> = {
  en: { holiday: 'Holiday', sickness: 'Away', parental: 'Away', training: 'Training', other: 'Away' },
  'zh-Hans': { holiday: '休假', sickness: '不在', parental: '不在', training: '培训', other: '不在' },
  'zh-Hant': { holiday: '休假', sickness: '不在', parental: '不在', training: '培訓', other: '不在' },
};
