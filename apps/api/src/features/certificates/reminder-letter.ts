import type { Locale } from '@milepost/contract/organisation';
import { escaped } from '../../records/escaped.ts';

type Told = { name: string; certificate: string; expires: string; link: string; isExpired: boolean };

/** What a reminder says, in the language of the organisation. */
const words: Readonly<Record<Locale, { subject(told: Told): string; lines(told: Told): string[] }>> = {
  en: {
    subject: ({ certificate, isExpired }) =>
      isExpired ? `Your certificate ${certificate} has expired` : `Your certificate ${certificate} is due for renewal`,
    lines: ({ name, certificate, expires, link, isExpired }) => [
      `Hello ${name},`,
      isExpired
        ? `${certificate} expired on ${expires}. What your rung asks of it is not met any more, and its goal is open.`
        : `${certificate} expires on ${expires}. From now on it can be renewed, and its goal is open again.`,
      link,
    ],
  },
  'zh-Hans': {
    subject: ({ certificate, isExpired }) =>
      isExpired ? `证书“${certificate}”已过期` : `证书“${certificate}”该续期了`,
    lines: ({ name, certificate, expires, link, isExpired }) => [
      `${name}，您好：`,
      isExpired
        ? `“${certificate}”已于 ${expires} 过期。您所在职级对它的要求不再满足，相应目标已重新打开。`
        : `“${certificate}”将于 ${expires} 过期。现在即可续期，相应目标已重新打开。`,
      link,
    ],
  },
  'zh-Hant': {
    subject: ({ certificate, isExpired }) =>
      isExpired ? `證書「${certificate}」已過期` : `證書「${certificate}」該續期了`,
    lines: ({ name, certificate, expires, link, isExpired }) => [
      `${name}，您好：`,
      isExpired
        ? `「${certificate}」已於 ${expires} 過期。您所在職級對它的要求不再符合，相應目標已重新開啟。`
        : `「${certificate}」將於 ${expires} 過期。現在即可續期，相應目標已重新開啟。`,
      link,
    ],
  },
};

/** The letter that reminds of a certificate, as text and as HTML that says the same. */
export function reminderLetter(locale: Locale, told: Told): { subject: string; plain: string; html: string } {
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
