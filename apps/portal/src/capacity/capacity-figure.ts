/** A figure of hours as the server is asked about it: a month (1–12 of the fiscal year), the year, or what is left of it. */
export type CapacityFigure =
  | { readonly figure: 'total' | 'left' }
  | { readonly figure: 'month'; readonly month: number };
