import type { Candidate, Entity } from '../candidate.ts';
import type { CompanyName } from '../company/company-names.ts';
import { foldCompany } from '../company/name-trace.ts';

/** The candidates of one person or company. */
export type Group = { entity: Entity; candidates: Candidate[] };

/** Gathers the candidates that sources tied to a person or company. */
export function groupsOf(found: readonly Candidate[]): Group[] {
  const groups = new Map<string, Group>();
  for (const candidate of found) {
    if (candidate.entity === undefined) continue;
    const group = groups.get(candidate.entity.id);
    if (group === undefined) groups.set(candidate.entity.id, { entity: candidate.entity, candidates: [candidate] });
    else group.candidates.push(candidate);
  }
  return [...groups.values()];
}

const nameOf = (group: Group): string => group.candidates.find((candidate) => candidate.field === 'name')?.value ?? '';

const foldName = (name: string): string => foldCompany(name.replace(/^(?:mr|mrs|ms|dr|prof)\.?\s/i, ''));

const isFoundInText = (group: Group): boolean => group.entity.kind === 'person' && group.entity.lines !== undefined;

/** Each office of a list is a row of its own, though all bear one name. */
const isRow = ({ entity }: Group): boolean => entity.kind === 'company' && entity.lines !== undefined;

/** One person seen twice (in data and in text, in a list and in a footer) is one. */
export function merged(groups: readonly Group[]): Group[] {
  const byName = new Map<string, Group>();
  const kept: Group[] = [];
  for (const group of groups) {
    const name = isRow(group) ? '' : foldName(nameOf(group));
    const known = name === '' ? undefined : byName.get(`${group.entity.kind}:${name}`);
    if (known === undefined) {
      if (name !== '') byName.set(`${group.entity.kind}:${name}`, group);
      kept.push(group);
    } else {
      join(known, group);
    }
  }
  return kept;
}

const hasTitle = (group: Group): boolean => group.candidates.some((candidate) => candidate.field === 'title');

/** The better place to read a person's values from is the one that tells a title. */
function join(known: Group, other: Group): void {
  const isBetterPlace = known.entity.lines === undefined || (!hasTitle(known) && hasTitle(other));
  known.candidates.push(...other.candidates);
  const { lines } = other.entity;
  if (lines === undefined) return;
  known.entity = {
    ...known.entity,
    isAside: known.entity.isAside && other.entity.isAside,
    ...(other.entity.standsForFirm === true && { standsForFirm: true as const }),
    ...(isBetterPlace && { lines }),
  };
}

/**
 * Where a site bears a name that also reads like a person's: "Dorothy Perkins" is a shop, "Carole Horan" a florist who answers
 * her mail. It is a person when a position or an address of mail made of the name says so; otherwise no person is offered.
 */
export function settleNamesake(
  groups: readonly Group[],
  names: readonly CompanyName[],
  found: readonly Candidate[],
): { groups: Group[]; names: CompanyName[] } {
  const mails = found.filter((candidate) => candidate.field === 'email').map((candidate) => foldName(candidate.value));
  const company = foldName(names[0]?.name ?? '');
  const others = new Set(names.map((name) => foldName(name.name)));
  const isReal = (group: Group, name: string): boolean => hasTitle(group) || mails.some((mail) => mail.includes(name));
  const kept = groups.filter((group) => {
    const name = foldName(nameOf(group));
    return !isFoundInText(group) || !others.has(name) || isReal(group, name);
  });
  const isPersonal =
    company !== '' && kept.some((group) => isFoundInText(group) && foldName(nameOf(group)) === company);
  return { groups: kept, names: isPersonal ? names.filter((name) => foldName(name.name) !== company) : [...names] };
}
