import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { LeadCandidate, LeadReading } from './lead.ts';
import { type ReadOptions, readLeads } from './read-leads.ts';
import { walkDocument } from './walk-document.ts';

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
const e164s = (lead: LeadCandidate | undefined): (string | null)[] => lead?.phones.map((phone) => phone.e164) ?? [];
const emails = (lead: LeadCandidate | undefined): string[] => lead?.emails.map((email) => email.value) ?? [];

describe('a page with a company', () => {
  it('offers its name, address, telephone, fax and mail, each with the place it was taken from', () => {
    const lead = only(
      read(`<div id="addr"><p>Acme Widgets GmbH</p><p>Hauptstr. 12<br>D-10115 Berlin<br>Deutschland</p>
        <p>Tel.: 030 / 123 45 67<br>Fax: 030 1234568<br><a href="mailto:info@acme-widgets.example">info@acme-widgets.example</a></p></div>`),
    );
    expect(lead).toMatchObject({
      kind: 'company',
      name: 'Acme Widgets GmbH',
      emails: [{ value: 'info@acme-widgets.example' }],
      phones: [
        { value: '030 / 123 45 67', e164: '+49301234567', kind: 'tel' },
        { value: '030 1234568', e164: '+49301234568', kind: 'fax' },
      ],
      addresses: [
        {
          raw: 'Hauptstr. 12\nD-10115 Berlin\nDeutschland',
          street: 'Hauptstr. 12',
          city: 'Berlin',
          postcode: '10115',
          country: 'DE',
        },
      ],
    });
    expect(lead.provenance.find((entry) => entry.field === 'phone')).toMatchObject({
      raw: '030 / 123 45 67',
      source: 'text',
      path: 'body > div:nth-child(1) > p:nth-child(3)',
      offset: 6,
    });
  });

  it('takes a phone written without a country for one of the address beside it, then of the site, then of the user', () => {
    const near = read('<p>1723 North Halsted St, Chicago, IL 60614<br>Phone 312-867-0110</p>', {
      url: 'https://acme.de',
      country: 'CN',
    });
    expect(e164s(near.leads[0])).toEqual(['+13128670110']);
    expect(e164s(read('<p>Tel. 030 1234567</p>', { url: 'https://acme.de/kontakt', country: 'IT' }).leads[0])).toEqual([
      '+49301234567',
    ]);
    expect(e164s(read('<p>电话：010-62345678</p>', { country: 'CN' }).leads[0])).toEqual(['+861062345678']);
    expect(e164s(read('<p>Téléphone : 01 23 45 67 89</p>', { country: 'FR' }).leads[0])).toEqual(['+33123456789']);
  });

  it('never takes the network a profile is shown on for the company', () => {
    const reading = read('<h1>Ann Lee</h1><p>Senior Developer</p>', {
      head: '<title>Developer | Digital Example | LinkedIn</title>',
      url: 'https://www.linkedin.com/in/annlee',
    });
    for (const lead of [...reading.leads, ...reading.more]) {
      expect([lead.name, lead.company]).not.toContain('LinkedIn');
      expect(lead.websites).toEqual([]);
    }
    expect(reading.leads[0]).toMatchObject({ kind: 'person', name: 'Ann Lee', company: 'Digital Example' });
  });

  it('counts a title once that is there a second time for screen readers', () => {
    const reading = read(
      '<h1><span aria-hidden="true">Jane Doe</span><span hidden>Jane Doe</span></h1><p>Sales Director</p><p>jane@acme.example</p>',
    );
    expect(reading.leads.filter((lead) => lead.kind === 'person')).toHaveLength(1);
    expect(reading.leads[0]).toMatchObject({ name: 'Jane Doe', title: 'Sales Director' });
  });

  it('passes by cookie banners, credits, licence lines and hidden text', () => {
    const reading =
      read(`<div id="cookie-consent">Questions? privacy@tool.example</div><p style="display:none">trap@spam.example</p>
      <footer><p>Website by Pixel Smiths, hello@pixels.example</p><p>技术支持：某某网络 010-62345678</p><p>京ICP备12345678号</p></footer>`);
    expect(reading.leads).toEqual([]);
    expect(reading.pageKind).toBe('none');
  });

  it('offers nothing where a page tells of nobody', () => {
    expect(read('<h1>Our history</h1><p>In 1986, on 05.10.1986, the mill was built.</p>').leads).toEqual([]);
  });

  it('leaves out people of the user’s own house', () => {
    const reading = read('<p>Ann Lee</p><p>Sales Director</p><p>ann@mine.example</p>', {
      ownDomains: ['mine.example'],
    });
    expect(reading.leads.filter((lead) => lead.kind === 'person')).toEqual([]);
    expect(reading.more.map((lead) => lead.name)).toContain('Ann Lee');
  });
});

