import { emailKey, isFreeMail, isRoleAddress } from './email-key.ts';
import { foldCompany } from './fold-company.ts';
import { foldName } from './fold-name.ts';

/** What a record says about who it is. Absent facts are null or an empty list. */
export type Identity = {
  readonly kind: 'person' | 'company';
  /** The person's or the company's own name. */
  readonly name: string | null;
  /** The company a person works for; null for a company. */
  readonly company: string | null;
  readonly emails: readonly string[];
  /** E.164 without extension, e.g. `+8613800138000`. */
  readonly phones: readonly string[];
  /** Handles in one spelling, e.g. `linkedin.com/in/jane-doe`. */
  readonly profiles: readonly string[];
  /** Registrable domains of websites and addresses, e.g. `acme.co.uk`. Those of free mail are ignored. */
  readonly domains: readonly string[];
};

/** A fact two records share, in the order of its weight. */
export type LikenessReason =
  | 'same-email'
  | 'same-profile'
  | 'same-name'
  | 'same-name-apart-from-legal-form'
  | 'same-company'
  | 'same-domain'
  | 'same-phone'
  | 'same-role-address';

export type Likeness = {
  readonly likeness: 'exact' | 'likely' | 'none';
  /** Every shared fact, also those too weak to count alone. */
  readonly reasons: readonly LikenessReason[];
};

/**
 * How alike two records are. `exact` may be treated as one record; `likely` is for a person to decide; `none` may still
 * carry weak reasons. A shared phone, a role address or a free-mail domain is no key alone, and neither is a name: two
 * customers may both be called 华信.
 *
 * A person is the same by a personal e-mail address, a profile, or name and phone; likely the same by name where
 * company or domain agree or nothing speaks against it, or by two weak facts while the names do not differ. A company is
 * the same by its full name together with domain, address, phone or profile; likely by its name, with or without the
 * legal form, or by its domain. A person and a company are never alike.
 */
export function likeness(a: Identity, b: Identity): Likeness {
  if (a.kind !== b.kind) return { likeness: 'none', reasons: [] };
  const reasons = sharedFacts(a, b);
  const judge = a.kind === 'person' ? judgePersons : judgeCompanies;
  return { likeness: judge(new Set(reasons), a, b), reasons };
}

function judgePersons(shared: ReadonlySet<LikenessReason>, a: Identity, b: Identity): Likeness['likeness'] {
  if (shared.has('same-email') || shared.has('same-profile')) return 'exact';
  const workplaceAgrees = shared.has('same-company') || shared.has('same-domain');
  if (shared.has('same-name')) {
    if (shared.has('same-phone')) return 'exact';
    if (workplaceAgrees || shared.has('same-role-address')) return 'likely';
    const speaksAgainst = (a.company !== null && b.company !== null) || mailboxesDiffer(a, b);
    return speaksAgainst ? 'none' : 'likely';
  }
  if (a.name !== null && b.name !== null) return 'none';
  const weak = [workplaceAgrees, shared.has('same-phone'), shared.has('same-role-address')];
  return weak.filter(Boolean).length >= 2 ? 'likely' : 'none';
}

function judgeCompanies(shared: ReadonlySet<LikenessReason>): Likeness['likeness'] {
  const contact =
    shared.has('same-domain') ||
    shared.has('same-email') ||
    shared.has('same-role-address') ||
    shared.has('same-phone') ||
    shared.has('same-profile');
  if (shared.has('same-name')) return contact ? 'exact' : 'likely';
  if (shared.has('same-name-apart-from-legal-form')) return 'likely';
  return shared.has('same-domain') || shared.has('same-profile') || shared.has('same-email') ? 'likely' : 'none';
}

/** Two personal addresses that are not the same: each is somebody's own, so they speak for two people. */
function mailboxesDiffer(a: Identity, b: Identity): boolean {
  return personalKeys(a).size > 0 && personalKeys(b).size > 0;
}

function sharedFacts(a: Identity, b: Identity): LikenessReason[] {
  const reasons: LikenessReason[] = [];
  if (meet(personalKeys(a), personalKeys(b))) reasons.push('same-email');
  if (meet(folded(a.profiles), folded(b.profiles))) reasons.push('same-profile');
  if (agree(a.name, b.name, foldName)) reasons.push('same-name');
  else if (a.kind === 'company' && agree(a.name, b.name, foldCompany)) reasons.push('same-name-apart-from-legal-form');
  if (agree(a.company, b.company, foldCompany)) reasons.push('same-company');
  if (meet(ownDomains(a), ownDomains(b))) reasons.push('same-domain');
  if (meet(new Set(a.phones), new Set(b.phones))) reasons.push('same-phone');
  if (meet(roleKeys(a), roleKeys(b))) reasons.push('same-role-address');
  return reasons;
}

function agree(a: string | null, b: string | null, fold: (text: string) => string): boolean {
  if (a === null || b === null) return false;
  const key = fold(a);
  return key !== '' && key === fold(b);
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((key) => b.has(key));
}

function keysOf({ emails }: Identity): string[] {
  return emails.map(emailKey).filter((key) => key !== null);
}

function personalKeys(identity: Identity): Set<string> {
  return new Set(keysOf(identity).filter((key) => !isRoleAddress(key)));
}

function roleKeys(identity: Identity): Set<string> {
  return new Set(keysOf(identity).filter(isRoleAddress));
}

function ownDomains({ domains }: Identity): Set<string> {
  return new Set([...folded(domains)].filter((domain) => !isFreeMail(domain)));
}

function folded(texts: readonly string[]): Set<string> {
  return new Set(texts.map((text) => text.toLowerCase()));
}
