import { gatherMessages, type Messages } from './gather-messages.ts';

export const messages = gatherMessages(
  import.meta.glob<Messages>('../*/locales/zh-Hant.json', { eager: true, import: 'default' }),
);
