import { emptyMail, type MailMessage } from '@milepost/capture/mail-message';
import { describe, expect, it } from 'vitest';
import { mailKey, mailToLog } from './clipped-mail.ts';

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
  const keyOf = (changes: Partial<MailMessage>) => {
    const one = mail(changes);
    return mailKey(one, one.text);
  };

  it('is its Message-ID', async () => {
    expect(await keyOf({})).toBe('<1@huaxin.example>');
  });

  it('is what it says, where a webmail numbers it anew in each mailbox', async () => {
    const mine = await keyOf({ messageId: 'gmail:1' });
    expect(await keyOf({ messageId: 'gmail:2', subject: 'Re: Offer' })).toBe(mine);
    expect(await keyOf({ messageId: 'gmail:1', text: 'Please send us an offer for fifty flow meters.' })).not.toBe(
      mine,
    );
    expect(await keyOf({ messageId: 'gmail:1', from: { name: '', email: 'bob@huaxin.example' } })).not.toBe(mine);
  });

  it('is the mailbox’s own number, where it says too little', async () => {
    expect(await keyOf({ messageId: 'gmail:1', text: 'ok' })).not.toBe(
      await keyOf({ messageId: 'gmail:2', text: 'ok' }),
    );
  });
});
