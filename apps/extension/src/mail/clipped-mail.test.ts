import { emptyMail, type MailMessage } from '@milepost/capture/mail-message';
import { describe, expect, it } from 'vitest';
import { mailKeys, mailToLog } from './clipped-mail.ts';

const now = new Date('2026-03-16T12:00:00Z');
const mail = (changes: Partial<MailMessage> = {}): MailMessage => ({
  ...emptyMail(),
  subject: 'Offer',
  from: { name: 'Jane Doe', email: 'jane.doe@huaxin.example' },
  messageId: '<1@huaxin.example>',
  sentAt: '2026-03-13T09:00:00.000Z',
  text: 'Please send us an offer for forty flow meters.\n\nOn Mon, 2 Mar 2026 at 10:00, Ann Lee <ann@acme.example> wrote:\n> What do you need?',
  ...changes,
});

describe('a mail that is logged', () => {
  it('is what its sender wrote now, on the day it was sent, with the names of what was attached', async () => {
    expect(await mailToLog(mail({ attachments: ['plan.pdf', 'list.xlsx'] }), now)).toMatchObject({
      messageId: '<1@huaxin.example>',
      onDay: '2026-03-13',
      subject: 'Offer',
      body: 'Please send us an offer for forty flow meters.\n\n[plan.pdf, list.xlsx]',
    });
  });

  it('has a subject and a day even where it says neither', async () => {
    expect(await mailToLog(mail({ subject: ' ', sentAt: null }), now)).toMatchObject({
      subject: 'jane.doe@huaxin.example',
      onDay: '2026-03-16',
    });
  });
});

describe('what makes two copies of a mail one', () => {
  it('is its Message-ID, and what it says, which is all that a webmail shows of it', async () => {
    const file = await mailKeys(mail());
    expect(file.messageId).toBe('<1@huaxin.example>');
    // The webmail's clock has no zone, its text other lines, its number is its own.
    const sentAt = new Date(mail().sentAt ?? '');
    const wall = `2026-03-13T${String(sentAt.getHours()).padStart(2, '0')}:00`;
    const shown = mail({ messageId: 'gmail:1', sentAt: wall, text: 'Please send us an offer\nfor forty flow meters.' });
    expect(await mailKeys(shown)).toEqual({ messageId: file.content });
    expect(await mailKeys({ ...shown, messageId: 'gmail:2', subject: 'Re: Offer' })).toEqual({
      messageId: file.content,
    });
  });

  it('is the mailbox’s own number, where it says too little', async () => {
    const [one, other] = await Promise.all(
      ['gmail:1', 'gmail:2'].map((messageId) => mailKeys(mail({ messageId, text: 'ok' }))),
    );
    expect(one).not.toEqual(other);
    expect(one?.messageId).toMatch(/^number:gmail:1/);
  });
});
