/** A line of a vCard: `item1.TEL;TYPE=work,pref:+44 20 7946 0000`. Its value is not decoded yet. */
export type VcardLine = {
  readonly name: string;
  /** Parameters in capitals, each with its values; bare ones of version 2.1 are types. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
};

const bareEncodings = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '8BIT', '7BIT']);

/** Where a mark stands outside of quotation marks; -1 when it does not. */
function outsideQuotes(text: string, mark: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && text[at] === mark) return at;
  }
  return -1;
}

function splitOutsideQuotes(text: string, mark: string): string[] {
  const parts: string[] = [];
  let rest = text;
  for (let at = outsideQuotes(rest, mark); at >= 0; at = outsideQuotes(rest, mark)) {
    parts.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...parts, rest];
}

/** Reads an unfolded line of any version (2.1, RFC 2426, RFC 6350); null when it is none. */
export function readVcardLine(line: string): VcardLine | null {
  const colon = outsideQuotes(line, ':');
  if (colon < 0) return null;
  const [head = '', ...rest] = splitOutsideQuotes(line.slice(0, colon), ';');
  const name = head.slice(head.lastIndexOf('.') + 1).trim();
  if (!/^[\w-]+$/.test(name)) return null;
  const parameters = new Map<string, string[]>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    const bare = part.trim().toUpperCase();
    const key =
      equals >= 0 ? part.slice(0, equals).trim().toUpperCase() : bareEncodings.has(bare) ? 'ENCODING' : 'TYPE';
    const text = equals >= 0 ? part.slice(equals + 1) : part;
    const values = splitOutsideQuotes(text, ',').flatMap((one) => one.replaceAll('"', '').split(','));
    parameters.set(key, [...(parameters.get(key) ?? []), ...values.map((one) => one.trim())]);
  }
  return { name: name.toUpperCase(), parameters, value: line.slice(colon + 1) };
}

/** Has a line this type, in any case: `hasType(line, 'fax')`. */
export const hasType = ({ parameters }: VcardLine, type: string): boolean =>
  (parameters.get('TYPE') ?? []).some((one) => one.toLowerCase() === type);

export const isQuotedPrintable = ({ parameters }: VcardLine): boolean =>
  (parameters.get('ENCODING') ?? []).some((one) => one.toUpperCase() === 'QUOTED-PRINTABLE');

/** Bytes of quoted-printable text (RFC 2045 §6.7); what is no escape stays as it stands. */
const quotedBytes = (text: string): Uint8Array =>
  narrowBytes(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));

/** A byte for each character. */
const narrowBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

/**
 * The text of a value. Lines come with a character for each byte, so that each is decoded by the character set that it names;
 * that of the file counts where it names none, or one that nobody knows.
 */
export function textOf(line: VcardLine, fileEncoding: string): string {
  const bytes = isQuotedPrintable(line) ? quotedBytes(line.value) : narrowBytes(line.value);
  try {
    return new TextDecoder(line.parameters.get('CHARSET')?.[0] ?? fileEncoding).decode(bytes);
  } catch {
    return new TextDecoder(fileEncoding).decode(bytes);
  }
}

const escaped = /\\([\\,;:nN])/g;
const plain = (text: string): string =>
  text.replace(escaped, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark));

/** A value with its escapes resolved. */
export const unescaped = (text: string): string => plain(text).replaceAll('\r\n', '\n').trim();

/** The components of a structured value (`N`, `ORG`, `ADR`), each with its escapes resolved. */
export function componentsOf(text: string): string[] {
  const parts = [''];
  for (const piece of text.match(/(?:\\[\s\S]|[^;\\])+|;/g) ?? [])
    if (piece === ';') parts.push('');
    else parts[parts.length - 1] += piece;
  return parts.map(unescaped);
}
