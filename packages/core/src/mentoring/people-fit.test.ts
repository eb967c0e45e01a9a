import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, isConstant } from '../explain/why.ts';
import { filterOf, fitsOfPeople, type Mentee, type Mentor, pairFit, plainPairRules, whyWaiting } from './people-fit.ts';
import { peopleOf } from './pool.ts';
import { whyFit, whyPrice, whyTotal } from './why-match.ts';

const need = (skillId: string, level: number, required: number, weight = 1) => ({ skillId, level, required, weight });
const mentee = (more: Partial<Mentee> = {}): Mentee => ({
  personId: 'ann',
  needs: [need('closing', 1, 4), need('calling', 2, 3)],
  languages: [],
  region: null,
  years: null,
  lineManagerId: null,
  wishId: null,
  past: new Map(),
  ...more,
});
const mentor = (more: Partial<Mentor> = {}): Mentor => ({
  personId: 'mia',
  levels: new Map([['closing', 5]]),
  languages: [],
  region: null,
  years: null,
  places: 2,
  ...more,
});
const rules = { ...plainPairRules, lead: 2, sameRegion: true };

describe('S7 who suits whom', () => {
  it('is the share of the gaps that the mentor closes: 3 of 4, and a wish adds 0.1', () => {
    expect(pairFit(mentee(), mentor(), plainPairRules)).toBe(0.75);
    expect(pairFit(mentee({ wishId: 'mia' }), mentor(), plainPairRules)).toBe(0.85);
    expect(pairFit(mentee({ past: new Map([['mia', true]]), wishId: 'mia' }), mentor(), plainPairRules)).toBe(0.85);
  });

  it.each<[string | null, Partial<Mentee>, Partial<Mentor>]>([
    ['self', {}, { personId: 'ann' }],
    ['line-manager', { lineManagerId: 'mia' }, {}],
    ['past-pair', { past: new Map([['mia', false]]) }, {}],
    ['experience', { years: 3 }, { years: 4 }],
    [null, { years: 3 }, { years: null }],
    ['language', { languages: ['de'] }, { languages: ['zh', 'en'] }],
    [null, { languages: ['de'] }, {}],
    ['region', { region: 'East' }, { region: 'West' }],
    [null, { region: 'East' }, { region: null }],
    ['skills', {}, { levels: new Map([['closing', 1]]) }],
    ['skills', { needs: [] }, {}],
    [null, {}, {}],
  ])('is kept apart by %s', (filter, one, other) => {
    expect(filterOf(mentee(one), mentor(other), rules)).toBe(filter);
    expect(pairFit(mentee(one), mentor(other), rules) === null).toBe(filter !== null);
  });

  it('says of whoever waits which filter keeps whom away, or that places are short', () => {
    const apart = mentor({ personId: 'leo', levels: new Map() });
    expect(whyWaiting(mentee({ needs: [] }), [mentor()], rules)).toEqual({ reason: 'no-gap' });
    expect(whyWaiting(mentee(), [], rules)).toEqual({ reason: 'nobody' });
    expect(whyWaiting(mentee(), [mentor(), apart], rules)).toEqual({ reason: 'places', best: 0.75 });
    expect(whyWaiting(mentee({ lineManagerId: 'mia' }), [mentor(), apart], rules)).toEqual({
      reason: 'filtered',
      filters: [
        { filter: 'line-manager', count: 1 },
        { filter: 'skills', count: 1 },
      ],
    });
  });

  it('gives fits that come about as they are explained', () => {
    const level = fc.integer({ min: 0, max: 5 });
    const needs = fc.array(fc.record({ level, required: level, weight: fc.integer({ min: 0, max: 3 }) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(needs, fc.array(level, { maxLength: 4 }), fc.boolean(), (some, levels, isWish) => {
        const one = mentee({
          needs: some.map((each, at) => ({ ...each, skillId: `${at}` })),
          wishId: isWish ? 'mia' : null,
        });
        const other = mentor({ levels: new Map(levels.map((each, at) => [`${at}`, each])) });
        const fit = pairFit(one, other, plainPairRules);
        expect(fitsOfPeople([one], [other], plainPairRules).fit[0]).toBe(fit ?? Number.NaN);
        if (fit === null) return;
        const why = whyFit(one, other, plainPairRules, new Map());
        expect(why && evaluate(why)).toBeCloseTo(fit, 12);
        expect(why && isConstant(why)).toBe(false);
      }),
    );
  });

  it('explains the total of a proposal and what decisions cost', () => {
    const pair = (fit: number) => ({ profileId: `of ${fit}`, label: 'Ann – Mia', fit });
    expect(evaluate(whyTotal([pair(0.75), pair(0.5)]))).toBe(1.25);
    expect(evaluate(whyPrice([pair(0.75), pair(0.5)], [pair(1)]))).toBe(0.25);
  });

  it('takes names that fold to the same for one skill, language and region', () => {
    const known = { languages: ['English'], region: 'East ', years: null };
    const skill = { level: 1, required: 4, weight: 1 };
    const { mentees, mentors, skills } = peopleOf({
      mentees: [
        {
          ...known,
          person: { id: 'ann' },
          needs: [
            { ...skill, skill: 'Closing' },
            { ...skill, skill: 'closing', level: 3 },
          ],
          lineManagerId: null,
          wishId: null,
          past: [],
        },
      ],
      mentors: [
        {
          ...known,
          person: { id: 'mia' },
          region: 'EAST',
          languages: ['english'],
          gives: [{ skill: 'CLOSING', level: 4 }],
          capacity: 2,
          running: 3,
        },
      ],
    });
    expect([...skills.values()]).toEqual(['Closing']);
    expect(mentees[0]?.needs).toMatchObject([{ level: 1 }]);
    expect(mentors[0]?.places).toBe(0);
    expect(filterOf(mentees[0] as Mentee, mentors[0] as Mentor, rules)).toBeNull();
  });
});
