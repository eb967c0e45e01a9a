import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { pageText } from './page-text.ts';
import { type DocumentLike, type ElementLike, walkDocument } from './walk-document.ts';

const evidenceOf = (html: string) => walkDocument(parseHTML(html).document, { url: 'https://acme.example/contact' });
const linesOf = (html: string): string[] => pageText(evidenceOf(html)).lines.map((line) => line.text);

describe('evidence of a document', () => {
  it('holds title, language, meta data, links and data scripts', () => {
    const evidence = evidenceOf(`<html lang="de-AT"><head><title> ACME\n GmbH </title><base href="/de/">
      <meta property="og:site_name" content="ACME"><link rel="canonical" href="https://acme.example/">
      <script type="application/ld+json">{"@type":"Organization"}</script></head><body><p>Hallo</p></body></html>`);
    expect(evidence).toMatchObject({
      url: 'https://acme.example/contact',
      base: '/de/',
      title: 'ACME GmbH',
      lang: 'de-AT',
      meta: [{ name: 'og:site_name', content: 'ACME' }],
      links: [{ rel: 'canonical', href: 'https://acme.example/', type: '' }],
      jsonLd: ['{"@type":"Organization"}'],
    });
  });

  it('survives being sent as JSON', () => {
    const evidence = evidenceOf('<body><p class="x">A <b>b</b></p></body>');
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
  });

  it('shows no hidden text, program, style, form or comment', () => {
    expect(
      linesOf(`<body><p hidden>no</p><p style="display: none">no</p><div style="visibility:hidden"><b>no</b></div><script>no</script>
        <style>no</style><noscript>no</noscript><textarea>no</textarea><select><option>no</option></select><!-- no --><p>yes</p></body>`),
    ).toEqual(['yes']);
  });

  it('opens what a visitor can open: tabs and accordions are closed, not hidden', () => {
    expect(
      linesOf(
        `<body><div class="accordion-panel" style="display:none"><p>Paris office</p><p hidden>no</p></div>
         <div role="tabpanel" hidden>Rome office</div></body>`,
      ),
    ).toEqual(['Paris office', 'Rome office']);
  });

  it('believes the browser where there is one', () => {
    const { document } = parseHTML('<body><p class="gone">no</p><p>yes</p></body>');
    const isShown = (element: ElementLike): boolean => element.getAttribute('class') !== 'gone';
    expect(pageText(walkDocument(document, { url: '', isShown })).lines.map((line) => line.text)).toEqual(['yes']);
  });

  it('reads a page nested without end', () => {
    const deep = 20_000;
    expect(linesOf(`<body>${'<div>'.repeat(deep)}bottom${'</div>'.repeat(deep)}</body>`)).toEqual(['bottom']);
  });

  it('keeps content that a lenient parser leaves outside the body', () => {
    expect(linesOf('<html><head></head>before<html><body><p>inside</p></body></html></html>').join(' ')).toBe(
      'before inside',
    );
  });

  it('reads shadow trees, the nodes given to slots, and frames of the same origin', () => {
    const text = (value: string) => ({ nodeType: 3, nodeValue: value, childNodes: [] });
    const element = (localName: string, childNodes: unknown[], more: object = {}) => ({
      nodeType: 1,
      localName,
      childNodes,
      attributes: [],
      textContent: '',
      getAttribute: () => null,
      ...more,
    });
    const given = element('b', [text('given')]);
    const slot = element('slot', [], { assignedNodes: () => [given] });
    const card = element('x-card', [given], { shadowRoot: { nodeType: 11, childNodes: [text('shadow '), slot] } });
    const framed = { documentElement: null, body: element('body', [text('framed')]) };
    const frame = element('iframe', [], { contentDocument: framed });
    const closed = Object.defineProperty(element('iframe', []), 'contentDocument', {
      get: () => {
        throw new Error('another origin');
      },
    });
    const document: DocumentLike = { documentElement: element('html', [element('body', [card, frame, closed])]) };
    expect(pageText(walkDocument(document, { url: '' })).lines.map((line) => line.text)).toEqual([
      'shadow given',
      'framed',
    ]);
  });
});

describe('a page as lines', () => {
  it('breaks at blocks and line breaks and folds white space', () => {
    expect(linesOf('<body><div>Tel:\n  <b>030</b>&nbsp; 1<br>Fax</div><table><tr><td>a<td>b</table></body>')).toEqual([
      'Tel: 030 1',
      'Fax',
      'a',
      'b',
    ]);
  });

  it('keeps apart links side by side, and digits from the word behind them', () => {
    expect(linesOf('<body><a>ann@acme.example</a><a>Map</a></body>')).toEqual(['ann@acme.example Map']);
    expect(linesOf('<body><span>555 0100</span><span>Service</span></body>')).toEqual(['555 0100 Service']);
    expect(linesOf('<body><span>in</span>fo@acme.example</body>')).toEqual(['info@acme.example']);
  });
});
