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
