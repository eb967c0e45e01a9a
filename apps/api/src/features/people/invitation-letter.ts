import type { Locale } from '@milepost/contract/organisation';
import { escaped } from '../../records/escaped.ts';

type Told = { name: string; organisation: string; link: string; until: string };

/** What an invitation says, in the language of the organisation: whoever is invited has not chosen one yet. */
const words: Readonly<Record<Locale, { subject(told: Told): string; lines(told: Told): string[] }>> = {
  en: {
    subject: ({ organisation }) => `Your invitation to ${organisation}`,
    lines: ({ name, organisation, link, until }) => [
      `Hello ${name},`,
      `${organisation} plans its sales with Milepost and has invited you. Choose your password here:`,
      link,
      `The link works once, until ${until}. If you did not expect it, you need do nothing.`,
    ],
  },
  'zh-Hans': {
    subject: ({ organisation }) => `${organisation} 邀请您加入`,
    lines: ({ name, organisation, link, until }) => [
      `${name}，您好：`,
      `${organisation} 使用 Milepost 规划销售，现邀请您加入。请在此设置密码：`,
      link,
      `该链接仅可使用一次，有效期至 ${until}。如非您本人预期，请忽略此邮件。`,
    ],
  },
  'zh-Hant': {
    subject: ({ organisation }) => `${organisation} 邀請您加入`,
    lines: ({ name, organisation, link, until }) => [
      `${name}，您好：`,
      `${organisation} 使用 Milepost 規劃銷售，現邀請您加入。請在此設定密碼：`,
      link,
      `此連結僅可使用一次，有效期至 ${until}。若非您所預期，請忽略這封郵件。`,
    ],
  },
};

/** The letter by which a person is invited, as text and as HTML that says the same. */
export function invitationLetter(locale: Locale, told: Told): { subject: string; plain: string; html: string } {
  const { subject, lines } = words[locale];
  const paragraphs = lines(told);
  const html = paragraphs.map((line) =>
    line === told.link ? `<p><a href="${escaped(line)}">${escaped(line)}</a></p>` : `<p>${escaped(line)}</p>`,
  );
  return {
    subject: subject(told).replace(/[\r\n]+/g, ' '),
    plain: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><body>${html.join('')}</body></html>`,
  };
}
