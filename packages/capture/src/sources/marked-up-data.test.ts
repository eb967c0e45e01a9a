import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readLeads } from '../read-leads.ts';
import { walkDocument } from '../walk-document.ts';

const read = (body: string) =>
  readLeads(
    walkDocument(parseHTML(`<!doctype html><html><body>${body}</body></html>`).document, {
      url: 'https://site.example/',
    }),
    { country: 'US' },
  );

describe('microformats', () => {
  it('give a card of either kind with firm, position and address', () => {
    for (const html of [
      `<div class="h-card"><a class="p-name u-url" href="/ann">Ann Lee</a> <span class="p-job-title">Director</span> <span class="p-org h-card">Acme Ltd</span>
       <a class="u-email" href="mailto:ann@acme.example">mail</a> <p class="p-adr h-adr"><span class="p-street-address">1 High St</span> <span class="p-locality">London</span></p></div>`,
      `<div class="vcard"><span class="fn">Ann Lee</span> <span class="title">Director</span> <span class="org">Acme Ltd</span> <a class="url" href="/ann">site</a>
       <a class="email" href="mailto:ann@acme.example?subject=x">mail</a> <p class="adr"><span class="street-address">1 High St</span> <span class="locality">London</span></p></div>`,
    ]) {
      expect(read(html).leads[0]).toMatchObject({
        kind: 'person',
        name: 'Ann Lee',
        title: 'Director',
        company: 'Acme Ltd',
        emails: [{ value: 'ann@acme.example' }],
        addresses: [{ street: '1 High St', city: 'London' }],
        websites: ['https://site.example/ann'],
      });
    }
  });

  it('split a telephone into its parts and its type', () => {
    const { leads } = read(
      `<div class="vcard"><span class="fn">Ann Lee</span><div class="tel"><span class="type">fax</span> <span class="value">+1</span> <span class="value">212</span> <span class="value">736</span> <span class="value">5000</span></div></div>`,
    );
    expect(leads[0]?.phones).toMatchObject([{ e164: '+12127365000', kind: 'fax' }]);
  });

  it('include a part that stands elsewhere, and end where a part includes itself', () => {
    const { leads } = read(`<div class="vcard"><span class="fn">Ann Lee</span><a class="include" href="#firm"></a></div>
      <div class="vcard" id="loop"><span class="fn">Bob Stone</span><span class="title">Clerk</span><object class="include" data="#loop"></object></div>
      <div id="firm"><span class="org">Acme Ltd</span><a class="email" href="mailto:a@acme.example">m</a></div>`);
    expect(leads.find(({ name }) => name === 'Ann Lee')).toMatchObject({
      company: 'Acme Ltd',
      emails: [{ value: 'a@acme.example' }],
    });
    expect(leads.find(({ name }) => name === 'Bob Stone')).toMatchObject({ title: 'Clerk' });
  });

  it('imply a name and a link that no class marks', () => {
    const { leads } = read('<a class="h-card" href="/ann"><img alt="Ann Lee" src="a.png"></a>');
    expect(leads).toMatchObject([{ name: 'Ann Lee', websites: ['https://site.example/ann'] }]);
  });

  it('offer none of many names that nobody can be reached by', () => {
    const { leads, more } = read(
      ['Oak House', 'Mill House', 'Old Church']
        .map((name) => `<span class="vcard"><span class="fn org">${name}</span></span>`)
        .join(' '),
    );
    expect(leads).toEqual([]);
    expect(more.map(({ name }) => name)).toEqual(expect.arrayContaining(['Oak House', 'Mill House', 'Old Church']));
  });
});

describe('RDFa', () => {
  it('gives a firm with its address', () => {
    const { leads } =
      read(`<div vocab="https://schema.org/" typeof="LocalBusiness"><h1 property="name">Beach &amp; Sun</h1>
      <div property="address" typeof="PostalAddress"><span property="streetAddress">3102 Highway 98</span> <span property="addressLocality">Mexico Beach</span></div>
      <span property="telephone">850-648-4200</span> <a property="url" href="/shop">shop</a></div>`);
    expect(leads).toMatchObject([
      {
        kind: 'company',
        name: 'Beach & Sun',
        phones: [{ e164: '+18506484200' }],
        addresses: [{ street: '3102 Highway 98', city: 'Mexico Beach' }],
        websites: ['https://site.example/shop'],
      },
    ]);
  });

  it('reads older vocabularies, and takes nothing a page says of itself to networks', () => {
    const { leads } = read(
      `<meta property="og:title" content="Not a lead"><p xmlns:v="http://rdf.data-vocabulary.org/#" typeof="v:Person"><b property="v:name">Ann Lee</b> <i property="v:title">Director</i></p>`,
    );
    expect(leads).toMatchObject([{ kind: 'person', name: 'Ann Lee', title: 'Director' }]);
  });
});
