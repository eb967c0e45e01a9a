const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that no XML document may hold (XML 1.0 §2.2). */
const illegal = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** Text as it may stand within HTML, XML and SVG, between tags and in an attribute: it is read and never obeyed. */
export const escaped = (text: string): string =>
  text.replace(illegal, '').replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
