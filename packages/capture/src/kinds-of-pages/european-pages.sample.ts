import type { SamplePage } from './sample-page.ts';

/** Pages as firms of Europe have them: imprints, cards of a team, tables, footers. */
export const europeanPages: SamplePage[] = [
  {
    about: 'an imprint in German, with register and tax numbers',
    url: 'https://www.brenner-pumpen.example/impressum',
    title: 'Impressum – Brenner Pumpen',
    lang: 'de',
    body: `<nav><a href="/">Start</a><a href="/produkte">Produkte</a></nav><main><h1>Impressum</h1>
<p>Brenner Pumpentechnik GmbH<br>Industriestraße 14<br>72072 Tübingen</p>
<p>Geschäftsführer: Dipl.-Ing. Matthias Brenner</p>
<p>Telefon: +49 (0) 7071 / 55 01 - 0<br>Telefax: +49 (0) 7071 / 55 01 - 99<br>E-Mail: info [at] brenner-pumpen.example</p>
<p>Registergericht: Amtsgericht Stuttgart, HRB 381204<br>USt-IdNr.: DE 812 345 678<br>Steuernummer: 86001/12345</p></main>
<footer>© 2026 Brenner Pumpentechnik GmbH · Umsetzung: Pixelwerk Agentur, Tel. 0711 123456</footer>`,
    leads: [
      { kind: 'person', name: 'Matthias Brenner', company: 'Brenner Pumpentechnik GmbH' },
      {
        kind: 'company',
        name: 'Brenner Pumpentechnik GmbH',
        emails: ['info@brenner-pumpen.example'],
        phones: ['+49707155010', '+497071550199 fax'],
        address: ['Industriestraße 14', '72072', 'Tübingen'],
      },
    ],
  },
  {
    about: 'a page of contact in French, with SIRET and capital',
    url: 'https://ateliers-morel.example/contact',
    title: 'Contactez-nous | Ateliers Morel',
    lang: 'fr',
    body: `<h1>Contactez-nous</h1><div class="coord"><strong>Ateliers Morel SARL</strong><p>27, rue des Tanneurs<br>69003 Lyon</p>
<p>Tél. : 04 72 11 22 33<br>Fax : 04 72 11 22 34<br>Portable : 06 12 34 56 78<br>Courriel : <a href="mailto:contact@ateliers-morel.example">contact@ateliers-morel.example</a></p></div>
<p>SARL au capital de 10 000 € – SIRET 732 829 320 00074 – TVA intracommunautaire FR 44 732829320</p>`,
    leads: [
      {
        kind: 'company',
        name: 'Ateliers Morel SARL',
        emails: ['contact@ateliers-morel.example'],
        phones: ['+33472112233', '+33472112234 fax', '+33612345678 mobile'],
        address: ['27, rue des Tanneurs', '69003', 'Lyon'],
      },
    ],
  },
  {
    about: 'a footer in Italian, with tax number and certified mail',
    url: 'https://www.officinerossi.example/',
    title: 'Officine Rossi S.p.A. – Valvole industriali dal 1962',
    lang: 'it',
    body: `<main><h1>Valvole industriali</h1><p>Produciamo valvole dal 1962.</p></main><footer><p>Officine Rossi S.p.A.</p>
<p>Sede legale: Via Garibaldi, 15 - 20121 Milano (MI)</p><p>Tel. 02 8645 1230 - Fax 02 8645 1239</p>
<p>info@officinerossi.example - PEC: officinerossi@pec.example</p><p>P. IVA 01234567890 - REA MI-1234567 - Cap. Soc. € 500.000 i.v.</p></footer>`,
    leads: [
      {
        kind: 'company',
        name: 'Officine Rossi S.p.A.',
        emails: ['info@officinerossi.example', 'officinerossi@pec.example'],
        phones: ['+390286451230', '+390286451239 fax'],
        address: ['Via Garibaldi, 15', '20121', 'Milano'],
      },
    ],
  },
  {
    about: 'a legal notice in Spanish as a list of terms',
    url: 'https://bodegas-alba.example/aviso-legal',
    title: 'Aviso legal - Bodegas Alba',
    lang: 'es',
    body: `<h1>Aviso legal</h1><dl><dt>Razón social</dt><dd>Bodegas Alba, S.L.</dd><dt>CIF</dt><dd>B12345674</dd><dt>Domicilio social</dt><dd>Calle Mayor, 8, 26001 Logroño</dd>
<dt>Teléfono</dt><dd>941 22 33 44</dd><dt>Móvil</dt><dd>612 345 678</dd><dt>Correo electrónico</dt><dd>bodega@bodegas-alba.example</dd></dl>`,
    leads: [
      {
        kind: 'company',
        name: 'Bodegas Alba, S.L.',
        emails: ['bodega@bodegas-alba.example'],
        phones: ['+34612345678 mobile', '+34941223344'],
        address: ['Calle Mayor, 8', '26001', 'Logroño'],
      },
    ],
  },
  {
    about: 'a team in Dutch, in cards',
    url: 'https://www.devriesbouw.example/team',
    title: 'Ons team | De Vries Bouw',
    lang: 'nl',
    body: `<h1>Ons team</h1><div class="cards"><div class="card"><h3>Sanne de Vries</h3><p>Directeur</p><a href="tel:+31201234501">020 123 45 01</a><a href="mailto:sanne@devriesbouw.example">Mail Sanne</a></div>
<div class="card"><h3>Pieter van den Berg</h3><p>Projectleider</p><a href="tel:+31612345678">06 12 34 56 78</a><a href="mailto:pieter@devriesbouw.example">Mail Pieter</a></div>
<div class="card"><h3>Fatima El Amrani</h3><p>Administratie</p><a href="mailto:fatima@devriesbouw.example">Mail Fatima</a></div></div>
<footer>De Vries Bouw B.V. · Keizersgracht 12, 1015 CS Amsterdam · KvK 12345678 · BTW NL001234567B01</footer>`,
    leads: [
      {
        kind: 'person',
        name: 'Sanne de Vries',
        title: 'Directeur',
        phones: ['+31201234501'],
        emails: ['sanne@devriesbouw.example'],
      },
      {
        kind: 'person',
        name: 'Pieter van den Berg',
        title: 'Projectleider',
        phones: ['+31612345678 mobile'],
        emails: ['pieter@devriesbouw.example'],
      },
      { kind: 'person', name: 'Fatima El Amrani', title: 'Administratie', emails: ['fatima@devriesbouw.example'] },
      { kind: 'company', name: 'De Vries Bouw B.V.', address: ['Keizersgracht 12', '1015 CS', 'Amsterdam'] },
    ],
  },
  {
    about: 'departments in Polish',
    url: 'https://stalmet.example/kontakt',
    title: 'Kontakt - Stalmet Sp. z o.o.',
    lang: 'pl',
    body: `<h1>Kontakt</h1><p><b>Stalmet Sp. z o.o.</b><br>ul. Przemysłowa 5<br>30-701 Kraków</p><p>NIP: 6790001234, REGON: 350001234</p>
<table><tr><th>Osoba kontaktowa</th><th>Stanowisko</th><th>Telefon</th><th>E-mail</th></tr>
<tr><td>Katarzyna Nowak</td><td>Kierownik sprzedaży</td><td>12 345 67 89</td><td>k.nowak@stalmet.example</td></tr>
<tr><td>Tomasz Wiśniewski</td><td>Specjalista ds. zakupów</td><td>501 234 567</td><td>t.wisniewski@stalmet.example</td></tr></table>`,
    leads: [
      {
        kind: 'person',
        name: 'Katarzyna Nowak',
        title: 'Kierownik sprzedaży',
        phones: ['+48123456789'],
        emails: ['k.nowak@stalmet.example'],
      },
      {
        kind: 'person',
        name: 'Tomasz Wiśniewski',
        title: 'Specjalista ds. zakupów',
        phones: ['+48501234567 mobile'],
        emails: ['t.wisniewski@stalmet.example'],
      },
      { kind: 'company', name: 'Stalmet Sp. z o.o.', address: ['ul. Przemysłowa 5', '30-701', 'Kraków'] },
    ],
  },
  {
    about: 'a firm in Czech with its executive',
    url: 'https://www.dilnahora.example/kontakty',
    title: 'Kontakty | Dílna Hora',
    lang: 'cs',
    body: `<h2>Dílna Hora s.r.o.</h2><p>Nádražní 120/4<br>702 00 Ostrava</p><p>IČO: 27074358<br>DIČ: CZ27074358</p><p>Jednatel: Ing. Pavel Hora</p><p>Tel.: +420 596 123 456<br>Mobil: +420 603 123 456<br>E-mail: hora@dilnahora.example</p>`,
    leads: [
      { kind: 'person', name: 'Pavel Hora' },
      { kind: 'company', name: 'Dílna Hora s.r.o.', address: ['Nádražní 120/4', '702 00', 'Ostrava'] },
    ],
  },
  {
    about: 'a Swedish page with a switchboard and a person',
    url: 'https://nordljus.example/kontakt',
    title: 'Kontakta oss - Nordljus AB',
    lang: 'sv',
    body: `<h1>Kontakta oss</h1><p>Nordljus AB<br>Storgatan 3<br>411 38 Göteborg<br>Växel: 031-10 20 30<br>Org.nr: 556677-8899</p>
<section><h3>Åsa Lindqvist</h3><p>Försäljningschef</p><p>Direkt: 031-10 20 31<br>Mobil: 070-123 45 67<br>E-post: asa.lindqvist@nordljus.example</p></section>`,
    leads: [
      {
        kind: 'person',
        name: 'Åsa Lindqvist',
        title: 'Försäljningschef',
        phones: ['+4631102031', '+46701234567 mobile'],
        emails: ['asa.lindqvist@nordljus.example'],
      },
      { kind: 'company', name: 'Nordljus AB', phones: ['+4631102030'], address: ['Storgatan 3', '411 38', 'Göteborg'] },
    ],
  },
  {
    about: 'a British firm with extensions and cards to download',
    url: 'https://www.harcourt-legal.example/people',
    title: 'Our people :: Harcourt Legal LLP',
    lang: 'en-GB',
    body: `<main><h1>Our people</h1><ul class="people"><li><h2>Emma Whitfield</h2><p>Senior Partner</p><p>020 7946 0100 ext. 214</p><a href="/cards/emma-whitfield.vcf">Download vCard</a></li>
<li><h2>Rajesh Patel</h2><p>Associate Solicitor</p><p>020 7946 0100 ext. 231</p><a href="/cards/rajesh-patel.vcf">Download vCard</a></li></ul></main>
<footer><p>Harcourt Legal LLP, 12 Bedford Row, London WC1R 4BZ. Registered in England OC312345. VAT 123 4567 89.</p></footer>`,
    leads: [
      { kind: 'person', name: 'Emma Whitfield', title: 'Senior Partner', phones: ['+442079460100 ext 214'] },
      { kind: 'person', name: 'Rajesh Patel', title: 'Associate Solicitor', phones: ['+442079460100 ext 231'] },
      { kind: 'company', name: 'Harcourt Legal LLP', address: ['12 Bedford Row', 'WC1R 4BZ', 'London'] },
    ],
  },
  {
    about: 'a Russian firm with tax numbers and a messenger',
    url: 'https://stroymash.example/contacts',
    title: 'Контакты — ООО «Строймаш»',
    lang: 'ru',
    body: `<h1>Контакты</h1><p>ООО «Строймаш»</p><p>Адрес: 620014, г. Екатеринбург, ул. Малышева, д. 51</p><p>Телефон: +7 (343) 222-33-44</p><p>Факс: +7 (343) 222-33-45</p>
<p>E-mail: <a href="mailto:info@stroymash.example">info@stroymash.example</a></p><p><a href="https://t.me/stroymash">Telegram</a></p><p>ИНН 6671000000, КПП 667101001, ОГРН 1026600000000</p>`,
    leads: [
      {
        kind: 'company',
        name: 'ООО «Строймаш»',
        emails: ['info@stroymash.example'],
        phones: ['+73432223344', '+73432223345 fax'],
        profiles: ['https://t.me/stroymash'],
      },
    ],
  },
  {
    about: 'a Turkish joint-stock company',
    url: 'https://www.egemakina.example/iletisim',
    title: 'İletişim | Ege Makina A.Ş.',
    lang: 'tr',
    body: `<h1>İletişim</h1><p>Ege Makina Sanayi A.Ş.</p><p>Adres: Atatürk Cad. No: 45, 35210 İzmir</p><p>Telefon: +90 232 444 55 66</p><p>Faks: +90 232 444 55 67</p><p>Cep: +90 532 123 45 67</p><p>E-posta: bilgi@egemakina.example</p><p>Vergi No: 3240012345</p>`,
    leads: [
      {
        kind: 'company',
        emails: ['bilgi@egemakina.example'],
        phones: ['+902324445566', '+902324445567 fax', '+905321234567 mobile'],
      },
    ],
  },
];
