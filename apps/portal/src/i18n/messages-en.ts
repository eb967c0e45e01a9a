import { gatherMessages, type Messages } from './gather-messages.ts';

export const messages = gatherMessages(
  import.meta.glob<Messages>('../*/locales/en.json', { eager: true, import: 'default' }),
);
