import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { pageText } from '../page-text.ts';
import { readingContext } from '../reading-context.ts';
import { walkDocument } from '../walk-document.ts';
import { companyNames } from './company-names.ts';
import { titleParts } from './page-title.ts';

const firstName = (head: string, body: string, url = ''): string | undefined => {
  const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  return companyNames(readingContext(pageText(walkDocument(document, { url })), {}))[0]?.name;
};

describe('the company a page belongs to', () => {
  it('is what title and copyright agree on', () => {
    expect(
      firstName(
        '<title>Contact Us | Michigan Theater</title>',
        '<h1>Contact</h1><p>Copyright © 2013 Michigan Theater. All rights reserved.</p>',
      ),
    ).toBe('Michigan Theater');
  });

  it('is what the domain spells, with its legal form', () => {
    expect(
      firstName(
        '<title>Project costing software</title>',
        '<p>Peak View Roofing, Inc.</p>',
        'https://www.peakviewroofing.example/x',
      ),
    ).toBe('Peak View Roofing, Inc.');
    expect(
      firstName('<title>Kent Bathroom Fitters</title>', '<p>Call Flint & Son today</p>', 'https://flintandson.example'),
    ).toBe('Flint & Son');
  });

  it('may be a trade, where the domain says so', () => {
    expect(
      firstName('<title>Mister Plumber - Toronto</title>', '<p>Drains and pipes</p>', 'https://misterplumber.example'),
    ).toBe('Mister Plumber');
  });

  it('is not what a page says again and again', () => {
    expect(
      firstName(
        '<meta property="og:site_name" content="ioSafe">',
        '<p>Business hours</p><p>9 Main Street</p><p>Business hours</p><p>9 Main Street</p>',
      ),
    ).toBe('ioSafe');
  });

  it('is not whoever drew the map', () => {
    expect(firstName('<title>DeCo Dental</title>', '<p>Map data ©2014 Google</p>', 'https://decodental.example')).toBe(
      'DeCo Dental',
    );
  });
});

describe('the parts of a title', () => {
  it('leave out what only names the kind of page', () => {
    const parts = (title: string): string[] => titleParts(title).map((part) => part.text);
    expect(parts('Contact Us | Acme')).toEqual(['Acme']);
    expect(parts('Impressum – Acme GmbH')).toEqual(['Acme GmbH']);
    expect(parts('联系我们-北京华信科技有限公司')).toEqual(['北京华信科技有限公司']);
    expect(parts('Welcome to Acme')).toEqual(['Acme']);
    expect(parts('Kontakt')).toEqual([]);
  });
});
