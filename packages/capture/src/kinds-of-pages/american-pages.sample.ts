import type { SamplePage } from './sample-page.ts';

/** Pages of America and Australia, and pages of other kinds: one person, a listing, an article. */
export const americanPages: SamplePage[] = [
  {
    about: 'a Brazilian firm with WhatsApp',
    url: 'https://www.valesul.example.br/contato',
    title: 'Fale Conosco - Vale Sul Embalagens',
    lang: 'pt-BR',
    body: `<h1>Fale Conosco</h1><p><strong>Vale Sul Embalagens Ltda.</strong></p><p>Rua das Palmeiras, 450 - Centro<br>Joinville - SC<br>CEP 89201-100</p><p>CNPJ: 12.345.678/0001-95</p><p>Telefone: (47) 3422-1234</p>
<p>WhatsApp: <a href="https://wa.me/5547991234567">(47) 99123-4567</a></p><p>E-mail: vendas@valesul.example.br</p>`,
    leads: [
      {
        kind: 'company',
        name: 'Vale Sul Embalagens Ltda.',
        emails: ['vendas@valesul.example.br'],
        profiles: ['https://wa.me/5547991234567'],
      },
    ],
  },
  {
    about: 'a Mexican firm with an extension',
    url: 'https://www.aceronorte.example.mx/contacto',
    title: 'Contacto | Acero Norte',
    lang: 'es-MX',
    body: `<h2>Acero Norte, S.A. de C.V.</h2><p>Av. Constitución 2050, Col. Obispado<br>64060 Monterrey, N.L.</p><p>RFC: ANO010101AB1</p><p>Conmutador: 81 8345 6789 ext. 120</p><p>Correo: ventas@aceronorte.example.mx</p>`,
    leads: [
      {
        kind: 'company',
        name: 'Acero Norte, S.A. de C.V.',
        emails: ['ventas@aceronorte.example.mx'],
        phones: ['+528183456789 ext 120'],
      },
    ],
  },
  {
    about: 'an Australian trader with ABN and a licence',
    url: 'https://www.coastalplumb.example.au/contact',
    title: 'Contact Us - Coastal Plumbing & Gas Pty Ltd',
    lang: 'en-AU',
    body: `<h1>Contact Us</h1><p>Coastal Plumbing &amp; Gas Pty Ltd</p><p>Unit 3, 18 Harbour Drive, Coffs Harbour NSW 2450</p><p>Phone: (02) 6652 1234<br>Mobile: 0412 345 678<br>Email: office@coastalplumb.example.au</p><p>ABN 51 824 753 556 · Licence No. 123456C</p>`,
    leads: [
      {
        kind: 'company',
        name: 'Coastal Plumbing & Gas Pty Ltd',
        emails: ['office@coastalplumb.example.au'],
        phones: ['+61266521234', '+61412345678 mobile'],
        address: ['Unit 3, 18 Harbour Drive', '2450', 'Coffs Harbour'],
      },
    ],
  },
  {
    about: 'a faculty of a university, in a table with offices',
    url: 'https://physics.northfield.example.edu/faculty',
    title: 'Faculty | Department of Physics | Northfield University',
    lang: 'en-US',
    body: `<h1>Faculty</h1><table><thead><tr><th>Name</th><th>Position</th><th>Office</th><th>Phone</th><th>Email</th></tr></thead><tbody>
<tr><td>Okafor, Chidi</td><td>Professor and Chair</td><td>Hall 214</td><td>507-555-0114</td><td>cokafor (at) northfield.example.edu</td></tr>
<tr><td>Lindgren, Maja</td><td>Associate Professor</td><td>Hall 220</td><td>507-555-0120</td><td>mlindgren (at) northfield.example.edu</td></tr>
<tr><td>Tran, Huy</td><td>Lecturer</td><td>Hall 231</td><td>507-555-0131</td><td>htran (at) northfield.example.edu</td></tr></tbody></table>`,
    leads: [
      {
        kind: 'person',
        name: 'Chidi Okafor',
        title: 'Professor and Chair',
        phones: ['+15075550114'],
        emails: ['cokafor@northfield.example.edu'],
      },
      {
        kind: 'person',
        name: 'Maja Lindgren',
        title: 'Associate Professor',
        phones: ['+15075550120'],
        emails: ['mlindgren@northfield.example.edu'],
      },
      {
        kind: 'person',
        name: 'Huy Tran',
        title: 'Lecturer',
        phones: ['+15075550131'],
        emails: ['htran@northfield.example.edu'],
      },
    ],
  },
  {
    about: 'a profile of one person with networks',
    url: 'https://www.brightline-advisors.example/team/maria-gonzalez',
    title: 'Maria Gonzalez – Managing Director – Brightline Advisors',
    head: '<meta property="og:site_name" content="Brightline Advisors"><meta property="og:title" content="Maria Gonzalez – Managing Director">',
    lang: 'en-US',
    body: `<article><h1>Maria Gonzalez, CFA</h1><p class="role">Managing Director</p><p>Maria has advised industrial firms since 1998.</p><ul><li><a href="tel:+1-212-555-0147">212.555.0147</a></li><li><a href="mailto:mgonzalez@brightline-advisors.example">Email Maria</a></li><li><a href="https://www.linkedin.com/in/mariagonzalez?trk=x">LinkedIn</a></li></ul></article>
<footer><a href="https://www.linkedin.com/company/brightline">LinkedIn</a> © Brightline Advisors LLC</footer>`,
    leads: [
      {
        kind: 'person',
        name: 'Maria Gonzalez',
        title: 'Managing Director',
        phones: ['+12125550147'],
        emails: ['mgonzalez@brightline-advisors.example'],
      },
    ],
  },
  {
    about: 'an article: who is quoted in it is no lead',
    url: 'https://www.daily-herald.example/2026/03/steel',
    title: 'Steel prices fall again - The Daily Herald',
    lang: 'en-US',
    body: `<article><h1>Steel prices fall again</h1><p>By Tom Reyes</p><p>Prices fell for the third month, said Linda Cho, chief economist at Merit Bank. "We expect 2026 to be slow," she said on Tuesday, 03/10/2026.</p><p>Exports were down 12.5 percent, to 1,234,567 tons.</p></article>
<section class="comments"><h3>Comments</h3><p>John Smith: call me at 555-0100</p></section>`,
    leads: [],
  },
  {
    about: 'a page that sells goods: its shop is nobody to turn to',
    url: 'https://www.campkettle.example/p/4711',
    title: 'Camp Kettle 1.2 l, steel - Summit Outfitters',
    lang: 'en-US',
    body: `<header>Call 800-555-0142</header><main><h1>Camp Kettle 1.2 l, steel</h1><p>$39.95</p><button>Add to cart</button></main>
<footer><p>Summit Outfitters, Inc.</p><p>Denver store: 303-555-0171</p></footer>`,
    leads: [],
  },
  {
    about: 'data for machines that say nothing the page shows',
    url: '',
    title: 'A sample',
    head: '<script type="application/ld+json">null</script><script type="application/ld+json">{"@type":"LocalBusiness","name":"Your Name Here","address":{"@type":"PostalAddress","streetAddress":"1 Any Street","addressLocality":"Anytown"}}</script>',
    body: '<p>Lorem ipsum</p>',
    leads: [],
  },
];
