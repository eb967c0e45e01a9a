/** The words from which the demonstration is made, of our own writing. */
export type DemoNames = {
  organisation: string;
  /** Administrator, three managers, ten reps. */
  people: readonly string[];
  teams: readonly [string, string, string];
  lines: readonly string[];
  /** Three products a line. */
  grades: readonly [string, string, string];
  segments: readonly string[];
  regions: readonly string[];
  firms: { first: readonly string[]; second: readonly string[]; forms: readonly string[] };
  given: readonly string[];
  family: readonly string[];
  titles: readonly string[];
  deal: (product: string, account: string) => string;
  person: (given: string, family: string) => string;
  firm: (first: string, second: string, form: string) => string;
  activities: readonly string[];
  target: (year: string) => string;
  mix: (year: string) => string;
  /** An exhibition that is over, a live stream that is over, an exhibition to come. */
  events: readonly [DemoEventNames, DemoEventNames, DemoEventNames];
};

export type DemoEventNames = {
  name: string;
  place: string | null;
  talkTrack: string;
  /** First call, offer, look back. */
  steps: readonly [string, string, string];
};
