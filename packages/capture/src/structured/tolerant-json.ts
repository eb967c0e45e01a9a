/** A value of JSON as a page may write it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Deeper than any honest data, shallower than the stack. */
const DEEPEST = 200;

class BrokenJson extends Error {}

/**
 * Reads JSON the way pages write it: inside CDATA or an HTML comment, with `//` and block comments, trailing commas and
 * semicolons, raw control characters in strings, single quotes, several values in a row. Returns every value that could be
 * read before the text made no more sense; never throws.
 */
export function tolerantJson(text: string): JsonValue[] {
  const stripped = unwrapped(text);
  try {
    return [JSON.parse(stripped) as JsonValue];
  } catch {
    return new TolerantReader(stripped).readAll();
  }
}

function unwrapped(text: string): string {
  return text
    .replace(/^[\s\ufeff]+|\s+$/g, '')
    .replace(/^(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?$/, '')
    .replace(/^<!--/, '')
    .replace(/(?:\/\/)?\s*-->$/, '')
    .trim();
}

const LITERALS: Record<string, JsonValue> = { true: true, false: false, null: null, undefined: null, NaN: null };
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

class TolerantReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  readAll(): JsonValue[] {
    const values: JsonValue[] = [];
    for (;;) {
      this.skip(/[\s;,]/);
      if (this.at >= this.text.length) return values;
      const start = this.at;
      try {
        values.push(this.value(0));
      } catch (error) {
        if (!(error instanceof BrokenJson)) throw error;
        return values;
      }
      if (this.at === start) return values;
    }
  }

  private value(depth: number): JsonValue {
    if (depth > DEEPEST) throw new BrokenJson();
    this.skip(/\s/);
    const sign = this.text[this.at];
    if (sign === '{') return this.object(depth);
    if (sign === '[') return this.array(depth);
    if (sign === '"' || sign === "'") return this.string(sign);
    return this.bare();
  }

  private object(depth: number): JsonValue {
    const entries: [string, JsonValue][] = [];
    this.at += 1;
    for (;;) {
      this.skip(/[\s,]/);
      const sign = this.text[this.at];
      if (sign === undefined) return Object.fromEntries(entries);
      if (sign === '}') {
        this.at += 1;
        return Object.fromEntries(entries);
      }
      const key = sign === '"' || sign === "'" ? this.string(sign) : this.word();
      this.skip(/\s/);
      if (this.text[this.at] !== ':') throw new BrokenJson();
      this.at += 1;
      entries.push([key, this.value(depth + 1)]);
    }
  }

  private array(depth: number): JsonValue {
    const result: JsonValue[] = [];
    this.at += 1;
    for (;;) {
      this.skip(/[\s,]/);
      const sign = this.text[this.at];
      if (sign === undefined) return result;
      if (sign === ']') {
        this.at += 1;
        return result;
      }
      result.push(this.value(depth + 1));
    }
  }

  private string(quote: string): string {
    let result = '';
    this.at += 1;
    while (this.at < this.text.length) {
      const sign = this.text[this.at] ?? '';
      this.at += 1;
      if (sign === quote) return result;
      result += sign === '\\' ? this.escaped() : sign;
    }
    return result;
  }

  private escaped(): string {
    const sign = this.text[this.at] ?? '';
    this.at += 1;
    if (sign !== 'u') return ESCAPES[sign] ?? sign;
    const hex = this.text.slice(this.at, this.at + 4);
    if (!/^[0-9a-f]{4}$/i.test(hex)) return '';
    this.at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  private bare(): JsonValue {
    const word = this.word();
    const literal = LITERALS[word];
    if (literal !== undefined) return literal;
    // Digits led by a zero (a telephone that lost its quotes) are no number and stay as written.
    return NUMBER.test(word) ? Number(word) : word;
  }

  private word(): string {
    const start = this.at;
    while (this.at < this.text.length && !/[\s,:{}[\]"';]/.test(this.text[this.at] ?? '')) this.at += 1;
    if (this.at === start) throw new BrokenJson();
    return this.text.slice(start, this.at);
  }

  private skip(pattern: RegExp): void {
    for (;;) {
      while (this.at < this.text.length && pattern.test(this.text[this.at] ?? '')) this.at += 1;
      if (this.text.startsWith('//', this.at) || this.text.startsWith('<!--', this.at)) this.skipTo('\n');
      else if (this.text.startsWith('/*', this.at)) this.skipTo('*/');
      else return;
    }
  }

  private skipTo(mark: string): void {
    const end = this.text.indexOf(mark, this.at + 2);
    this.at = end < 0 ? this.text.length : end + mark.length;
  }
}
