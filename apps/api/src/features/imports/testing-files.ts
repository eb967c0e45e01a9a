import { crc32, deflateRawSync } from 'node:zlib';

/** Files as tests need them: text in an old code page, and archives made by hand where no library writes them so. */

const reverse = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Text in a one- or two-byte encoding that the platform can only decode. Throws RangeError on a sign it does not have. */
export function encodeAs(encoding: 'gb18030' | 'big5' | 'windows-1252' | 'windows-1250', text: string): Uint8Array {
  const bytes = reverse.get(encoding) ?? reverseOf(encoding);
  reverse.set(encoding, bytes);
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const found = sign < '\x80' ? [sign.charCodeAt(0)] : bytes.get(sign);
      if (found === undefined) throw new RangeError(`"${sign}" is not in ${encoding}.`);
      return found;
    }),
  );
}

function reverseOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const high = Array.from({ length: 128 }, (_, index) => 128 + index);
  const trails = encoding.startsWith('windows') ? [] : Array.from({ length: 191 }, (_, index) => 0x40 + index);
  const sequences = [...high.map((lead) => [lead]), ...high.flatMap((lead) => trails.map((trail) => [lead, trail]))];
  return new Map(
    sequences
      .map((sequence) => [decoder.decode(Uint8Array.from(sequence)), sequence] as const)
      .filter(([sign]) => [...sign].length === 1 && sign !== '\ufffd'),
  );
}

/** Text in UTF-16 with or without its mark. */
export function utf16(text: string, { order, mark }: { order: 'le' | 'be'; mark: boolean }): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** A zip archive of texts, by name. `declared` makes it state another size than its files have. */
export function zipOf(files: Readonly<Record<string, string>>, { declared }: { declared?: number } = {}): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    common.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

/** The parts of a workbook with one sheet, given the rows of the sheet as XML. */
export const workbookParts = (rows: string): Record<string, string> => ({
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels':
    '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<x:workbook><x:sheets><x:sheet name="Kunden &amp; mehr" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId7" Type="http://x/worksheet" Target="/xl/worksheets/Tabelle%20eins.xml"/></Relationships>',
  'xl/worksheets/Tabelle eins.xml': `<x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
});
