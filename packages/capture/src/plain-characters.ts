/** Full-width and Arabic-Indic digits, and the full-width signs that stand in numbers and addresses, by their ASCII twin. */
const SIGNS: Record<string, string> = {
  '＋': '+',
  '－': '-',
  '（': '(',
  '）': ')',
  '／': '/',
  '．': '.',
  '：': ':',
  '＠': '@',
  '＃': '#',
  '　': ' ',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '﹣': '-',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
  '＿': '_',
  '～': '~',
  '〜': '~',
};

const WIDE =
  /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u0660-\u0669\u06f0-\u06f9＋－（）／．：＠＃　‐‑‒–—―−﹣【】［］＿～〜]/g;

/**
 * The text with wide and foreign digits, letters and signs as their ASCII twins. One character stays one character, so an
 * offset in the result is an offset in the page's own text.
 */
export function plainCharacters(text: string): string {
  return text.replace(WIDE, (character) => {
    const sign = SIGNS[character];
    if (sign !== undefined) return sign;
    const code = character.charCodeAt(0);
    if (code >= 0xff10) return String.fromCharCode(code - 0xfee0);
    return String.fromCharCode(0x30 + (code >= 0x06f0 ? code - 0x06f0 : code - 0x0660));
  });
}
