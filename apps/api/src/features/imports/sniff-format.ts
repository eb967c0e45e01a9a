import { Failure, fieldIssue } from '../../http/failure.ts';
import { type FileSource, readBytes } from './file-source.ts';

/** What begins a file that is no table (bytes, or text in any case), and what to tell the person who chose it. */
const refusals: readonly { readonly code: string; readonly begins: readonly string[]; readonly message: string }[] = [
  {
    code: 'old-excel',
    begins: ['\xd0\xcf\x11\xe0'],
    message:
      'This is an old or protected Excel file. Open it in Excel and save it as .xlsx without a password, or as CSV.',
  },
  {
    code: 'web-page',
    begins: ['<!doctype html', '<html', '<table'],
    message: 'This is a web page that only bears the name of a spreadsheet. Open it in Excel and save it as .xlsx.',
  },
  { code: 'pdf', begins: ['%pdf-'], message: 'This is a PDF. Export the table as CSV or XLSX instead.' },
  { code: 'xml', begins: ['<?xml'], message: 'This is an XML file. Export the table as CSV or XLSX instead.' },
  {
    code: 'archive',
    begins: ['\x1f\x8b', '7z\xbc\xaf', 'rar!'],
    message: 'This is a packed archive. Unpack it and choose the table within.',
  },
  {
    code: 'picture',
    begins: ['\x89png', '\xff\xd8\xff', 'gif8'],
    message: 'This is a picture. Export the table as CSV or XLSX instead.',
  },
];

const HEAD_BYTES = 1024;

/** Is the file an archive (a workbook, as a rule), a file of contact cards, or text? By its content; what it is called says nothing. Throws Failure when it can be neither. */
export async function sniffFormat(source: FileSource): Promise<'zip' | 'vcard' | 'text'> {
  const head = Buffer.from(await readBytes(source, 0, HEAD_BYTES)).toString('latin1');
  if (head.trim() === '') throw unreadable('empty', 'The file is empty.');
  if (head.startsWith('PK\x03\x04')) return 'zip';
  const start = head
    .replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, '')
    // In UTF-16 every other byte of such text is zero.
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  const refusal = refusals.find(({ begins }) => begins.some((text) => start.startsWith(text.toLowerCase())));
  if (refusal) throw unreadable(refusal.code, refusal.message);
  return /^begin:\s*vcard/.test(start) ? 'vcard' : 'text';
}

/** The file cannot be read as a table, with the reason and what to do. */
export const unreadable = (code: string, message: string): Failure =>
  new Failure('file-unreadable', fieldIssue('file', code, message));
