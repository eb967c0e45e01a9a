import type { ExplainedView } from '@milepost/contract/explain';
import type { CriterionView, LadderView, LadderWhyQuery } from '@milepost/contract/ladder';
import { derive, record } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { type Criterion, criteriaOf, rungStatus } from '@milepost/core/ladder/criteria';
import { heightsOf } from '@milepost/core/ladder/heights';
import { monthsIn } from '@milepost/core/ladder/months-in';
import { proofOn } from '@milepost/core/skills/gap';
import { type AdditiveMeasure, unitOf } from '@milepost/core/targets/measures';
import { type Actor, reaches } from '../../auth/actor.ts';
import { type Names, nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { measured } from '../figures/measured-store.ts';
import { whoseGrowth } from '../skills/may-assess-store.ts';
import { type LadderFacts, ladderFacts, resultSpan } from './ladder-facts.ts';
import { mayPlace } from './save-career.ts';
import { asksOf, standsOn } from './store.ts';
import { careerView } from './views.ts';

type At = { day: string; now: string };
const unproven = { id: null, onDay: null, until: null, by: null } as const;

/** A criterion with its name and what shows it. */
function told(
  criterion: Criterion,
  facts: LadderFacts,
  people: Names,
  { day, personId }: { day: string; personId: string },
): CriterionView {
  const { kind, subject } = criterion;
  if (kind === 'level') {
    const skill = facts.skillBy.get(subject);
    const proof = proofOn(facts.record.proofs, subject, day);
    const wording = `level${criterion.asked ?? 0}` as 'level0';
    return {
      ...criterion,
      name: skill?.name ?? '',
      described: skill?.[wording] ?? null,
      proof: proof && {
        ...{ kind: 'assessment', id: proof.id, onDay: proof.provenOn, until: proof.validUntil },
        by: nameOf(people, proof.assessorId),
      },
    };
  }
  if (kind === 'certificate') {
    const award = facts.holding.get(subject) ?? null;
    return {
      ...criterion,
      name: facts.certificateBy.get(subject)?.name ?? '',
      described: null,
      proof: award && {
        ...{ kind: 'award', id: award.id, onDay: award.completedOn, until: award.expiresOn },
        by: nameOf(people, award.signed_by_id),
      },
    };
  }
  if (kind === 'months')
    return {
      ...criterion,
      ...{ name: null, described: null },
      proof: facts.terms.length === 0 ? null : { ...unproven, kind: 'career', id: personId },
    };
  const { to } = resultSpan(day);
  return {
    ...criterion,
    ...{ name: null, described: null },
    proof: criterion.has === null ? null : { ...unproven, kind: 'result', onDay: to },
  };
}

/** The ladder as it is for one person: every rung with its criteria, and where they stand and want to go. */
export async function readLadder(db: Db, actor: Actor, at: At, asked: string | undefined): Promise<LadderView> {
  const person = await whoseGrowth(db, actor, asked);
  const facts = await ladderFacts(db, actor, person.id, at);
  const names = await namesOf(db, actor, {
    person: [
      ...facts.record.proofs.map(({ assessorId }) => assessorId),
      ...[...facts.holding.values()].map((award) => award?.signed_by_id ?? null),
    ],
  });
  const heights = heightsOf(facts.standing.map((row) => ({ id: row.id, from: asksOf(row).fromIds })));
  if (heights.status === 'cycle') throw new Error('A rung lies above itself, which no write allows.');
  const here = facts.career ? standsOn(facts.career, at.day) : null;
  const was = new Set(facts.terms.filter(({ from }) => from <= at.day).map(({ rungId }) => rungId));
  const placeOf = (id: string) => {
    if (id === here) return 'here' as const;
    if (id === facts.career?.aim_rung_id) return 'aim' as const;
    return was.has(id) ? ('was' as const) : null;
  };
  return {
    person,
    day: at.day,
    currency: actor.organisation.currency,
    mayPlace: mayPlace(actor, person.id),
    career: await careerView(db, actor, facts.career),
    rungs: facts.standing.map((row) => {
      const rung = facts.rungOf(row);
      const criteria = criteriaOf(rung, facts.record, at.day);
      const profile = row.profile_id === null ? undefined : facts.profileBy.get(row.profile_id);
      const isStanding = new Set(facts.standing.map(({ id }) => id));
      return {
        ...{ id: row.id, name: row.name, track: row.track, about: row.about },
        profile: profile ? { id: profile.id, name: profile.name } : null,
        fromIds: rung.from.filter((id) => isStanding.has(id)),
        height: heights.heights.get(row.id) ?? 0,
        place: placeOf(row.id),
        status: rungStatus(criteria),
        criteria: criteria.map((criterion) =>
          told(criterion, facts, names.person, { day: at.day, personId: person.id }),
        ),
      };
    }),
  };
}

async function whyResult(db: Db, actor: Actor, at: At, personId: string, measure: AdditiveMeasure): Promise<Why> {
  if (!reaches(actor, personId)) throw new Failure('not-found');
  const months = await measured(db, actor, measure, at.now).months(resultSpan(at.day), {
    persons: new Set([personId]),
  });
  return derive('sum', { rule: 'ladder.result', unit: unitOf(measure) }, months);
}

/** How what somebody has of a criterion comes about. @throws Failure `not-found` where there is nothing */
export async function explainCriterion(db: Db, actor: Actor, at: At, query: LadderWhyQuery): Promise<ExplainedView> {
  const person = await whoseGrowth(db, actor, query.personId);
  const facts = await ladderFacts(db, actor, person.id, at);
  const row = facts.standing.find(({ id }) => id === query.rungId);
  const criterion =
    row &&
    criteriaOf(facts.rungOf(row), facts.record, at.day).find(
      ({ kind, subject }) => kind === query.kind && subject === query.subject,
    );
  if (!row || !criterion || criterion.has === null) throw new Failure('not-found');
  if (query.kind === 'result')
    return { why: await whyResult(db, actor, at, person.id, query.subject as AdditiveMeasure), asOf: at.now };
  if (query.kind === 'level') {
    const proof = proofOn(facts.record.proofs, query.subject, at.day);
    const name = facts.skillBy.get(query.subject)?.name ?? '';
    if (!proof) throw new Failure('not-found');
    const heading = { rule: 'ladder.level', unit: 'count', label: name } as const;
    const why = derive('sum', heading, [record('assessment', proof.id, proof.level, 'count', proof.provenOn)]);
    return { why, asOf: at.now };
  }
  const { fromIds } = asksOf(row);
  const longest = fromIds.map((id) => {
    const terms = facts.terms.filter(({ rungId, from }) => rungId === id && from <= at.day);
    const label = facts.standing.find((one) => one.id === id)?.name ?? '';
    const leaves = terms.map((term) =>
      record(
        'career',
        person.id,
        monthsIn([term], at.day).get(id) ?? 0,
        'count',
        `${term.from} – ${term.to ?? at.day}`,
      ),
    );
    return derive('sum', { rule: 'ladder.months-on', unit: 'count', label }, leaves);
  });
  if (longest.length === 0) throw new Failure('not-found');
  return { why: derive('max', { rule: 'ladder.months', unit: 'count' }, longest), asOf: at.now };
}
