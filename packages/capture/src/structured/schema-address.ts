import { countryNamed } from '../country/country-names.ts';
import type { LeadAddress } from '../lead.ts';
import { isCountry } from '../phone/phone-number.ts';
import { isItem, itemsOf, type SchemaItem, type SchemaText, textsOf } from './schema-item.ts';

/** A postal address of schema.org, a text or a thing. Its raw form is what the page says, parts in their usual order. */
export function addressOf(value: SchemaText | SchemaItem, lang: string): LeadAddress | undefined {
  if (!isItem(value)) {
    const raw = value.text.replace(/\s+/g, ' ').trim();
    return raw === '' ? undefined : { raw, street: null, city: null, region: null, postcode: null, country: null };
  }
  const part = (...names: string[]): string | null =>
    textsOf(value, ...names)
      .map((text) => text.text.replace(/\s+/g, ' ').trim())
      .join(', ') || null;
  const street = [part('streetAddress'), part('extendedAddress')].filter((text) => text !== null).join(', ') || null;
  const city = part('addressLocality');
  const region = part('addressRegion');
  const postcode = part('postalCode');
  const countryText =
    part('addressCountry') ??
    itemsOf(value, 'addressCountry').flatMap((item) => textsOf(item, 'name', 'identifier'))[0]?.text ??
    null;
  const pieces = [street, part('postOfficeBoxNumber'), city, region, postcode, countryText].filter(
    (piece) => piece !== null,
  );
  if (pieces.length === 0) {
    const name = part('name');
    return name === null
      ? undefined
      : { raw: name, street: null, city: null, region: null, postcode: null, country: null };
  }
  return {
    raw: pieces.join(', '),
    street: street ?? part('postOfficeBoxNumber'),
    city,
    region,
    postcode,
    country: countryCode(countryText, lang),
  };
}

function countryCode(text: string | null, lang: string): string | null {
  if (text === null) return null;
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && isCountry(code)) return code;
  return countryNamed(text, lang.split(/[-_]/)[0] ?? '') ?? null;
}
