import type { PageEvidence } from '@milepost/capture/evidence';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readPage, showOnPage } from './read-page.ts';

const documentOf = (html: string): Document =>
  parseHTML(`<!doctype html><html lang="de"><head>
  <title> Team |  Shop </title><base href="/de/"><meta name="Author" content="Ada">
  <script type="application/ld+json">{"@type":"Person"}</script></head><body>${html}</body></html>`).document;

const elementsOf = ({ root }: PageEvidence) => root.children.filter((child) => typeof child !== 'string');

const URL = 'https://shop.example/team';

describe('reading a page', () => {
  it('yields plain evidence that survives the way to the panel', () => {
    const evidence = readPage(documentOf('<h1>Ada Byron</h1><p>Tel: 030 / 12 34</p>'), URL);
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
    expect(evidence).toMatchObject({
      url: URL,
      base: '/de/',
      title: 'Team | Shop',
      lang: 'de',
      meta: [{ name: 'author', content: 'Ada' }],
      jsonLd: ['{"@type":"Person"}'],
    });
    expect(elementsOf(evidence)).toMatchObject([
      { tag: 'h1', nth: 1, children: ['Ada Byron'] },
      { tag: 'p', nth: 2, children: ['Tel: 030 / 12 34'] },
    ]);
  });

  it('marks what the page does not show', () => {
    const evidence = readPage(documentOf('<p hidden>a@b.example</p><p>c</p>'), URL);
    expect(elementsOf(evidence)).toMatchObject([{ tag: 'p', hidden: true }, { tag: 'p' }]);
    expect(elementsOf(evidence)[1]).not.toHaveProperty('hidden');
  });

  it('asks the browser what is shown, and counts boxes without a frame of their own as shown', () => {
    const document = documentOf('<div id="contents"><p>inside</p></div><div id="gone"><p>not</p></div>');
    const shown = (element: Element): boolean => element.id === '' && element.closest('#gone') === null;
    for (const element of document.querySelectorAll('*')) element.checkVisibility = () => shown(element);
    const display = (element: Element): string => (element.id === 'contents' ? 'contents' : 'none');
    globalThis.getComputedStyle = ((element: Element) => ({ display: display(element) })) as never;
    const [contents, gone] = elementsOf(readPage(document, URL));
    expect(contents).not.toHaveProperty('hidden');
    expect(gone).toHaveProperty('hidden', true);
  });

  it('changes nothing, so that reading twice is harmless', () => {
    const document = documentOf('<p>Ada &lt;ada@shop.example&gt;</p>');
    const before = document.toString();
    expect(readPage(document, URL)).toEqual(readPage(document, URL));
    expect(document.toString()).toBe(before);
  });

  it('reads pages nested deeper than a browser would hand over as objects', () => {
    const deep = 300;
    const evidence = readPage(documentOf(`${'<div>'.repeat(deep)}ada@shop.example${'</div>'.repeat(deep)}`), URL);
    expect(JSON.stringify(evidence)).toContain('ada@shop.example');
  });
});

describe('showing a place on the page', () => {
  it('finds it by its path from the body and says when it is gone', () => {
    const document = documentOf('<div><p>one</p><p id="here">two</p></div>');
    const shown: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      element.scrollIntoView = () => void shown.push(element.id);
      element.animate = (() => ({})) as never;
    }
    globalThis.document = document;
    expect(showOnPage('body > div:nth-child(1) > p:nth-child(2)')).toBe(true);
    expect(shown).toEqual(['here']);
    expect(showOnPage('body > ul:nth-child(9)')).toBe(false);
    expect(showOnPage('json-ld[0].telephone')).toBe(false);
  });
});
