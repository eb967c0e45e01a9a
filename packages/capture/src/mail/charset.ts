/** How the bytes of a text are to be read, whatever their label says. */

const fatal = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const ESCAPE = 0x1b;

/** `ESC $ B`, `ESC ( J`: Japanese in seven bits, which names itself. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  for (let at = 0; at + 2 < bytes.length; at += 1)
    if (
      bytes[at] === ESCAPE &&
      (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28) &&
      /[@BJIH]/.test(String.fromCharCode(bytes[at + 2] ?? 0))
    )
      return true;
  return false;
}

/** The signs a language's everyday text is made of; a reading of some bytes is the likelier the more of them it gives. */
const LIKELY: readonly [label: string, signs: RegExp][] = [
  ['gb18030', /[的一是不了人我在有他这中大来上个国到说们为你好公司邮件请电话您和联系发票与]/gu],
  ['big5', /[的一是不了人我在有他這中大來上個國到說們為你好公司郵件請電話您和聯繫與]/gu],
  ['shift_jis', /[\u3040-\u30ff。、]/gu],
  ['euc-jp', /[\u3040-\u30ff。、]/gu],
  ['euc-kr', /[\uac00-\ud7a3]/gu],
  ['windows-1251', /[а-яА-ЯёЁ]{2}/gu],
  ['koi8-r', /[а-яё]{3}/gu],
];

/** Bytes above ASCII that stand singly between letters are accents of a Western page. */
function isWestern(bytes: Uint8Array): boolean {
  let single = 0;
  let paired = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) single += 1;
    else paired += 1;
  }
  return single > paired;
}

const SAYS_NOTHING = new Set([
  '',
  'us-ascii',
  'ascii',
  'utf-8',
  'utf8',
  'iso-8859-1',
  'latin1',
  'windows-1252',
  'unknown-8bit',
  'x-unknown',
  '8bit',
]);
const WIDER: Record<string, string> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-gbk': 'gb18030',
  ks_c_5601: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
};

/**
 * The charset some bytes are in. Valid UTF-8 beats any label, gb2312 is read as the wider gb18030, ISO-2022-JP is known by its
 * escapes; a label that says nothing (ASCII, Latin-1) gives way to what the bytes look like.
 */
export function charsetOf(bytes: Uint8Array, label: string): string {
  const said = label.trim().toLowerCase();
  if (isIso2022Jp(bytes)) return 'iso-2022-jp';
  if (!bytes.some((byte) => byte > 0x7f)) return said === '' ? 'utf-8' : (WIDER[said] ?? said);
  if (fatal('utf-8', bytes) !== undefined) return 'utf-8';
  const wide = WIDER[said] ?? said;
  if (!SAYS_NOTHING.has(said) && fatal(wide, bytes) !== undefined) return wide;
  if (isWestern(bytes)) return 'windows-1252';
  const [best] = LIKELY.map(([candidate, signs]) => ({
    candidate,
    count: fatal(candidate, bytes)?.match(signs)?.length ?? 0,
  })).sort((one, other) => other.count - one.count);
  return best === undefined || best.count === 0 ? 'windows-1252' : best.candidate;
}

/** The text of some bytes, by their charset. Never throws: what cannot be read becomes U+FFFD. */
export function decodedText(bytes: Uint8Array, label = ''): string {
  try {
    return new TextDecoder(charsetOf(bytes, label)).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
