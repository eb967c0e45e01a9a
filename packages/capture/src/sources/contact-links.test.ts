import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { LeadCandidate, LeadReading } from '../lead.ts';
import { type ReadOptions, readLeads } from '../read-leads.ts';
import { walkDocument } from '../walk-document.ts';

const read = (
  body: string,
  { url = '', head = '', ...options }: ReadOptions & { url?: string; head?: string } = {},
): LeadReading => {
  const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  return readLeads(walkDocument(document, { url }), options);
};
const only = (reading: LeadReading): LeadCandidate => {
  expect(reading.leads).toHaveLength(1);
  return reading.leads[0] as LeadCandidate;
};
const emails = (lead: LeadCandidate | undefined): string[] => lead?.emails.map((email) => email.value) ?? [];

describe('addresses kept from robots', () => {
  it('are decoded and marked', () => {
    const bytes = [0x5a, ...[...'ann@acme.example'].map((letter) => letter.charCodeAt(0) ^ 0x5a)];
    const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const reading = read(`<p><span class="__cf_email__" data-cfemail="${hex}">[email protected]</span></p>
      <p>first(dot)last(at)domain(dot)com</p><p><span style="unicode-bidi:bidi-override;direction:rtl">elpmaxe.emca@ofni</span></p>
      <p><span data-user="sales" data-domain="acme.example"></span></p><p><a data-mailto-rot13="obo@npzr.rknzcyr">mail</a></p>`);
    expect(only(reading).emails).toEqual([
      { value: 'first.last@domain.com', decoded: true },
      { value: 'ann@acme.example', decoded: true },
      { value: 'info@acme.example', decoded: true },
      { value: 'sales@acme.example', decoded: true },
      { value: 'bob@acme.example', decoded: true },
    ]);
  });
});

describe('links', () => {
  it('give recipients, numbers and profiles, and their text wins over a malformed address', () => {
    const lead = only(
      read(`<a href="mailto:a@b.example?cc=c@d.example&amp;subject=Hi">Mail</a> <a href="mailto:nae...@x.example">right@x.example</a>
        <a href="tel:+1-650-253-0000;ext=12">Call</a> <a href="fax:+16502530001">Fax</a> <a href="https://wa.me/8613800138000">WhatsApp</a>
        <a href="https://twitter.com/intent/tweet">Share</a> <a href="https://www.facebook.com/acme?ref=1">Facebook</a><a href="mailto:unseen@x.example"></a>`),
    );
    expect(emails(lead).sort()).toEqual(['a@b.example', 'c@d.example', 'right@x.example']);
    expect(lead.phones).toEqual([
      { value: '+1-650-253-0000', e164: '+16502530000', kind: 'tel', extension: '12' },
      { value: '+16502530001', e164: '+16502530001', kind: 'fax' },
    ]);
    expect(lead.profiles).toEqual(['https://wa.me/8613800138000', 'https://www.facebook.com/acme']);
  });

  it('say the same number once, with what its text adds', () => {
    expect(only(read('<p>Fax: <a href="tel:+16502530001">(650) 253-0001</a></p>')).phones).toEqual([
      { value: '(650) 253-0001', e164: '+16502530001', kind: 'fax' },
    ]);
  });
});
