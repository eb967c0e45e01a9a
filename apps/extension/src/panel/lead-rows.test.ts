import { describe, expect, it } from 'vitest';
import { samplePerson } from './lead.sample.ts';
import { confidenceWord, rowsOf, withAdded, withoutRow, withValue } from './lead-rows.ts';

const ada = samplePerson('Ada');
const typed = (value: string, country: string | null = null) => ({ value, country });
const rowOf = (lead: typeof ada | ReturnType<typeof withValue>, field: string, index = 0) => {
  const row = rowsOf(lead).find((one) => one.field === field && one.index === index);
  if (row === undefined) throw new Error(`no row ${field} ${index}`);
  return row;
};

describe('the rows of a card', () => {
  it('show each value with its surest source', () => {
    expect(rowOf(ada, 'email').origin).toMatchObject({ source: 'link', confidence: 0.98 });
    expect(rowOf(ada, 'phone')).toMatchObject({ value: '030 1234567', phone: { kind: 'tel' } });
    expect(rowOf(ada, 'name').origin).toBeNull();
  });

  it('offer name, title and company of a person even when they are empty, of a company only its name', () => {
    const nobody = { ...ada, name: null, title: null, company: null, emails: [], phones: [] };
    expect(rowsOf(nobody).map((row) => row.field)).toEqual(['name', 'title', 'company']);
    expect(rowsOf({ ...nobody, kind: 'company' as const }).map((row) => row.field)).toEqual(['name']);
  });
});

describe('writing over a value', () => {
  it('replaces its provenance by the person’s word and keeps what the page said', () => {
    const next = withValue(ada, rowOf(ada, 'email'), typed(' ada@other.example '));
    expect(next.emails).toEqual([{ value: 'ada@other.example' }]);
    expect(next.provenance.filter((origin) => origin.field === 'email')).toEqual([
      {
        field: 'email',
        value: 'ada@other.example',
        raw: 'mailto:ada@shop.example',
        source: 'typed',
        path: 'a:nth-child(1)',
        confidence: 1,
      },
    ]);
    expect(ada.emails).toEqual([{ value: 'ada@shop.example' }]);
  });

  it('does nothing when nothing was changed', () => {
    expect(withValue(ada, rowOf(ada, 'title'), typed('Buyer '))).toBe(ada);
  });

  it('takes the value away when it is emptied', () => {
    expect(withValue(ada, rowOf(ada, 'title'), typed(' ')).title).toBeNull();
    const bare = withoutRow(ada, rowOf(ada, 'phone'));
    expect(bare.phones).toEqual([]);
    expect(bare.provenance.some((origin) => origin.field === 'phone')).toBe(false);
  });

  it('adds what the page did not offer, once', () => {
    const once = withAdded(ada, 'website', typed('https://shop.example'));
    expect(once.websites).toEqual(['https://shop.example']);
    expect(withAdded(once, 'website', typed(' https://shop.example '))).toBe(once);
    expect(rowOf(once, 'website').origin).toMatchObject({ source: 'typed' });
  });

  it('reads a typed number as the page’s are read: by the country of the lead’s other numbers, then the person’s', () => {
    const beside = withAdded(ada, 'phone', typed('0171 2345678'));
    expect(beside.phones[1]).toEqual({ value: '0171 2345678', e164: '+491712345678', kind: 'mobile' });
    const alone = { ...ada, phones: [] };
    expect(withAdded(alone, 'phone', typed('138 0013 8000', 'CN')).phones[0]).toMatchObject({ e164: '+8613800138000' });
    expect(withAdded(alone, 'phone', typed('138 0013 8000')).phones[0]).toMatchObject({ e164: null });
    const fax = { ...ada, phones: [{ value: '1', e164: null, kind: 'fax' as const }] };
    expect(withValue(fax, rowOf(fax, 'phone'), typed('+49 30 1234567')).phones[0]).toMatchObject({ kind: 'fax' });
  });

  it('keeps a typed address as it was written, without parts', () => {
    const [address] = withAdded(ada, 'address', typed('Hafenstr. 1, Hamburg')).addresses;
    expect(address).toMatchObject({ raw: 'Hafenstr. 1, Hamburg', street: null, city: null });
  });
});

describe('confidence in a word', () => {
  it('has three words for what stands behind a value', () => {
    expect([0.97, 0.85, 0.7, 0.3].map(confidenceWord)).toEqual(['sure', 'sure', 'likely', 'unsure']);
  });
});
