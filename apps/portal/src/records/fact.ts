/** One thing that is known of a record; `text` null is "not known". `to` leads to the record it names, or to a web page. */
export type Fact = { label: string; text: string | null; to?: string | null };

/** The address of a website as it was written: only of the web, so that nothing else is ever opened by a click. */
export function webAddress(text: string | null): string | null {
  if (text === null) return null;
  const address = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`);
  return address && /^https?:$/.test(address.protocol) ? address.href : null;
}
