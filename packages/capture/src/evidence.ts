/**
 * What a reader is given: a page as plain, serialisable facts. No live node, no function, no class: it crosses `postMessage`,
 * a JSON file and a test literal alike. `walk-document.ts` is the one thing that makes it out of a document.
 */

/** One element of the page, in document order. Text stands between child elements, where the page has it. */
export type EvidenceNode = {
  /** Local name, lower case. */
  tag: string;
  /** Place among the element's siblings, from 1, as `:nth-child()` counts, so that a path finds the live element again. */
  nth: number;
  /** The attributes a reader may use (see `KEPT_ATTRIBUTES` in walk-document.ts); left out when there are none. */
  attrs?: Record<string, string>;
  /** Present when the page does not show this element, and so nothing below it. Readers of visible text pass it by. */
  hidden?: true;
  /** Elements and runs of text; white space is folded to one blank except inside `pre` and `textarea`. */
  children: EvidenceChild[];
};

export type EvidenceChild = EvidenceNode | string;

/** `<meta>` of the head, in order; `name` holds the `name`, `property` or `itemprop` attribute, lower case. */
export type EvidenceMeta = { name: string; content: string };

/** `<link>` of the head (`canonical`, `alternate`, `me`, `author` …), `href` as the page wrote it. */
export type EvidenceLink = { rel: string; href: string; type: string };

/** A script that carries data rather than a program: JSON-LD, a vCard. The text is as the page wrote it. */
export type EvidenceScript = { type: string; text: string };

/** A page, a mail's body or a card, ready to be read. */
export type PageEvidence = {
  /** Address of the page; empty when it is not known (a file). */
  url: string;
  /** Base for relative links: `<base href>` or the address. */
  base: string;
  title: string;
  /** `lang` of the root element; empty when the page does not say. */
  lang: string;
  meta: EvidenceMeta[];
  links: EvidenceLink[];
  /** Texts of `<script type="application/ld+json">`, untouched. */
  jsonLd: string[];
  /** Other data scripts (`text/vcard` …), untouched. */
  dataScripts: EvidenceScript[];
  /** What the body holds. */
  root: EvidenceNode;
};
