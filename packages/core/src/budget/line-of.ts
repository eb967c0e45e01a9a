/**
 * What a budget line is for, and what a claim is of. Null on a line: whichever. Categories and campaigns are folded; `teams` are the
 * team of the claimant and all above it, the nearest first.
 */
export type BudgetScope = {
  readonly id: string;
  readonly category: string;
  readonly teamId: string | null;
  readonly campaign: string | null;
  readonly accountId: string | null;
};
export type SpendScope = {
  readonly category: string;
  readonly teams: readonly string[];
  readonly campaign: string | null;
  readonly accountId: string | null;
};

/**
 * The one line a claim is spent from: of those of its category whose named team, campaign and account are the claim's, the one that
 * names most; account before campaign before team, the nearer team first, then the lower id. Null when no line is for it.
 */
export function lineOf(spend: SpendScope, lines: readonly BudgetScope[]): BudgetScope | null {
  const fitting = lines.filter(
    (line) =>
      line.category === spend.category &&
      (line.teamId === null || spend.teams.includes(line.teamId)) &&
      (line.campaign === null || line.campaign === spend.campaign) &&
      (line.accountId === null || line.accountId === spend.accountId),
  );
  const named = (line: BudgetScope): number[] => [
    line.accountId === null ? 1 : 0,
    line.campaign === null ? 1 : 0,
    line.teamId === null ? spend.teams.length : spend.teams.indexOf(line.teamId),
  ];
  return (
    fitting.toSorted((a, b) => {
      const [one, other] = [named(a), named(b)];
      const at = one.findIndex((value, place) => value !== other[place]);
      return at < 0 ? (a.id < b.id ? -1 : 1) : (one[at] as number) - (other[at] as number);
    })[0] ?? null
  );
}
