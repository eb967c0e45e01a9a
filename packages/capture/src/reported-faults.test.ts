// Faults that people reported of readers of this kind, by their number in the house's list. Those of mail files (11, 13), cards (14)
// and of the panel (15, 17) have their tests beside what they are about.
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { emptyMail } from './mail-message.ts';
import { readLeads } from './read-leads.ts';
import { readMailLeads } from './read-mail-leads.ts';
import { readTextLeads } from './read-text-leads.ts';
import { textEvidence } from './text-evidence.ts';
import { walkDocument } from './walk-document.ts';

const page = (body: string, head = '', url = '') =>
  walkDocument(parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).document, { url });
const read = (body: string, country = 'US', head = '', url = '') => {
  const { leads, more } = readLeads(page(body, head, url), { country });
  return [...leads, ...more];
};
const emails = (body: string): string[] => read(body).flatMap((lead) => lead.emails.map((email) => email.value));
const phones = (body: string, country = 'US'): (string | null)[] =>
  read(body, country).flatMap((lead) => lead.phones.map((phone) => phone.e164));

it('1: JSON-LD in CDATA, with comments, control characters, a semicolon or null behind it', () => {
  const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
  const firm = (name: string) => `{"@type":"Organization","name":"${name}","telephone":"+1 212-736-5000"}`;
  const names = read(
    '<p>x</p>',
    'US',
    [
      script('null'),
      script(`// <![CDATA[\n${firm('Acme One')};\n// ]]>`),
      script(`{"@type":"Organization", // who\n"name":"Acme\u0001 Two","email":"two@acme.example",}`),
    ].join(''),
  ).map((lead) => lead.name?.replace(/[^\w ]/g, ''));
  expect(names).toEqual(expect.arrayContaining(['Acme One', 'Acme Two']));
});

