/** Labels that mean a wider set than they say: what browsers read instead (WHATWG Encoding). */
const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i;
const HEAD_BYTES = 4096;

/**
 * The text of an HTML file. A byte order mark decides; then valid UTF-8 beats any label (files are often mislabelled); then
 * the page's own `charset`; at last windows-1252, as browsers do.
 */
export function pageText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(declaredCharset(bytes)).decode(bytes);
  }
}

function declaredCharset(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const match = DECLARED.exec(head);
  const declared = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
  // What is not UTF-8 after all, though it says so, was written with a Western code page.
  if (declared === '' || declared === 'utf-8' || declared === 'utf8') return 'windows-1252';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'windows-1252';
  }
}
