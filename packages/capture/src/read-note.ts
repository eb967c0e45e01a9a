import type { EvidenceNode } from './evidence.ts';

/**
 * A piece of a page as text that keeps its structure: paragraphs apart by an empty line, items with a dash or their number, links
 * as "text (address)", rows of a table with their cells apart. `base` resolves links that are written short. Hidden elements
 * and forms say nothing. Written for a selection's evidence; the body of a mail is one as well.
 */
export function readNote(root: EvidenceNode, base = ''): string {
  const writer = new NoteWriter(base);
  writer.children(root, '');
  return writer.text();
}

const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure section article header footer aside main address hr'.split(
    ' ',
  ),
);
const LINES = new Set('div tr dt dd li br caption thead tbody tfoot figcaption'.split(' '));
const SILENT = new Set(['select', 'textarea', 'input', 'button', 'option', 'img', 'meta', 'link']);

class NoteWriter {
  private readonly lines: string[] = [''];
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  text(): string {
    return this.lines
      .map((line) => line.replace(/[ \t]+$/, ''))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  children(node: EvidenceNode, indent: string): void {
    let number = Number.parseInt(node.attrs?.['value'] ?? '1', 10) || 1;
    for (const child of node.children) {
      if (typeof child === 'string') this.write(child, node.tag === 'pre');
      else if (child.hidden !== true && !SILENT.has(child.tag)) {
        this.element(child, node.tag === 'ol' ? `${number}. ` : '- ', indent);
        if (child.tag === 'li') number += 1;
      }
    }
  }

  private element(node: EvidenceNode, bullet: string, indent: string): void {
    const isParagraph = PARAGRAPHS.has(node.tag);
    if (isParagraph && !(indent !== '' && (node.tag === 'ul' || node.tag === 'ol'))) this.paragraph();
    else if (isParagraph || LINES.has(node.tag)) this.line();
    if (node.tag === 'li') {
      this.append(indent + bullet);
      this.children(node, `${indent}  `);
    } else if (node.tag === 'a') this.link(node, indent);
    else if (node.tag === 'td' || node.tag === 'th') this.cell(node, indent);
    else this.children(node, indent);
    if (isParagraph && indent === '') this.paragraph();
    else if (isParagraph || (LINES.has(node.tag) && node.tag !== 'br')) this.line();
  }

  private cell(node: EvidenceNode, indent: string): void {
    if (this.current().trim() !== '') this.append(' | ');
    this.children(node, indent);
  }

  /** An address that the text does not show already stands behind it. */
  private link(node: EvidenceNode, indent: string): void {
    const from = this.current().length;
    const line = this.lines.length;
    this.children(node, indent);
    const shown = this.lines.length === line ? this.current().slice(from).trim() : '';
    const href = (node.attrs?.['href'] ?? '').trim();
    const target = href.replace(/^(?:mailto|tel):/i, '');
    const isShown =
      target === '' || shown.replace(/\/$/, '').endsWith(target.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''));
    if (shown === '' || isShown || /^(?:#|javascript:|data:)/i.test(href)) return;
    this.append(` (${this.resolved(target, href)})`);
  }

  private resolved(target: string, href: string): string {
    if (target !== href || /^[a-z][a-z+.-]*:/i.test(href) || this.base === '') return target;
    try {
      return new URL(href, this.base).href;
    } catch {
      return href;
    }
  }

  private current(): string {
    return this.lines.at(-1) ?? '';
  }

  private append(text: string): void {
    this.lines[this.lines.length - 1] = this.current() + text;
  }

  private write(raw: string, keepsLines: boolean): void {
    if (keepsLines) {
      for (const [index, part] of raw.split('\n').entries()) {
        if (index > 0) this.lines.push('');
        this.append(part);
      }
      return;
    }
    const text = raw.replace(/[\s\u00a0]+/g, ' ');
    const isAfterBlank = this.current() === '' || this.current().endsWith(' ');
    this.append(isAfterBlank ? text.replace(/^ /, '') : text);
  }

  private line(): void {
    if (this.current().trim() !== '') this.lines.push('');
  }

  private paragraph(): void {
    this.line();
    if (this.lines.length > 1 && this.lines.at(-2) !== '') this.lines.push('');
  }
}
