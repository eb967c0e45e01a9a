import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { LeadReading } from '../lead.ts';
import { readPageLeads } from '../read-page-leads.ts';
import { walkDocument } from '../walk-document.ts';
import { americanPages } from './american-pages.sample.ts';
import { asianPages } from './asian-pages.sample.ts';
import { europeanPages } from './european-pages.sample.ts';
import { asTold, type SamplePage } from './sample-page.ts';

function readSample({ url, title, lang = '', head = '', body }: SamplePage): LeadReading {
  const html = `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
  // The clock stands: how busy the machine is does not decide what is read.
  return readPageLeads(walkDocument(parseHTML(html).document, { url }), { now: () => 0 });
}

const everyKind: [string, SamplePage[]][] = [
  ['Europe', europeanPages],
  ['Asia', asianPages],
  ['America, Australia, and other kinds', americanPages],
];

describe.each(everyKind)('pages of %s', (_where, pages) => {
  it.each(pages.map((page) => [page.about, page] as const))('%s', (_about, page) => {
    const { leads, failures } = readSample(page);
    const told = page.leads.map((right) => {
      const lead = leads.find(
        (one) => one.kind === right.kind && (right.name === undefined || one.name === right.name),
      );
      return lead === undefined ? { missing: right.name, read: leads.map(({ name }) => name) } : asTold(lead, right);
    });
    const right = page.leads.map((lead) => ({
      ...lead,
      ...(lead.emails && { emails: lead.emails.toSorted() }),
      ...(lead.phones && { phones: lead.phones.toSorted() }),
    }));
    expect(told).toEqual(right);
    expect(leads.filter(({ kind }) => kind === 'person')).toHaveLength(
      page.leads.filter(({ kind }) => kind === 'person').length,
    );
    if (page.leads.length === 0) expect(leads).toEqual([]);
    expect(failures).toEqual([]);
  });
});
