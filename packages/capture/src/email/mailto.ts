import { emailAddress } from './email-address.ts';

/** Recipients of a `mailto:` address: those it was written for first, then cc and bcc. Malformed ones are left out. */
export function mailtoRecipients(href: string): string[] {
  const body = href.replace(/^\s*mailto:\s*(?:\/\/)?/i, '');
  const queryAt = body.search(/[?&](?=(?:subject|body|cc|bcc|to)=)|\?/i);
  const to = queryAt < 0 ? body : body.slice(0, queryAt);
  const query = queryAt < 0 ? '' : body.slice(queryAt + 1);
  const parts = [to];
  for (const parameter of query.split(/&(?:amp;)?/i)) {
    const match = /^(?:to|cc|bcc)=(.*)$/is.exec(parameter);
    if (match?.[1] !== undefined) parts.push(match[1]);
  }
  const found: string[] = [];
  for (const part of parts) {
    for (const piece of decoded(part).split(/[,;]|\s(?=\S+@)/)) {
      const address = recipientAddress(piece);
      if (address !== undefined && !found.includes(address)) found.push(address);
    }
  }
  return found;
}

/** `Bob<bob@b.example>` and `<bob@b.example>` name the address inside the brackets. */
function recipientAddress(piece: string): string | undefined {
  const inside = /<([^<>]*)>/.exec(piece)?.[1] ?? piece;
  return emailAddress(inside.replace(/^[\s"'(]+|[\s"')]+$/g, ''));
}

/** Percent-decoding that leaves what it cannot decode. Some pages encode twice. */
export function decoded(text: string): string {
  let value = text;
  for (let round = 0; round < 2 && /%[0-9a-f]{2}/i.test(value); round += 1) {
    try {
      value = decodeURIComponent(value);
    } catch {
      value = value.replace(/%([2-7][0-9a-f])/gi, (_whole, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      break;
    }
  }
  return value;
}
