/** What a card says. Null is not said at all. */
export type Card = {
  uid: string;
  name: string;
  isCompany?: boolean;
  company?: string | null;
  title?: string | null;
  email?: string | null;
  phone?: string | null;
  website?: string | null;
  address?: string | null;
  notes?: string | null;
};

const mostBytes = 75;
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replace(/\r\n?|\n/g, '\\n')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;');

/** A line of at most 75 bytes, and the rest of it on further ones that begin with a blank (RFC 6350 §3.2); signs stay whole. */
function folded(line: string): string {
  let [out, bytes] = ['', 0];
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (bytes + size > mostBytes) [out, bytes] = [`${out}\r\n `, 1];
    out += sign;
    bytes += size;
  }
  return `${out}\r\n`;
}

/**
 * One card of version 3.0 (RFC 2426), which every address book reads. Which part of a name is the family's is not known, so
 * the whole name stands as the given one.
 */
export function vcardOf({
  uid,
  name,
  isCompany = false,
  company,
  title,
  email,
  phone,
  website,
  address,
  notes,
}: Card): string {
  const org = isCompany ? name : company;
  const lines: [string, string | null | undefined][] = [
    ['UID', uid],
    ['FN', escaped(name)],
    ['N', isCompany ? ';;;;' : `;${escaped(name)};;;`],
    ['ORG', org && escaped(org)],
    ['TITLE', title && escaped(title)],
    ['EMAIL;TYPE=INTERNET', email],
    ['TEL;TYPE=VOICE', phone && escaped(phone)],
    ['URL', website],
    ['ADR;TYPE=WORK', address && `;;${escaped(address)};;;;`],
    ['NOTE', notes && escaped(notes)],
  ];
  const said = lines.filter((line): line is [string, string] => Boolean(line[1]));
  return ['BEGIN:VCARD', 'VERSION:3.0', ...said.map(([key, value]) => `${key}:${value}`), 'END:VCARD']
    .map(folded)
    .join('');
}
