/** What a product line is for: the margin, or the customers it brings. */
export type MixRole = 'high-margin' | 'traffic';

/** One product line of a mix. Money is in minor units, shares are from 0 to 1; null is "not known" and never 0. */
export type MixLine = {
  readonly id: string;
  readonly role: MixRole | null;
  /** Gross margin ÷ revenue; below zero for what is sold at a loss, at most 1. */
  readonly marginShare: number | null;
  /** Selling hours that 1,000 of revenue takes, in whole units of the currency. */
  readonly hoursPerThousand: number | null;
  /** The most that the market takes; null where nothing is known to limit it. */
  readonly demandCap: number | null;
  /** The least that is to be sold of it. */
  readonly floor: number;
};

/** So much of one line for every unit of revenue of another: `revenue(high) ≥ ratio · revenue(traffic)`. */
export type MixPairing = { readonly high: string; readonly traffic: string; readonly ratio: number };

/** A year's mix: the lines and the rules they have to meet. A rule that is null does not hold. */
export type MixSpec = {
  /** Digits of the currency after the decimal mark: 1,000 of revenue are 1000 · 10^exponent minor units. */
  readonly exponent: number;
  readonly lines: readonly MixLine[];
  /** Least revenue of all lines. */
  readonly target: number | null;
  /** Selling hours that there are. */
  readonly hours: number | null;
  /** Least share of the high-margin lines, and of the traffic lines, in all revenue. */
  readonly highShare: number | null;
  readonly trafficShare: number | null;
  readonly pairings: readonly MixPairing[];
};

/** A rule of a mix by its name. */
export type MixRule =
  | { readonly kind: 'target' | 'hours' | 'high-share' | 'traffic-share' }
  | { readonly kind: 'cap' | 'floor'; readonly line: string }
  | { readonly kind: 'pairing'; readonly high: string; readonly traffic: string };

/** A name for a rule that no other rule of the mix has: `hours`, `cap:Pumps`, `pairing:["Pumps","Hoses"]`. */
export function ruleId(rule: MixRule): string {
  if (rule.kind === 'pairing') return `pairing:${JSON.stringify([rule.high, rule.traffic])}`;
  return 'line' in rule ? `${rule.kind}:${rule.line}` : rule.kind;
}

/** The rules that hold, in the order in which they are read: target, shares, hours, pairings, then the lines' own. */
export function rulesOf(spec: MixSpec): MixRule[] {
  const whole: MixRule[] = (
    [
      ['target', spec.target],
      ['high-share', spec.highShare],
      ['traffic-share', spec.trafficShare],
      ['hours', spec.hours],
    ] as const
  ).flatMap(([kind, limit]) => (limit === null ? [] : [{ kind }]));
  return [
    ...whole,
    ...spec.pairings.map(({ high, traffic }): MixRule => ({ kind: 'pairing', high, traffic })),
    ...spec.lines.flatMap(({ id, demandCap, floor }): MixRule[] => [
      ...(demandCap === null ? [] : [{ kind: 'cap' as const, line: id }]),
      ...(floor > 0 ? [{ kind: 'floor' as const, line: id }] : []),
    ]),
  ];
}

const isPairing =
  ({ high, traffic }: { high: string; traffic: string }) =>
  (one: MixPairing): boolean =>
    one.high === high && one.traffic === traffic;

/** Where a rule stands: minor units for money, hours, shares and ratios as numbers. Throws RangeError for a rule that does not hold. */
export function limitOf(spec: MixSpec, rule: MixRule): number {
  const limit = ((): number | null | undefined => {
    switch (rule.kind) {
      case 'target':
        return spec.target;
      case 'hours':
        return spec.hours;
      case 'high-share':
        return spec.highShare;
      case 'traffic-share':
        return spec.trafficShare;
      case 'pairing':
        return spec.pairings.find(isPairing(rule))?.ratio;
      case 'cap':
        return spec.lines.find(({ id }) => id === rule.line)?.demandCap;
      case 'floor':
        return spec.lines.find(({ id }) => id === rule.line)?.floor;
    }
  })();
  if (limit === null || limit === undefined) throw new RangeError(`The rule ${ruleId(rule)} does not hold here.`);
  return limit;
}

/** The same mix with one rule moved. Throws RangeError for a rule that does not hold. */
export function withLimit<Spec extends MixSpec>(spec: Spec, rule: MixRule, limit: number): Spec {
  limitOf(spec, rule);
  switch (rule.kind) {
    case 'target':
      return { ...spec, target: limit };
    case 'hours':
      return { ...spec, hours: limit };
    case 'high-share':
      return { ...spec, highShare: limit };
    case 'traffic-share':
      return { ...spec, trafficShare: limit };
    case 'pairing':
      return {
        ...spec,
        pairings: spec.pairings.map((one) => (isPairing(rule)(one) ? { ...one, ratio: limit } : one)),
      };
    case 'cap':
    case 'floor': {
      const moved = rule.kind === 'cap' ? { demandCap: limit } : { floor: limit };
      return { ...spec, lines: spec.lines.map((one) => (one.id === rule.line ? { ...one, ...moved } : one)) };
    }
  }
}

/**
 * Refuses what is no mix. Throws RangeError on no lines, a line or a pairing stated twice, a pairing of a line that is not there or
 * with itself, money that is no whole number from zero up, shares outside 0–1, a margin above 1, and numbers that are not finite.
 */
export function demandMix({ exponent, lines, target, hours, highShare, trafficShare, pairings }: MixSpec): void {
  if (!Number.isInteger(exponent) || exponent < 0) throw new RangeError(`${exponent} is no number of digits.`);
  if (lines.length === 0) throw new RangeError('A mix has at least one line.');
  const ids = new Set(lines.map(({ id }) => id));
  if (ids.size < lines.length) throw new RangeError('A line is stated twice.');
  demandMoney('target', target);
  demandBetween('hours', hours, 0, Infinity);
  demandBetween('high-margin share', highShare, 0, 1);
  demandBetween('traffic share', trafficShare, 0, 1);
  for (const { id, marginShare, hoursPerThousand, demandCap, floor } of lines) {
    demandBetween(`margin of ${id}`, marginShare, -Infinity, 1);
    demandBetween(`hours of ${id}`, hoursPerThousand, 0, Infinity);
    demandMoney(`demand cap of ${id}`, demandCap);
    demandMoney(`floor of ${id}`, floor);
  }
  for (const [at, { high, traffic, ratio }] of pairings.entries()) {
    if (!ids.has(high) || !ids.has(traffic) || high === traffic)
      throw new RangeError(`A pairing is of two lines of the mix; got ${high} and ${traffic}.`);
    if (pairings.findIndex(isPairing({ high, traffic })) < at)
      throw new RangeError(`${high} and ${traffic} are paired twice.`);
    demandBetween(`ratio of ${high} to ${traffic}`, ratio, 0, Infinity);
  }
}

function demandMoney(name: string, value: number | null): void {
  if (value !== null && (!Number.isSafeInteger(value) || value < 0))
    throw new RangeError(`The ${name} is no whole number of minor units from zero up: ${value}.`);
}

function demandBetween(name: string, value: number | null, low: number, high: number): void {
  if (value !== null && !(Number.isFinite(value) && value >= low && value <= high))
    throw new RangeError(`The ${name} lies outside ${low} to ${high}: ${value}.`);
}
