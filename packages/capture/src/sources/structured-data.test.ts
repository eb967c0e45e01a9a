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

describe('structured data', () => {
  it('is read from JSON-LD with a graph, links by id and nested people', () => {
    const script = `// <![CDATA[
      {"@context":"https://schema.org","@graph":[
        {"@type":"Organization","@id":"#org","name":"Acme Ltd","telephone":"020 7193 1430","sameAs":["https://www.linkedin.com/company/acme"],
         "address":{"@type":"PostalAddress","streetAddress":"1 High St","addressLocality":"London","postalCode":"W1T 3NL","addressCountry":"GB"},
         "employee":[{"@id":"#ann"}],"department":{"@type":"Organization","name":"Acme Labs","email":"mailto:labs@acme.example"},
         "contactPoint":{"@type":"ContactPoint","contactType":"fax","telephone":"+44 20 7193 1431"},},
        {"@type":"Person","@id":"#ann","name":"Ann Lee","jobTitle":"CTO","worksFor":{"@id":"#org"},"email":"ann@acme.example"}]};
      // ]]>`;
    const reading = read('<p>Hello</p>', {
      head: `<script type="application/ld+json">null</script><script type="application/ld+json">${script}</script>`,
      country: 'GB',
    });
    expect(reading.failures).toEqual([]);
    expect(reading.leads).toMatchObject([
      { kind: 'person', name: 'Ann Lee', title: 'CTO', company: 'Acme Ltd', emails: [{ value: 'ann@acme.example' }] },
      { kind: 'company', name: 'Acme Labs', emails: [{ value: 'labs@acme.example' }] },
      {
        kind: 'company',
        name: 'Acme Ltd',
        phones: [
          { e164: '+442071931430', kind: 'tel' },
          { e164: '+442071931431', kind: 'fax' },
        ],
        addresses: [{ street: '1 High St', city: 'London', postcode: 'W1T 3NL', country: 'GB' }],
        profiles: ['https://www.linkedin.com/company/acme'],
      },
    ]);
    expect(reading.leads[2]?.provenance.find((entry) => entry.field === 'phone')).toMatchObject({
      source: 'json-ld',
      path: "json-ld[1]['@graph'][0].telephone",
    });
  });

  it('is read from microdata, with content and itemref, and ends where an element refers to itself', () => {
    const reading = read(`<div itemscope itemtype="https://schema.org/Person" itemref="more self" id="self">
        <span itemprop="name">Jane Doe</span> <span itemprop="jobTitle">Professor</span>
        <meta itemprop="email" content="jane@uni.example"><a itemprop="colleague" href="/bob">Bob Smith</a></div>
      <p id="more">Call <span itemprop="telephone" content="+14155552671">us</span></p>`);
    expect(only(reading)).toMatchObject({
      kind: 'person',
      name: 'Jane Doe',
      title: 'Professor',
      emails: [{ value: 'jane@uni.example' }],
      phones: [{ e164: '+14155552671' }],
    });
  });

  it('offers an author only under more', () => {
    const reading = read('', {
      head: '<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"Pat Writer"}}</script>',
    });
    expect(reading.leads).toEqual([]);
    expect(reading.more).toMatchObject([{ kind: 'person', name: 'Pat Writer' }]);
  });
});
