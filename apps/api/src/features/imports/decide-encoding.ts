import { decideCodePage } from './code-pages.ts';
import { byteChunks, type FileSource, readBytes } from './file-source.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252', 'windows-1250'] as const;
export type Encoding = (typeof encodings)[number];

/** How sure an encoding is: a mark at the beginning and valid UTF-8 are proof, evidence is likelihood, to be shown. */
export type EncodingDecision = { readonly encoding: Encoding; readonly by: 'mark' | 'strict-utf-8' | 'evidence' };

const HEAD_BYTES = 64 * 1024;
const EVIDENCE_BYTES = 512 * 1024;

/**
 * Decides in which encoding a text file was saved: a byte order mark; then UTF-16 without one (every other byte zero);
 * then UTF-8 if the whole file is valid UTF-8; then, by the lines that are not ASCII, a double-byte Chinese encoding where
 * the bytes pair into common characters in runs, otherwise a European code page.
 */
export async function decideEncoding(source: FileSource): Promise<EncodingDecision> {
  const head = await readBytes(source, 0, HEAD_BYTES);
  const marked = markOf(head);
  if (marked !== null) return { encoding: marked, by: 'mark' };
  const wide = wideWithoutMark(head);
  if (wide !== null) return { encoding: wide, by: 'evidence' };
  if (await isStrictUtf8(source)) return { encoding: 'utf-8', by: 'strict-utf-8' };
  const evidence = await linesBeyondAscii(source);
  return { encoding: doubleByte(evidence) ?? decideCodePage(countBytes(evidence)), by: 'evidence' };
}

function markOf(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** Line breaks, delimiters and digits are ASCII in any table, so in UTF-16 a good part of one half of the bytes is zero. */
function wideWithoutMark(head: Uint8Array): Encoding | null {
  let [even, odd] = [0, 0];
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const enough = head.length / 40;
  if (odd > enough && even * 10 < odd) return 'utf-16le';
  return even > enough && odd * 10 < even ? 'utf-16be' : null;
}

async function isStrictUtf8(source: FileSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of byteChunks(source)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Whole lines that hold bytes beyond ASCII, up to a limit. No byte of a character is a line feed in these encodings. */
async function linesBeyondAscii(source: FileSource): Promise<Uint8Array> {
  const lines: Uint8Array[] = [];
  let size = 0;
  let rest = Buffer.alloc(0);
  for await (const chunk of byteChunks(source)) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(10) + 1;
    for (let from = 0; from < end; ) {
      const to = bytes.indexOf(10, from) + 1;
      const line = bytes.subarray(from, to);
      if (line.some((byte) => byte >= 0x80)) {
        lines.push(Uint8Array.from(line));
        size += line.length;
      }
      if (size > EVIDENCE_BYTES) return Buffer.concat(lines);
      from = to;
    }
    // A line longer than the evidence has room for is no line of a table: it is evidence as it stands.
    rest = end === 0 && bytes.length > EVIDENCE_BYTES ? Buffer.alloc(0) : bytes.subarray(end);
  }
  return Buffer.concat([...lines, rest]);
}

function countBytes(bytes: Uint8Array): number[] {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
}

/** Real Chinese stays above .9 in one of the two, European text below .3 in both (measured on the tests' samples). */
const LEAST_SCORE = 0.6;

function doubleByte(evidence: Uint8Array): Encoding | null {
  const gb = pairScore(evidence, {
    isCommon: isCommonGb,
    isTrail: (byte) => byte >= 0x40 && byte !== 0x7f && byte !== 0xff,
  });
  const big5 = pairScore(evidence, {
    isCommon: isCommonBig5,
    isTrail: (byte) => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe),
  });
  if (Math.max(gb, big5) < LEAST_SCORE) return null;
  return gb >= big5 ? 'gb18030' : 'big5';
}

/** GB 2312: signs and full-width letters in rows 1–3, the 3,755 characters of level 1 in rows 16–55. */
const isCommonGb = (lead: number, trail: number): boolean =>
  trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));

/** Big5: signs from A1 to A3, the 5,401 frequent characters from A4 to C6. */
const isCommonBig5 = (lead: number, _trail: number): boolean => lead >= 0xa1 && lead <= 0xc6;

/**
 * The share of pairs that are common characters and stand beside another pair: European letters beyond ASCII stand alone
 * between ASCII letters. Bytes that pair with nothing count as pairs that are not common.
 */
function pairScore(
  bytes: Uint8Array,
  { isCommon, isTrail }: { isCommon: (lead: number, trail: number) => boolean; isTrail: (byte: number) => boolean },
): number {
  let [pairs, good, run, goodInRun] = [0, 0, 0, 0];
  const endRun = (): void => {
    if (run > 1) good += goodInRun;
    [run, goodInRun] = [0, 0];
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      endRun();
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    pairs += 1;
    if (!isTrail(trail)) {
      endRun();
      continue;
    }
    run += 1;
    if (isCommon(lead, trail)) goodInRun += 1;
    at += 1;
  }
  endRun();
  return pairs === 0 ? 0 : good / pairs;
}
