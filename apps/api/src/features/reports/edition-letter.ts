import type { Locale } from '@milepost/contract/organisation';
import type { EditionKind } from '@milepost/core/reports/edition-span';
import { escaped } from '../../records/escaped.ts';

/** What a letter about an edition tells; `lines` are its figures, or what was said. */
type Told = {
  about: 'drafted' | 'due' | 'frozen' | 'not-submitted' | 'commented';
  kind: EditionKind;
  /** Whose edition it is. */
  person: string;
  span: string;
  dueOn: string;
  lines: readonly string[];
  link: string;
};

type Words = Readonly<Record<Told['about'], (told: Told & { title: string }) => { subject: string; sentence: string }>>;
const titles: Readonly<Record<Locale, Readonly<Record<EditionKind, string>>>> = {
  en: { week: 'weekly report', month: 'monthly report' },
  'zh-Hans': { week: '周报', month: '月报' },
  'zh-Hant': { week: '週報', month: '月報' },
};

/** In the language of the organisation. */
const words: Readonly<Record<Locale, Words>> = {
  en: {
    drafted: ({ title, span, dueOn, person }) => ({
      subject: `Your ${title} for ${span} is drafted`,
      sentence: `${person}, the figures of your ${title} for ${span} are in place. Complete it and submit it by ${dueOn}.`,
    }),
    due: ({ title, span, person }) => ({
      subject: `Your ${title} for ${span} is due`,
      sentence: `${person}, your ${title} for ${span} is due and has not been submitted yet.`,
    }),
    frozen: ({ title, span, person }) => ({
      subject: `${person}: ${title} for ${span}`,
      sentence: `${person} has submitted the ${title} for ${span}.`,
    }),
    'not-submitted': ({ title, span, person }) => ({
      subject: `${person}: ${title} for ${span}, not submitted`,
      sentence: `${person} did not submit the ${title} for ${span} in time. It was frozen as it stood.`,
    }),
    commented: ({ title, span }) => ({
      subject: `A comment on your ${title} for ${span}`,
      sentence: `Somebody has commented on your ${title} for ${span}:`,
    }),
  },
  'zh-Hans': {
    drafted: ({ title, span, dueOn, person }) => ({
      subject: `您的${title}（${span}）草稿已备好`,
      sentence: `${person}，您好：${span} 的${title}已填好数字。请补充内容并于 ${dueOn} 前提交。`,
    }),
    due: ({ title, span, person }) => ({
      subject: `您的${title}（${span}）到期了`,
      sentence: `${person}，您好：${span} 的${title}已到提交期限，目前尚未提交。`,
    }),
    frozen: ({ title, span, person }) => ({
      subject: `${person}的${title}（${span}）`,
      sentence: `${person}已提交 ${span} 的${title}。`,
    }),
    'not-submitted': ({ title, span, person }) => ({
      subject: `${person}的${title}（${span}）未提交`,
      sentence: `${person}没有按时提交 ${span} 的${title}，报告已按当时内容定稿。`,
    }),
    commented: ({ title, span }) => ({
      subject: `您的${title}（${span}）有新批注`,
      sentence: `有人对您 ${span} 的${title}作了批注：`,
    }),
  },
  'zh-Hant': {
    drafted: ({ title, span, dueOn, person }) => ({
      subject: `您的${title}（${span}）草稿已備好`,
      sentence: `${person}，您好：${span} 的${title}已填好數字。請補充內容並於 ${dueOn} 前提交。`,
    }),
    due: ({ title, span, person }) => ({
      subject: `您的${title}（${span}）到期了`,
      sentence: `${person}，您好：${span} 的${title}已到提交期限，目前尚未提交。`,
    }),
    frozen: ({ title, span, person }) => ({
      subject: `${person}的${title}（${span}）`,
      sentence: `${person}已提交 ${span} 的${title}。`,
    }),
    'not-submitted': ({ title, span, person }) => ({
      subject: `${person}的${title}（${span}）未提交`,
      sentence: `${person}沒有按時提交 ${span} 的${title}，報告已按當時內容定稿。`,
    }),
    commented: ({ title, span }) => ({
      subject: `您的${title}（${span}）有新批註`,
      sentence: `有人對您 ${span} 的${title}作了批註：`,
    }),
  },
};

/** A letter about an edition, as text and as HTML that says the same. */
export function editionLetter(locale: Locale, told: Told): { subject: string; plain: string; html: string } {
  const { subject, sentence } = words[locale][told.about]({ ...told, title: titles[locale][told.kind] });
  const lines = told.lines.length === 0 ? [] : [told.lines.join('\n')];
  const list = told.lines.map((line) => `<li>${escaped(line)}</li>`).join('');
  return {
    subject: subject.replace(/[\r\n]+/g, ' '),
    plain: `${[sentence, ...lines, told.link].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><body><p>${escaped(sentence)}</p>${list ? `<ul>${list}</ul>` : ''}<p><a href="${escaped(told.link)}">${escaped(told.link)}</a></p></body></html>`,
  };
}