describe('labelled values', () => {
  const card: [string, string][] = [
    [
      'a list of terms',
      '<dl><dt>联系人</dt><dd>张三丰</dd><dt>职位</dt><dd>销售经理</dd><dt>手机</dt><dd>13800138000</dd></dl>',
    ],
    [
      'a table',
      '<table><tr><th>联系人</th><td>张三丰</td></tr><tr><th>职位</th><td>销售经理</td></tr><tr><th>手机</th><td>13800138000</td></tr></table>',
    ],
    [
      'lines with full-width colons and blanks',
      '<p>联 系 人：张三丰</p><p>职 位：销售经理</p><p>手 机：13800138000</p>',
    ],
    ['one line', '<p>联系人：张三丰 职位：销售经理 手机：138 0013 8000</p>'],
  ];
  for (const [how, html] of card) {
    it(`are read from ${how}`, () => {
      expect(read(html).leads[0]).toMatchObject({
        kind: 'person',
        name: '张三丰',
        title: '销售经理',
        phones: [{ e164: '+8613800138000', kind: 'mobile' }],
      });
    });
  }

  it('name the company, the site and the accounts of a Chinese page', () => {
    const reading = read(
      '<p>公司：北京华信科技有限公司</p><p>地址：北京市海淀区中关村大街1号</p><p>电话：010-62345678转801</p><p>传真：010-62345679</p><p>QQ：123456789</p><p>微信：huaxin_2020</p><p>邮箱：sales@huaxin.example</p>',
    );
    expect(only(reading)).toMatchObject({
      kind: 'company',
      name: '北京华信科技有限公司',
      phones: [
        { e164: '+861062345678', extension: '801', kind: 'tel' },
        { e164: '+861062345679', kind: 'fax' },
      ],
      addresses: [{ raw: '北京市海淀区中关村大街1号', country: 'CN' }],
      profiles: ['qq:123456789', 'weixin:huaxin_2020'],
    });
  });

  it('give the mobile to WeChat where the page says it is the same', () => {
    expect(read('<p>张经理 13800138000（微信同号）</p>').leads[0]?.profiles).toEqual(['weixin:13800138000']);
  });

  it('tell who leads a company', () => {
    const german = read('<p>Geschäftsführer: Max Muster</p><p>Tel.: +49 30 1234567</p>');
    expect(german.leads[0]).toMatchObject({ kind: 'person', name: 'Max Muster', title: 'Geschäftsführer' });
    const japanese = read(
      '<table><tr><th>代表取締役</th><td>山田 太郎</td></tr><tr><th>電話番号</th><td>03-5977-7917</td></tr></table>',
    );
    expect(japanese.leads[0]).toMatchObject({ kind: 'person', name: '山田 太郎', title: '代表取締役' });
  });
});

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

