import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Correspondent, fileMail, type KnownAs, messageKeyOf } from './file-mail.ts';

const ming: KnownAs = { kind: 'contact', id: 'ming', accountId: 'huaxin' };
const huaxin: KnownAs = { kind: 'account', id: 'huaxin', accountId: 'huaxin' };
const facts = {
  own: new Set(['ann@acme.example', 'ben@acme.example']),
  known: new Map([
    ['ming@huaxin.example', ming],
    ['office@huaxin.example', huaxin],
  ]),
};
const mail = (correspondents: Correspondent[], isBulk = false) => ({ correspondents, isBulk });
const from = (key: string): Correspondent => ({ key, part: 'from' });
const to = (key: string): Correspondent => ({ key, part: 'to' });
const cc = (key: string): Correspondent => ({ key, part: 'cc' });

describe('X4 a mail is filed', () => {
  it('with the customer who wrote it', () => {
    expect(fileMail(mail([from('ming@huaxin.example'), to('ann@acme.example')]), facts)).toEqual({
      outcome: 'logged',
      about: ming,
      way: 'in',
    });
  });

  it('with the customer whom a colleague wrote to, before who got a copy', () => {
    const sent = mail([from('ann@acme.example'), cc('office@huaxin.example'), to('ming@huaxin.example')]);
    expect(fileMail(sent, facts)).toEqual({ outcome: 'logged', about: ming, way: 'out' });
  });

  it('with the account of the domain where the person is a stranger', () => {
    expect(fileMail(mail([from('office@huaxin.example')]), facts)).toMatchObject({ about: huaxin });
  });

  it.each([
    ['nobody-known', mail([from('x@elsewhere.example'), to('ann@acme.example')])],
    ['only-colleagues', mail([from('ann@acme.example'), to('ben@acme.example')])],
    ['sent-to-many', mail([from('ming@huaxin.example'), to('ann@acme.example')], true)],
    ['unreadable', mail([to('ann@acme.example')])],
  ])('not at all, and says %s', (reason, one) => {
    expect(fileMail(one, facts)).toEqual({ outcome: 'skipped', reason });
  });

  it('never with a colleague, whoever takes part', () => {
    const keys = fc.constantFrom('ann@acme.example', 'ben@acme.example', 'ming@huaxin.example', 'x@elsewhere.example');
    const parts = fc.constantFrom('from', 'to', 'cc' as const);
    fc.assert(
      fc.property(fc.array(fc.record({ key: keys, part: parts as fc.Arbitrary<Correspondent['part']> })), (all) => {
        const filing = fileMail(mail(all), facts);
        return filing.outcome === 'skipped' || filing.about.id === 'ming' || filing.about.id === 'huaxin';
      }),
    );
  });
});

describe('two copies of a mail', () => {
  const bare = { messageId: null, from: 'a@b.example', sentAt: '2026-03-16T09:00:00.000Z', subject: 'Offer' };
  it('have one key by their Message-ID, with and without brackets', () => {
    expect(messageKeyOf({ ...bare, messageId: '<1@b.example>' })).toBe(
      messageKeyOf({ ...bare, messageId: ' 1@b.example' }),
    );
  });
  it('have one key without a Message-ID too, and another mail has another', () => {
    expect(messageKeyOf(bare)).toBe(messageKeyOf({ ...bare }));
    expect(messageKeyOf(bare)).not.toBe(messageKeyOf({ ...bare, subject: 'Offer 2' }));
  });
});