it('2: an address that Cloudflare hides, and a word with an at sign that is none', () => {
  const hidden = [0x42, ...[...'ann@acme.example'].map((letter) => letter.charCodeAt(0) ^ 0x42)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const leads = read(
    `<p>Mail: <span class="__cf_email__" data-cfemail="${hidden}">[email protected]</span> THE IDOLM@STER</p>`,
  );
  expect(leads.flatMap((lead) => lead.emails)).toEqual([{ value: 'ann@acme.example', decoded: true }]);
});

it('3: addresses spelled out in words and brackets', () => {
  expect(emails('<p>first(dot)last(at)domain(dot)com</p><p>x at y dot com</p><p>name[@]domain[.com]</p>')).toEqual([
    'first.last@domain.com',
    'x@y.com',
    'name@domain.com',
  ]);
});

it('4: names of files, styles and paths are no addresses', () => {
  expect(emails('<p>logo@2x.png }}@keyframes x host/book/Name@shop.example/</p>')).toEqual([]);
});

it('5: a link that names its recipient, and addresses with dots where none may be', () => {
  expect(
    emails(
      '<a href="mailto:Bob%3Cbob@b.example%3E">Bob</a><a href="mailto:.x@b.example">x</a><a href="mailto:nae...@b.example">y</a>',
    ),
  ).toEqual(['bob@b.example']);
});

it('6: a link with three recipients', () => {
  expect(
    emails('<a href="mailto:a@b.example?cc=c@d.example;e@f.example&subject=Hi%20to@all.example">mail</a>'),
  ).toEqual(['a@b.example', 'c@d.example', 'e@f.example']);
});

it('7: dates and spans of years are no telephones, beside one or alone', () => {
  expect(phones('<p>05.10.1986</p><p>03.07 - 17.07.15</p><p>03/2015 – 03/2016</p>')).toEqual([]);
  expect(
    read('<p>(555) 018-2390</p><p>06/2017 – 03/2021</p>').flatMap((lead) => lead.phones.map((phone) => phone.value)),
  ).toEqual(['(555) 018-2390']);
});

it('8: numbers of banks, taxes, citizens and messages; and each number by its own country', () => {
  expect(
    phones(
      '<p>IBAN DE89 3704 0044 0532 0130 00</p><p>SIRET 443 061 841 00039</p><p>身份证：11010519491231002X</p><p>VAT GB 123 4567 89</p><p>Message-ID 20170512093015</p>',
      'DE',
    ),
  ).toEqual([]);
  expect(phones('<p>New York: +1 212-736-5000</p><p>Paris: +33 1 42 68 53 00</p>', 'DE')).toEqual([
    '+12127365000',
    '+33142685300',
  ]);
});

it('9: a number in noise; an identifier and starred digits are none', () => {
  expect(phones('<p>咨询请打电话+8615838471111谢谢</p>', 'CN')).toEqual(['+8615838471111']);
  expect(phones('<p>6576896619930983584L</p><p>57398655**8@qq.com</p>', 'CN')).toEqual([]);
});

it('10: a signature without a sign-off, long lines with bars, a disclaimer below', () => {
  const { leads } = readMailLeads(
    { ...emptyMail(), from: { name: 'Ann Lee', email: 'ann@acme.example' } },
    textEvidence(
      'Dear all, the offer is attached.\n\nAnn Lee\nManager, Global Banking\nAcme Bank Ltd\nTel:313.345.2356/Mobile: 202-456-1111\n\nThis message is confidential and intended for its addressee. Acme Bank Ltd, 1 Wall Street, call 212-736-5000.',
    ),
    { country: 'US' },
  );
  expect(leads).toMatchObject([
    {
      name: 'Ann Lee',
      title: 'Manager, Global Banking',
      company: 'Acme Bank Ltd',
      phones: [
        { value: '313.345.2356', kind: 'tel' },
        { value: '202-456-1111', kind: 'mobile' },
      ],
    },
  ]);
  const barred = readTextLeads('Best regards\nAnn Lee | Sales Manager | Acme Ltd | +49 30 901820 | ann@acme.example');
  expect(barred.leads).toMatchObject([
    { name: 'Ann Lee', title: 'Sales Manager', company: 'Acme Ltd', phones: [{ e164: '+4930901820' }] },
  ]);
});

it('11: only the sender’s signature is read, nobody’s in the quote', () => {
  const { leads, more } = readMailLeads(
    { ...emptyMail(), from: { name: 'Ann Lee', email: 'ann@acme.example' } },
    textEvidence(
      'Agreed.\n\nBest regards\nAnn Lee\nTel +49 30 901820\n\nFra: Bo Holm <bo@other.example>\nSendt: 5. juni 2017\nTil: ann@acme.example\nEmne: Tilbud\n\nVenlig hilsen\nBo Holm\nTlf +45 33 12 34 56',
    ),
  );
  expect(leads).toMatchObject([{ name: 'Ann Lee', phones: [{ e164: '+4930901820' }] }]);
  expect(more).toMatchObject([{ name: 'Bo Holm', emails: [{ value: 'bo@other.example' }], phones: [] }]);
});

it('12: a mail passed on offers its inner sender first; who prose mentions is no lead', () => {
  const { leads } = readMailLeads(
    { ...emptyMail(), from: { name: 'Mia Own', email: 'mia@mine.example' } },
    textEvidence(
      'Please see below, bob@third.example knows more.\n\n---------- Forwarded message ---------\nFrom: Ann Lee <ann@acme.example>\nDate: Tue, Jan 01, 2019\nSubject: Offer\nTo: <mia@mine.example>\n\nWrite to carl@third.example.\n\nRegards\nAnn Lee\nHead of Sales\n+49 30 901820',
    ),
  );
  expect(leads.map(({ name }) => name)).toEqual(['Ann Lee', 'Mia Own']);
  expect(leads[0]).toMatchObject({
    title: 'Head of Sales',
    emails: [{ value: 'ann@acme.example' }],
    phones: [{ e164: '+4930901820' }],
  });
  expect(leads.flatMap((lead) => lead.emails.map((email) => email.value))).not.toContain('bob@third.example');
});

it('16: a network’s name in the title is no company, and a hidden twin of a heading counts once', () => {
  const { leads, more } = readLeads(
    page(
      '<h1>Ann Lee</h1><div>Developer</div><span style="display:none">Ann Lee</span><div>+49 30 901820</div>',
      '<title>Ann Lee - Developer | Digital Example | LinkedIn</title>',
      'https://www.linkedin.com/in/annlee',
    ),
  );
  const all = [...leads, ...more];
  expect(all.filter(({ name }) => name === 'Ann Lee')).toHaveLength(1);
  expect(all.flatMap(({ name, company }) => [name, company])).not.toContain('LinkedIn');
});
