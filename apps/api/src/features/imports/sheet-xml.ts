/** An XML element cut out of a stream: its attributes as text, and what stands within it ('' when it is empty). */
export type XmlElement = { readonly attributes: string; readonly content: string };

const elementForm = (name: string): RegExp =>
  new RegExp(String.raw`<(?:[\w-]+:)?${name}(\s[^>]*?)?(?:/>|>([\s\S]*?)</(?:[\w-]+:)?${name}\s*>)`, 'g');
const attributeForm = (name: string): RegExp =>
  new RegExp(String.raw`(?:^|\s)(?:[\w-]+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`);

/** A sheet asks for the same few elements and attributes a million times: their forms are made once each. */
function kept(make: (name: string) => RegExp): (name: string) => RegExp {
  const forms = new Map<string, RegExp>();
  return (name) => {
    const form = forms.get(name) ?? make(name);
    forms.set(name, form);
    return form;
  };
}
const keptElementForm = kept(elementForm);
const keptAttributeForm = kept(attributeForm);

/** Longer than any row of a spreadsheet: an element that does not end by then never will. */
const LONGEST_ELEMENT = 8 * 1024 * 1024;

/**
 * Cuts the elements of one name out of XML that arrives in pieces; those within others of the same name are not told
 * apart, which rows, strings and cells of a workbook never are. Prefixes of namespaces are skipped.
 */
export async function* elementsOf(pieces: AsyncIterable<string>, name: string): AsyncGenerator<XmlElement> {
  const form = elementForm(name);
  const opening = new RegExp(String.raw`<(?:[\w-]+:)?${name}[\s>/]`);
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    let read = 0;
    form.lastIndex = 0;
    for (let found = form.exec(rest); found !== null; found = form.exec(rest)) {
      read = form.lastIndex;
      yield { attributes: found[1] ?? '', content: found[2] ?? '' };
    }
    // What is left begins within an element, or is other markup of which the last piece may be cut.
    rest = rest.slice(read);
    const open = rest.search(opening);
    if (open < 0) rest = rest.slice(Math.max(0, rest.lastIndexOf('<')));
    else rest = rest.slice(open);
    if (rest.length > LONGEST_ELEMENT) throw new RangeError(`An element <${name}> does not end.`);
  }
}

/** All elements of one name within a piece of XML that is complete. */
export function elementsIn(xml: string, name: string): XmlElement[] {
  const form = keptElementForm(name);
  const elements: XmlElement[] = [];
  form.lastIndex = 0;
  for (let found = form.exec(xml); found !== null; found = form.exec(xml)) {
    elements.push({ attributes: found[1] ?? '', content: found[2] ?? '' });
  }
  return elements;
}

/** The value of an attribute, whatever its prefix; null when it is not there. */
export function attribute({ attributes }: Pick<XmlElement, 'attributes'>, name: string): string | null {
  const found = keptAttributeForm(name).exec(attributes);
  return found === null ? null : decodeXml(found[1] ?? found[2] ?? '');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it was before it was written into XML, with the `_x000D_` by which workbooks keep control characters. */
export function decodeXml(text: string): string {
  if (!/[&_]/.test(text)) return text;
  return text
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The text of a string item: its runs joined, without the reading aids of East Asian text (`rPh`). */
export function textOf(content: string): string {
  if (!content.includes('<')) return '';
  const bare = content.includes('rPh')
    ? content.replace(/<(?:[\w-]+:)?rPh[\s>][\s\S]*?<\/(?:[\w-]+:)?rPh>/g, '')
    : content;
  return elementsIn(bare, 't')
    .map((run) => decodeXml(run.content))
    .join('');
}
