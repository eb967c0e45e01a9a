import { describe, expect, it } from 'vitest';
import { plainCharacters } from '../plain-characters.ts';
import { emailsInText } from './emails-in-text.ts';

const found = (text: string): string[] => emailsInText(plainCharacters(text), text).map((email) => email.value);
const decoded = (text: string): [string, true | undefined][] =>
  emailsInText(plainCharacters(text), text).map((email) => [email.value, email.decoded]);

describe('addresses of mail in a line of text', () => {
  it('takes an address as it stands, without the full stop behind it', () => {
    expect(decoded('Write to Ann.Lee+crm@Acme.example.')).toEqual([['Ann.Lee+crm@acme.example', undefined]]);
    expect(found('E-mail:info@acme.example,sales@acme.example')).toEqual(['info@acme.example', 'sales@acme.example']);
  });

  it('decodes what is spelled out in words or brackets, and says so', () => {
    const texts: [string, string][] = [
      ['first(dot)last(at)domain(dot)com', 'first.last@domain.com'],
      ['x at y dot com', 'x@y.com'],
      ['name[@]domain[.com]', 'name@domain.com'],
      ['info [at] acme [dot] example', 'info@acme.example'],
      ['donations[at]acme[dot]com', 'donations@acme.com'],
      ['info (ät) acme.example', 'info@acme.example'],
      ['info AT acme.example', 'info@acme.example'],
      ['info(arroba)acme.example', 'info@acme.example'],
      ['info @ acme.example', 'info@acme.example'],
      ['info＠acme.example', 'info@acme.example'],
      ['secretariat {at} acme {dot} org', 'secretariat@acme.org'],
    ];
    for (const [text, value] of texts) expect(decoded(text), text).toEqual([[value, true]]);
  });

  it('finds none in file names, style sheets, paths, stars and names cut short', () => {
    for (const text of [
      'logo@2x.png',
      '}}@keyframes spin',
      'host/book/Name@shop.example/',
      'https://maps.example/@52.5,13.4',
      'IDOLM@STER',
      '57398655**8@qq.com',
      'nae...@b.example',
      'Meet us at acme.com today',
      'We look at the dot com boom',
    ]) {
      expect(found(text), text).toEqual([]);
    }
  });

  it('reads an address of an international domain', () => {
    expect(found('Kontakt: büro@müller.example')).toEqual(['büro@müller.example']);
  });
});
