import type { Locale } from '@milepost/contract/organisation';
import { escaped } from '../../records/escaped.ts';

type Told = { name: string; webhook: string; link: string; isGone: boolean };

/** What the maker of a webhook is told when it was switched off, in the language of the organisation. */
const words: Readonly<Record<Locale, { subject(told: Told): string; lines(told: Told): string[] }>> = {
  en: {
    subject: ({ webhook }) => `The webhook “${webhook}” was switched off`,
    lines: ({ name, webhook, link, isGone }) => [
      `Hello ${name},`,
      isGone
        ? `The server that “${webhook}” calls said that it is not there any more, so the webhook was switched off.`
        : `Nothing has reached the server that “${webhook}” calls for five days, so the webhook was switched off.`,
      'What it was to be told is kept for thirty days and leaves when you switch it on again:',
      link,
    ],
  },
  'zh-Hans': {
    subject: ({ webhook }) => `Webhook“${webhook}”已停用`,
    lines: ({ name, webhook, link, isGone }) => [
      `${name}，您好：`,
      isGone
        ? `“${webhook}”所调用的服务器表示该地址已不存在，因此已停用此 Webhook。`
        : `“${webhook}”所调用的服务器已连续五天未收到任何消息，因此已停用此 Webhook。`,
      '待发送的消息保留三十天，重新启用后即会发送：',
      link,
    ],
  },
  'zh-Hant': {
    subject: ({ webhook }) => `Webhook「${webhook}」已停用`,
    lines: ({ name, webhook, link, isGone }) => [
      `${name}，您好：`,
      isGone
        ? `「${webhook}」所呼叫的伺服器表示該位址已不存在，因此已停用此 Webhook。`
        : `「${webhook}」所呼叫的伺服器已連續五天未收到任何訊息，因此已停用此 Webhook。`,
      '待傳送的訊息保留三十天，重新啟用後即會傳送：',
      link,
    ],
  },
};

/** The notice that a webhook was switched off, as text and as HTML that says the same. */
export function failingLetter(locale: Locale, told: Told): { subject: string; plain: string; html: string } {
  const { subject, lines } = words[locale];
  const paragraphs = lines(told);
  return {
    subject: subject(told).replace(/[\r\n]+/g, ' '),
    plain: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><body>${paragraphs.map((line) => `<p>${escaped(line)}</p>`).join('')}</body></html>`,
  };
}
