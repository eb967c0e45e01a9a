import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { LeadAddress } from '../lead.ts';
import { readLeads } from '../read-leads.ts';
import { walkDocument } from '../walk-document.ts';

const addresses = (body: string, options: { country?: string; url?: string } = {}): LeadAddress[] => {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${body}</body></html>`);
  const { leads, more } = readLeads(walkDocument(document, { url: options.url ?? '' }), options);
  return [...leads, ...more].flatMap((lead) => lead.addresses);
};
const lines = (...text: string[]): string => `<div>${text.join('<br>')}</div>`;

describe('addresses in free text', () => {
  it('are read as each country writes them, the raw block kept', () => {
    const cases: [string, Partial<LeadAddress>][] = [
      [
        lines('Acme Inc.', '1617 3rd Avenue', 'Suite 7080', 'New York, NY 10128-1234'),
        {
          raw: '1617 3rd Avenue\nSuite 7080\nNew York, NY 10128-1234',
          street: '1617 3rd Avenue, Suite 7080',
          city: 'New York',
          region: 'NY',
          postcode: '10128-1234',
          country: 'US',
        },
      ],
      [
        lines('440 Hall of Fame Avenue Springfield , MA 01105'),
        { street: '440 Hall of Fame Avenue', city: 'Springfield', region: 'MA', postcode: '01105' },
      ],
      [
        lines('363 Supertest Rd', 'Toronto, ON', 'M3J 2M4'),
        { street: '363 Supertest Rd', city: 'Toronto', region: 'ON', postcode: 'M3J 2M4', country: 'CA' },
      ],
      [
        lines('Unit D5', 'Innsworth Technology Park', 'Innsworth Lane', 'Gloucester', 'GL3 1DL'),
        {
          city: 'Gloucester',
          postcode: 'GL3 1DL',
          country: 'GB',
          street: 'Unit D5, Innsworth Technology Park, Innsworth Lane',
        },
      ],
      [
        lines('PO Box 5214', 'West Chatswood', 'NSW 1515'),
        { street: 'PO Box 5214', city: 'West Chatswood', region: 'NSW', postcode: '1515', country: 'AU' },
      ],
      [
        lines('Rheingaustrasse 190', 'D-65203 Wiesbaden, Germany'),
        { street: 'Rheingaustrasse 190', city: 'Wiesbaden', postcode: '65203', country: 'DE' },
      ],
      [
        lines('Folnegoviceva 1C', '10000 Zagreb', 'Croatia'),
        { street: 'Folnegoviceva 1C', city: 'Zagreb', postcode: '10000', country: 'HR' },
      ],
      [
        lines('Building B, 1289 Yi Shan Road', 'Shanghai 200233', 'China'),
        { city: 'Shanghai', postcode: '200233', country: 'CN' },
      ],
      [
        lines('〒113-0021 東京都文京区本駒込2-28-8'),
        { postcode: '113-0021', region: '東京都', city: '文京区', street: '本駒込2-28-8', country: 'JP' },
      ],
      [
        lines('广东省深圳市南山区科技园路1号'),
        { region: '广东省', city: '深圳市', street: '南山区科技园路1号', country: 'CN' },
      ],
    ];
    for (const [html, expected] of cases) expect(addresses(html), html).toMatchObject([expected]);
  });

  it('in a form many countries share are read where the site or the user says which', () => {
    const html = lines('Hauptstraße 5', '10115 Berlin');
    expect(addresses(html, { url: 'https://acme.de/' })).toMatchObject([
      { city: 'Berlin', postcode: '10115', country: 'DE' },
    ]);
    expect(addresses(html, { country: 'DE' })).toMatchObject([{ city: 'Berlin', country: 'DE' }]);
  });

  it('are found in a footer among telephones', () => {
    const html =
      '<p>555 Main Line | 312-867-0110 ◊ 1723 North Halsted Street, Chicago Illinois 60614 ◊ info@acme.example</p>';
    expect(addresses(html)).toMatchObject([
      { street: '1723 North Halsted Street', city: 'Chicago', postcode: '60614' },
    ]);
  });

  it('are not made of years, products and lists of codes', () => {
    for (const html of [
      '<p>2013 Annual Report</p>',
      '<p>8800 Main Street</p>',
      '<p>Axis M3014 0285-001 Network Camera</p>',
      '<p>04241, 04243, 04283</p>',
      '<p>SF-31 site, San Leandro, California</p>',
    ]) {
      expect(addresses(html, { country: 'CH' }), html).toEqual([]);
    }
  });

  it('behind a label are kept even where their parts are not known', () => {
    expect(addresses('<p>Adresse: Bahnhofsplatz 3, Musterhausen</p><p>Tel. +49 30 1234567</p>')).toEqual([
      { raw: 'Bahnhofsplatz 3, Musterhausen', street: null, city: null, region: null, postcode: null, country: null },
    ]);
  });
});
