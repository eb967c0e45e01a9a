/** A number as a file prints it: its value, and how many places stand after its point. */
export class PrintedNumber {
  readonly value: number;
  readonly places: number;

  constructor(source: string) {
    this.value = Number(source);
    const [digits = '', exponent = '0'] = source.toLowerCase().split('e');
    this.places = (digits.split('.')[1] ?? '').length - Number(exponent);
  }
}

/** JSON whose numbers remember how they were printed: `67.0` was meant to one place, `67` was not. */
export type Printed = PrintedNumber | string | boolean | null | Printed[] | { [name: string]: Printed };

/** Reads JSON and keeps the printed form of every number. Throws SyntaxError as JSON.parse does. */
export function parsePrinted(text: string): Printed {
  // The third argument (source text access) is newer than the compiler's library of types.
  const keep = (_name: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' ? new PrintedNumber(context?.source ?? `${value}`) : value;
  return JSON.parse(text, keep) as Printed;
}

/** The plain value of printed JSON. */
export function plain(printed: Printed): unknown {
  if (printed instanceof PrintedNumber) return printed.value;
  if (Array.isArray(printed)) return printed.map(plain);
  if (printed === null || typeof printed !== 'object') return printed;
  return Object.fromEntries(Object.entries(printed).map(([name, value]) => [name, plain(value)]));
}
