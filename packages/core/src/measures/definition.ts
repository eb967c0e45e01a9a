import type { Unit } from '../explain/why.ts';

/** What the organisation means by its measures of market and customers. Stated once, in force for every figure. */
export type MeasureDefinition = {
  readonly newCustomer: {
    /** A customer is new again after so many months without a purchase; null: only the first purchase ever counts. */
    readonly afterMonths: number | null;
    /** The revenue, in minor units, from which a new customer is a valid one. */
    readonly minRevenueMinor: number;
    /** How many are wanted a month; null when nobody has said. */
    readonly targetPerMonth: number | null;
  };
  readonly repurchase: {
    /** Length of the window that a purchase opens, in days. */
    readonly windowDays: number;
    /** So many orders within the window, the one that opens it included, are a repurchase. */
    readonly orders: number;
    /** Who is asked: everybody who bought, or only those who had bought before the window. */
    readonly existing: 'any' | 'bought-before';
    /** Windows that have not ended: left out, or counted for as long as they were watched (Kaplan–Meier). */
    readonly immature: 'excluded' | 'kaplan-meier';
    /** The rate that is wanted, 0–1; null when nobody has said. */
    readonly targetRatio: number | null;
  };
  readonly coverage: {
    /** Kinds of activity that are a visit once they are done. */
    readonly visitKinds: readonly VisitKind[];
    /** What is to be covered: a customer segment, or a segment in a region. */
    readonly marketBy: 'segment' | 'segment-region';
    /** New ones that are to be visited a week. */
    readonly targetPerWeek: number;
  };
  readonly event: {
    /** Days after the event within which a lead of it may become a deal, where the event says nothing else. */
    readonly windowDays: number;
    /** The conversion that is wanted of an event that says nothing else, 0–1. */
    readonly targetRatio: number | null;
  };
};

export const visitKinds = ['visit', 'call', 'email', 'meeting'] as const;
export type VisitKind = (typeof visitKinds)[number];

/** What counts until an administrator says otherwise. */
export const firstDefinition: MeasureDefinition = {
  newCustomer: { afterMonths: null, minRevenueMinor: 0, targetPerMonth: null },
  repurchase: {
    windowDays: 90,
    orders: 2,
    existing: 'bought-before',
    immature: 'excluded',
    targetRatio: null,
  },
  coverage: { visitKinds: ['visit'], marketBy: 'segment-region', targetPerWeek: 2 },
  event: { windowDays: 90, targetRatio: null },
};

/** One sentence of a definition: its key among the words, and the number that it speaks of. */
export type Term = { readonly key: string; readonly value: number | null; readonly unit: Unit };

/** Measures that rest on the definition. */
export type DefinedMeasure =
  | 'newCustomers'
  | 'repurchaseRate'
  | 'coverage'
  | 'marketCoverage'
  | 'visits'
  | 'eventConversion';

const say = (key: string, value: number | null = null, unit: Unit = 'count'): Term => ({ key, value, unit });

/** The definition in force of a measure, sentence by sentence, to stand beside every figure of it. */
export function termsOf(measure: DefinedMeasure, definition: MeasureDefinition): Term[] {
  const { newCustomer, repurchase, coverage, event } = definition;
  const visits = coverage.visitKinds.map((kind) => say(`visit-kind-${kind}`));
  switch (measure) {
    case 'newCustomers':
      return [
        newCustomer.afterMonths === null ? say('new-first-ever') : say('new-after-months', newCustomer.afterMonths),
        ...(newCustomer.minRevenueMinor > 0 ? [say('new-min-revenue', newCustomer.minRevenueMinor, 'money')] : []),
      ];
    case 'repurchaseRate':
      return [
        say(`repurchase-existing-${repurchase.existing}`),
        say('repurchase-orders', repurchase.orders),
        say('repurchase-window', repurchase.windowDays, 'days'),
        say(`repurchase-immature-${repurchase.immature}`),
      ];
    case 'coverage':
      return [say(`coverage-by-${coverage.marketBy}`), ...visits];
    case 'marketCoverage':
      return [say(`market-coverage-by-${coverage.marketBy}`), ...visits];
    case 'visits':
      return visits;
    case 'eventConversion':
      return [say('event-qualified'), say('event-window', event.windowDays, 'days')];
  }
}
