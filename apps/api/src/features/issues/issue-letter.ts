import type { Locale } from '@milepost/contract/organisation';
import { escaped } from '../../records/escaped.ts';

/** Of what a letter tells. */
export type IssueNews = 'raised' | 'bounce' | 'resolve' | 'escalate';
type Told = {
  name: string;
  issue: string;
  department: string;
  due: string;
  text: string;
  link: string;
  news: IssueNews;
  isUrgent: boolean;
};

type Words = {
  urgent: string;
  hello(name: string): string;
  subject: Readonly<Record<IssueNews, (told: Told) => string>>;
  line: Readonly<Record<IssueNews, (told: Told) => string>>;
};

/** What a letter says, in the language of the organisation. */
const words: Readonly<Record<Locale, Words>> = {
  en: {
    urgent: 'Urgent: ',
    hello: (name) => `Hello ${name},`,
    subject: {
      raised: ({ issue }) => `An issue is before you: ${issue}`,
      bounce: ({ issue }) => `An issue came back to you: ${issue}`,
      resolve: ({ issue }) => `An issue was solved: ${issue}`,
      escalate: ({ issue }) => `An issue went up to you: ${issue}`,
    },
    line: {
      raised: ({ issue, department, due }) =>
        `“${issue}” was given to ${department}. It is to be solved by ${due}. Take it on, or send it back with the reason.`,
      bounce: ({ issue, department, text }) => `${department} sent “${issue}” back: ${text}`,
      resolve: ({ issue, department, text }) => `${department} solved “${issue}”: ${text}`,
      escalate: ({ issue, department, due }) =>
        `“${issue}” is before ${department} and was not answered or solved in time. Its deadline is ${due}.`,
    },
  },
  'zh-Hans': {
    urgent: '紧急：',
    hello: (name) => `${name}，您好：`,
    subject: {
      raised: ({ issue }) => `有问题待您处理：${issue}`,
      bounce: ({ issue }) => `问题被退回：${issue}`,
      resolve: ({ issue }) => `问题已解决：${issue}`,
      escalate: ({ issue }) => `问题已升级给您：${issue}`,
    },
    line: {
      raised: ({ issue, department, due }) =>
        `“${issue}”已交给${department}，须在 ${due} 前解决。请受理，或说明理由退回。`,
      bounce: ({ issue, department, text }) => `${department}退回了“${issue}”：${text}`,
      resolve: ({ issue, department, text }) => `${department}解决了“${issue}”：${text}`,
      escalate: ({ issue, department, due }) => `“${issue}”在${department}未按时答复或解决，期限为 ${due}。`,
    },
  },
  'zh-Hant': {
    urgent: '緊急：',
    hello: (name) => `${name}，您好：`,
    subject: {
      raised: ({ issue }) => `有問題待您處理：${issue}`,
      bounce: ({ issue }) => `問題被退回：${issue}`,
      resolve: ({ issue }) => `問題已解決：${issue}`,
      escalate: ({ issue }) => `問題已升級給您：${issue}`,
    },
    line: {
      raised: ({ issue, department, due }) =>
        `「${issue}」已交給${department}，須在 ${due} 前解決。請受理，或說明理由退回。`,
      bounce: ({ issue, department, text }) => `${department}退回了「${issue}」：${text}`,
      resolve: ({ issue, department, text }) => `${department}解決了「${issue}」：${text}`,
      escalate: ({ issue, department, due }) => `「${issue}」在${department}未按時答覆或解決，期限為 ${due}。`,
    },
  },
};

/** The letter about an issue, as text and as HTML that says the same. */
export function issueLetter(locale: Locale, told: Told): { subject: string; plain: string; html: string } {
  const { urgent, hello, subject, line } = words[locale];
  const mark = told.isUrgent ? urgent : '';
  const paragraphs = [hello(told.name), line[told.news](told), told.link];
  const html = paragraphs.map((text) =>
    text === told.link ? `<p><a href="${escaped(text)}">${escaped(text)}</a></p>` : `<p>${escaped(text)}</p>`,
  );
  return {
    subject: `${mark}${subject[told.news](told)}`.replace(/[\r\n]+/g, ' '),
    plain: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><body>${html.join('')}</body></html>`,
  };
}
