import { expect, it } from 'vitest';
import { mailContentKey } from './content-key.ts';

const mail = {
  from: 'Nina@huaxin.example',
  subject: 'Offer',
  day: '2026-03-13',
  text: 'Please send us an offer for forty flow meters (https://huaxin.example/x12).\n\nKind regards\nNina',
};
const keyOf = (changes: Partial<typeof mail> = {}) => mailContentKey({ ...mail, ...changes });

it('is the same for a copy whose lines, quotes, links and signs differ', async () => {
  const mine = await keyOf();
  expect(mine).toMatch(/^content:[0-9a-f]{64}$/);
  expect(
    await keyOf({
      from: 'nina@huaxin.example',
      subject: 'RE: Offer',
      text: 'Please send us an offer\nfor forty flow meters.\n\nKind regards,\nNina\n\nOn Mon, 2 Mar 2026 at 10:00, Ann <ann@acme.example> wrote:\n> What do you need?',
    }),
  ).toBe(mine);
});

it('is another for another sender, day, subject or text', async () => {
  const keys = await Promise.all([
    keyOf(),
    keyOf({ from: 'bob@huaxin.example' }),
    keyOf({ day: '2026-04-13' }),
    keyOf({ subject: 'Order' }),
    keyOf({ text: mail.text.replace('forty', 'fifty') }),
  ]);
  expect(new Set(keys).size).toBe(keys.length);
});

it('is none where a mail says too little', async () => {
  expect(await keyOf({ text: 'Thanks, Nina' })).toBeNull();
});
