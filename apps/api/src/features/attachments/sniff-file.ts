type Mark = { mediaType: string; at?: number; bytes: readonly (number | null)[] };
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** What begins like this is a program: it is not taken in. */
const programs: readonly (readonly number[])[] = [
  letters('MZ'),
  [0x7f, ...letters('ELF')],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  letters('#!'),
];

const marks: readonly Mark[] = [
  { mediaType: 'application/pdf', bytes: letters('%PDF-') },
  { mediaType: 'image/png', bytes: [0x89, ...letters('PNG'), 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', bytes: letters('GIF8') },
  { mediaType: 'image/webp', bytes: [...letters('RIFF'), null, null, null, null, ...letters('WEBP')] },
  { mediaType: 'audio/mpeg', bytes: letters('ID3') },
  { mediaType: 'video/mp4', at: 4, bytes: letters('ftyp') },
  { mediaType: 'application/gzip', bytes: [0x1f, 0x8b] },
  { mediaType: 'application/x-ole-storage', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
];

const zip = [0x50, 0x4b, 0x03, 0x04];
const office = 'application/vnd.openxmlformats-officedocument';
/** Documents that are archives: which one, their first entries tell. */
const inZip: readonly [entry: string, mediaType: string][] = [
  ['word/', `${office}.wordprocessingml.document`],
  ['xl/', `${office}.spreadsheetml.sheet`],
  ['ppt/', `${office}.presentationml.presentation`],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['mimetypeapplication/vnd.oasis.opendocument.presentation', 'application/vnd.oasis.opendocument.presentation'],
];

const begins = (head: Uint8Array, bytes: readonly (number | null)[], at = 0): boolean =>
  head.length >= at + bytes.length && bytes.every((byte, place) => byte === null || head[at + place] === byte);

/** Text in UTF-8, as far as the head goes: a letter may be cut off at its end. */
function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * What a file is by its first bytes: what it is called says nothing about that. Text of any kind, also a page or a drawing with scripts in
 * it, is plain text. Null is a program.
 */
export function sniffFile(head: Uint8Array): string | null {
  if (programs.some((bytes) => begins(head, bytes))) return null;
  const known = marks.find(({ bytes, at }) => begins(head, bytes, at));
  if (known) return known.mediaType;
  if (begins(head, zip)) {
    const names = Buffer.from(head).toString('latin1');
    return inZip.find(([entry]) => names.includes(entry))?.[1] ?? 'application/zip';
  }
  return isText(head) ? 'text/plain' : 'application/octet-stream';
}

/** What a browser may show by itself; everything else is handed over to be saved. */
const shown = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp']);
export const isShown = (mediaType: string): boolean => shown.has(mediaType);
