import { charsetOf, decodedText } from './charset.ts';

/**
 * Rewrites the labels of a mail that name the wrong charset, so that a MIME parser which believes them reads it right: those
 * of text parts by what their bytes are, and headers written in bare eight-bit text as UTF-8. Everything else stays as it is.
 */
export function repairedMail(bytes: Uint8Array): Uint8Array {
  const text = binaryOf(bytes).replace(/^From [^\n]*\n/, '');
  return bytesOf(repairedPart(text, 0));
}

const MOST_NESTED = 12;

/** One character a byte, so that offsets are those of the bytes. */
function binaryOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

const bytesOf = (binary: string): Uint8Array => Uint8Array.from(binary, (character) => character.charCodeAt(0) & 0xff);

function repairedPart(part: string, depth: number): string {
  const gap = /\r?\n\r?\n/.exec(part);
  if (gap === null || depth > MOST_NESTED) return part;
  const head = part.slice(0, gap.index);
  const body = part.slice(gap.index + gap[0].length);
  const type = headerOf(head, 'content-type');
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (/^multipart\//i.test(type) && boundary !== null) {
    const parts = partsOf(body, boundary[1] ?? boundary[2] ?? '', depth);
    return `${repairedHead(head, '')}${gap[0]}${parts}`;
  }
  if (type !== '' && !/^text\//i.test(type)) return `${repairedHead(head, '')}${gap[0]}${body}`;
  const said = /charset\s*=\s*"?([^"\s;]+)/i.exec(type)?.[1] ?? '';
  const charset = charsetOf(decodedBody(body, headerOf(head, 'content-transfer-encoding')), said);
  return `${labelled(repairedHead(head, charset), type, said, charset)}${gap[0]}${body}`;
}

function partsOf(body: string, boundary: string, depth: number): string {
  const pieces = body.split(`--${boundary}`);
  return pieces
    .map((piece, index) => {
      const line = /^[ \t]*\r?\n/.exec(piece);
      return index === 0 || line === null ? piece : `${line[0]}${repairedPart(piece.slice(line[0].length), depth + 1)}`;
    })
    .join(`--${boundary}`);
}

const headerOf = (head: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*((?:.|\\r?\\n[ \\t])*)`, 'im')
    .exec(head)?.[1]
    ?.replace(/\r?\n[ \t]+/g, ' ')
    .trim() ?? '';

function labelled(head: string, type: string, said: string, charset: string): string {
  if (said !== '')
    return said.toLowerCase() === charset ? head : head.replace(/(charset\s*=\s*"?)[^"\s;]+/i, `$1${charset}`);
  if (charset === 'utf-8' || charset === 'us-ascii') return head;
  return type === ''
    ? `${head}\r\nContent-Type: text/plain; charset=${charset}`
    : head.replace(/^(content-type:[ \t]*[^\s;]+)/im, `$1; charset=${charset}`);
}

/** Headers may be bare bytes of any charset, or of seven-bit Japanese; encoded words mislabelled gb2312 are read as gb18030. */
function repairedHead(head: string, hint: string): string {
  const named = head.replace(/=\?(?:gb2312|gbk)\?/gi, '=?gb18030?');
  return named
    .split(/(\r?\n)/)
    .map((line) => {
      if (!isForeign(line)) return line;
      const bytes = bytesOf(line);
      return binaryOf(new TextEncoder().encode(decodedText(bytes, charsetOf(bytes, hint))));
    })
    .join('');
}

const ESCAPE = 0x1b;

/** Bytes above ASCII, or the escapes of seven-bit Japanese. */
const isForeign = (line: string): boolean =>
  [...line].some((character) => character.charCodeAt(0) > 0x7f || character.charCodeAt(0) === ESCAPE);

function decodedBody(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) {
    const packed = body.replace(/[^A-Za-z0-9+/]/g, '');
    try {
      return bytesOf(atob(packed.slice(0, packed.length - (packed.length % 4))));
    } catch {
      return bytesOf(body);
    }
  }
  if (!/quoted-printable/i.test(encoding)) return bytesOf(body);
  return bytesOf(
    body
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}