describe('people in text', () => {
  it('are a name beside a title, in one line or two, the title first or last', () => {
    for (const html of [
      '<p>Kathy Smith</p><p>City Recorder</p><p>kathy@town.example</p>',
      '<p>City Recorder</p><p>Kathy Smith</p><p>kathy@town.example</p>',
      '<p>City Recorder – Kathy Smith, CMFO (ext. 207) kathy@town.example</p>',
      '<p>Kathy Smith | City Recorder | kathy@town.example</p>',
      '<p>Kathy Smith, City Recorder, kathy@town.example</p>',
    ]) {
      expect(read(html).leads[0], html).toMatchObject({
        kind: 'person',
        name: 'Kathy Smith',
        title: 'City Recorder',
        emails: [{ value: 'kathy@town.example' }],
      });
    }
  });

  it('are read row by row, and no value wanders into another row', () => {
    const row = (name: string, title: string, extension: number) =>
      `<li><b>${name}</b><br>${title}<br>Extension ${extension}</li>`;
    const reading = read(`<p>Phone: (734) 668-8397</p><p>Fax: (734) 668-7136</p><ul>
      ${row('Russ Collins', 'Executive Director & CEO', 23)}${row('Amanda Bynum', 'Director, Programming & Education', 21)}
      ${row('Kirsten Lund', 'E-Marketing Designer', 16)}${row('Walt Bishop', 'Head Projectionist', 20)}</ul>`);
    expect(reading.pageKind).toBe('list');
    expect(
      reading.leads.filter((lead) => lead.kind === 'person').map((lead) => [lead.name, lead.title, lead.phones]),
    ).toEqual([
      [
        'Russ Collins',
        'Executive Director & CEO',
        [{ value: 'Extension 23', e164: '+17346688397', extension: '23', kind: 'tel' }],
      ],
      [
        'Amanda Bynum',
        'Director, Programming & Education',
        [{ value: 'Extension 21', e164: '+17346688397', extension: '21', kind: 'tel' }],
      ],
      [
        'Kirsten Lund',
        'E-Marketing Designer',
        [{ value: 'Extension 16', e164: '+17346688397', extension: '16', kind: 'tel' }],
      ],
      [
        'Walt Bishop',
        'Head Projectionist',
        [{ value: 'Extension 20', e164: '+17346688397', extension: '20', kind: 'tel' }],
      ],
    ]);
  });

  it('are read from rows that only line breaks make', () => {
    const reading =
      read(`<div>President<br>Kanu Patel<br>Vice President<br>Bill Robertson<br>Director of Sales<br>Dave Wood<br>
      Customer Service<br>Jani Daly, Cathy Hooper</div><p>702-643-0043</p>`);
    expect(reading.leads.filter((lead) => lead.kind === 'person').map((lead) => [lead.name, lead.title])).toEqual([
      ['Kanu Patel', 'President'],
      ['Bill Robertson', 'Vice President'],
      ['Dave Wood', 'Director of Sales'],
      ['Jani Daly', 'Customer Service'],
      ['Cathy Hooper', 'Customer Service'],
    ]);
  });

  it('keep their own telephone and fax in a table, by the heads of its columns', () => {
    const reading = read(`<table><tr><th>Department</th><th>Contact</th><th>Phone</th><th>Fax</th></tr>
      <tr><td>Planning</td><td>Julie Ingraham</td><td>408.868.1260</td><td>408.868.1280</td></tr>
      <tr><td>Streets</td><td>Debbie Moore</td><td>408.868.1216</td><td>408.867.8559</td></tr>
      <tr><td>Works</td><td>Shaheen Sarwari</td><td>408.868.1239</td><td>408.868.1239</td></tr></table>`);
    expect(
      reading.leads
        .filter((lead) => lead.kind === 'person')
        .map((lead) => [lead.name, lead.phones.map((phone) => `${phone.e164} ${phone.kind}`)]),
    ).toEqual([
      ['Julie Ingraham', ['+14088681260 tel', '+14088681280 fax']],
      ['Debbie Moore', ['+14088681216 tel', '+14088678559 fax']],
      ['Shaheen Sarwari', ['+14088681239 tel', '+14088681239 fax']],
    ]);
  });

  it('are only more to choose from when they are quoted', () => {
    const reading =
      read(`<h2>What our customers say</h2><blockquote>Great beds. I sleep well.</blockquote><p>Amy Furbee, Director, Acme School</p>
      <h2>Contact</h2><p>Phone: 281-440-1444</p>`);
    expect(reading.leads.map((lead) => lead.name)).not.toContain('Amy Furbee');
    expect(reading.more.map((lead) => lead.name)).toContain('Amy Furbee');
  });

  it('are never made of menus, products and places', () => {
    const reading =
      read(`<ul><li>Folding Chairs</li><li>Pan Head</li><li>Staff Picks</li><li>Duct Cleaning</li><li>Maintenance</li></ul>
      <p>Hong Kong</p><p>Sales</p><p>Ann Arbor, MI 48104</p><p>Phone: (734) 668-8397</p>`);
    expect(reading.leads.filter((lead) => lead.kind === 'person')).toEqual([]);
  });
});

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
