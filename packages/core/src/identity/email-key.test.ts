import { describe, expect, it } from 'vitest';
import { domainOf, emailKey, isFreeMail, isRoleAddress } from './email-key.ts';

describe('the key of an address', () => {
  it.each([
    [' Jane.Doe@Acme.Example ', 'jane.doe@acme.example'],
    ['jane@googlemail.com', 'jane@gmail.com'],
    ['info@XN--BCHER-KVA.example', 'info@bücher.example'],
    ['info@bücher.example', 'info@bücher.example'],
    ['li@xn--fiqs8s.cn', 'li@中国.cn'],
    ['a@xn--ls8h.la', 'a@💩.la'],
    ['a@xn--!!!.example', 'a@xn--!!!.example'],
    ['a@xn--99999999.example', 'a@xn--99999999.example'],
    ['ｊａｎｅ＠acme.example', 'jane@acme.example'],
    ['jane@acme.example.', 'jane@acme.example'],
  ])('%s is %s', (address, key) => {
    expect(emailKey(address)).toBe(key);
  });

  it.each(['', 'jane', 'jane@', '@acme.example', 'jane@acme', 'a b@acme.example', 'a@b@c.example'])(
    'is none for "%s"',
    (text) => {
      expect(emailKey(text)).toBeNull();
    },
  );
});

describe('an address', () => {
  it('belongs to a function when its mailbox says so', () => {
    const addresses = ['info', 'sales', 'no-reply', 'info-de', 'customer.service', 'kontakt', 'kefu', 'sales+eu'];
    expect(addresses.map((mailbox) => isRoleAddress(`${mailbox}@acme.example`))).toEqual(addresses.map(() => true));
  });

  it('belongs to a person otherwise', () => {
    const addresses = ['jane', 'jane.doe', 'salesha', 'infante', 'j.de'];
    expect(addresses.map((mailbox) => isRoleAddress(`${mailbox}@acme.example`))).toEqual(addresses.map(() => false));
  });

  it('is free mail at a provider anybody can join', () => {
    const domains = ['gmail.com', 'qq.com', '163.com', 'yahoo.co.jp', 'hotmail.fr', 'GMX.net', 'outlook.com'];
    expect(domains.map(isFreeMail)).toEqual(domains.map(() => true));
    const own = ['acme.example', 'live.acme.com', 'yahoo-inc.com', domainOf('a@outlook.partner.acme.com')];
    expect(own.map(isFreeMail)).toEqual(own.map(() => false));
  });
});
