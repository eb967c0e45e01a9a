import { describe, expect, it } from 'vitest';
import { cloudflareEmail } from './cloudflare-email.ts';
import { mailtoRecipients } from './mailto.ts';

describe('recipients of a mail link', () => {
  it('takes those it is to and those in copy, and nothing else', () => {
    expect(mailtoRecipients('mailto:a@b.example?cc=c@d.example;e@f.example&subject=Ask%20us@once.example')).toEqual([
      'a@b.example',
      'c@d.example',
      'e@f.example',
    ]);
    expect(mailtoRecipients('mailto:a@b.example,c@d.example?body=x')).toEqual(['a@b.example', 'c@d.example']);
    expect(mailtoRecipients('mailto:?to=a@b.example&amp;bcc=c@d.example')).toEqual(['a@b.example', 'c@d.example']);
  });

  it('decodes what the link had to encode', () => {
    expect(mailtoRecipients('mailto:Bob%3Cbob@b.example%3E')).toEqual(['bob@b.example']);
    expect(mailtoRecipients('MAILTO:%20ann%40b.example')).toEqual(['ann@b.example']);
    expect(mailtoRecipients('mailto:ann%2540b.example')).toEqual(['ann@b.example']);
  });

  it('refuses what is no address', () => {
    for (const href of [
      'mailto:.x@b.example',
      'mailto:nae...@b.example',
      'mailto:info',
      'mailto:',
      'mailto:%E0%A4%A@x',
    ]) {
      expect(mailtoRecipients(href), href).toEqual([]);
    }
  });
});

describe('an address protected by Cloudflare', () => {
  const encoded = (address: string, key: number): string =>
    [key, ...[...address].map((letter) => letter.charCodeAt(0) ^ key)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');

  it('is decoded with the key in its first byte', () => {
    expect(cloudflareEmail(encoded('ann@acme.example', 0x5a))).toBe('ann@acme.example');
    expect(cloudflareEmail(encoded('ann@acme.example?subject=x', 0x11))).toBe('ann@acme.example');
  });

  it('is none when the bytes make no address', () => {
    expect(cloudflareEmail('zz')).toBeUndefined();
    expect(cloudflareEmail(encoded('IDOLM@STER', 0x20))).toBeUndefined();
  });
});
