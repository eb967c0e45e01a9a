import type { PageEvidence } from './evidence.ts';

/** Evidence of plain text (a mail without HTML, a pasted signature): one block, its lines kept. */
export function textEvidence(text: string, title = ''): PageEvidence {
  return {
    url: '',
    base: '',
    title,
    lang: '',
    meta: [],
    links: [],
    jsonLd: [],
    dataScripts: [],
    root: { tag: 'body', nth: 1, children: [{ tag: 'pre', nth: 1, children: [text.replace(/\r\n?/g, '\n')] }] },
  };
}
