/** A team of the tree: its parent, and who leads it. */
export type TeamNode = { readonly id: string; readonly parentId: string | null; readonly managerId: string | null };
/** A person and the team they belong to. */
export type Member = { readonly id: string; readonly teamId: string | null };

/**
 * Whose records a person sees: their own, and for a manager those of all people in the teams they lead and in every team
 * below, with those teams' managers. A loop in the tree (impossible by the rules of writing) ends the walk, not the program.
 * @returns ids in a stable order, the person first
 */
export function reachOf(
  personId: string,
  role: 'rep' | 'manager',
  { teams, persons }: { teams: readonly TeamNode[]; persons: readonly Member[] },
): string[] {
  if (role === 'rep') return [personId];
  const below = teamsBelow(
    teams.filter((team) => team.managerId === personId).map((team) => team.id),
    teams,
  );
  const reached = new Set([personId]);
  for (const team of teams) if (below.has(team.id) && team.managerId) reached.add(team.managerId);
  for (const person of persons) if (person.teamId && below.has(person.teamId)) reached.add(person.id);
  return [...reached];
}

/** The given teams and all that stand below them. */
export function teamsBelow(roots: readonly string[], teams: readonly TeamNode[]): Set<string> {
  const children = Map.groupBy(teams, (team) => team.parentId);
  const found = new Set<string>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(children.get(id) ?? []).map((team) => team.id));
  }
  return found;
}

/** Would giving `teamId` this parent put it below itself? */
export const makesLoop = (teamId: string, parentId: string | null, teams: readonly TeamNode[]): boolean =>
  parentId !== null && teamsBelow([teamId], teams).has(parentId);
