import { describe, expect, it } from 'vitest';
import { countFrequencies, type FieldFrequencies, type Frequencies, naiveBayes } from './naive-bayes.ts';

type Lead = { team: number | null; stage: number; facts: (string | null)[]; status: 'won' | 'lost' | 'open' };

/** The leads of Odoo's own test of its scoring: country, state, e-mail, phone, source. Unset e-mail and phone are values of their own. */
const lead = (team: number, stage: number, where: string, source: number, status: Lead['status']): Lead => ({
  team,
  stage,
  facts: [...where, 'unset', 'unset', `${source}`],
  status,
});
const leads = [
  lead(1, 1, '00', 0, 'lost'),
  lead(1, 2, '11', 1, 'lost'),
  lead(1, 3, '22', 2, 'won'),
  lead(1, 2, '01', 2, 'open'),
  lead(1, 1, '11', 1, 'open'),
  lead(2, 3, '01', 1, 'lost'),
  lead(2, 2, '01', 2, 'lost'),
  lead(2, 1, '02', 2, 'won'),
  lead(2, 2, '01', 2, 'open'),
  lead(2, 2, '10', 1, 'open'),
  lead(3, 3, '11', 1, 'won'),
  lead(3, 1, '01', 0, 'lost'),
  lead(3, 1, '12', 2, 'lost'),
  lead(3, 2, '01', 2, 'open'),
];

/** A won lead counts in every stage, a lost one up to its own; a stage is divided by how many came into the first. */
function stageFrequencies(closed: readonly Lead[]): FieldFrequencies {
  const reached = (stage: number, status: Lead['status']): number =>
    0.1 + closed.filter((one) => one.status === status && (status === 'won' || one.stage >= stage)).length;
  const counts = [1, 2, 3, 4].map((stage) => ({ won: reached(stage, 'won'), lost: reached(stage, 'lost') }));
  const values = new Map(counts.map((count, at) => [`${at + 1}`, count]));
  return { values, won: counts[0]?.won ?? 0, lost: counts[0]?.lost ?? 0 };
}

function ofTeam(team: number, all: readonly Lead[] = leads): Frequencies {
  const closed = all.filter((one) => one.team === team && one.status !== 'open');
  const counted = countFrequencies(
    closed.map(({ facts }) => facts),
    closed.map(({ status }) => (status === 'won' ? 1 : 0)),
  );
  return { ...counted, fields: [stageFrequencies(closed), ...counted.fields] };
}

const percent = (frequencies: Frequencies, { stage, facts }: Lead): number =>
  100 * (naiveBayes(frequencies, [`${stage}`, ...facts]) ?? Number.NaN);

/** Frequencies of several teams added up, for who has none. */
function together(all: readonly Frequencies[]): Frequencies {
  const add = (some: readonly { won: number; lost: number }[]) => ({
    won: some.reduce((sum, { won }) => sum + won, 0),
    lost: some.reduce((sum, { lost }) => sum + lost, 0),
  });
  const fields = (all[0]?.fields ?? []).map((_, place): FieldFrequencies => {
    const own = all.flatMap(({ fields: each }) => each[place] ?? []);
    const names = new Set(own.flatMap(({ values }) => [...values.keys()]));
    const values = new Map([...names].map((name) => [name, add(own.flatMap((each) => each.values.get(name) ?? []))]));
    return place === 0 ? { values, ...(values.get('1') as { won: number; lost: number }) } : { values };
  });
  return { ...add(all), fields };
}

describe('the comparison model gives the published chances of its makers', () => {
  const at = (place: number): Lead => leads[place] as Lead;

  it('by the frequencies of the own team', () => {
    expect(percent(ofTeam(1), at(3))).toBeCloseTo(33.49, 2);
    expect(percent(ofTeam(2), at(8))).toBeCloseTo(7.74, 2);
    expect(percent(ofTeam(3), at(13))).toBeCloseTo(35.09, 2);
    expect(percent(ofTeam(1), { ...at(3), stage: 1 })).toBeCloseTo(20.87, 2);
  });

  it('after a colleague’s lead was won, and in another country', () => {
    const after = leads.map((one, place): Lead => (place === 9 ? { ...one, status: 'won' } : one));
    const moved = { ...at(8), stage: 1 };
    expect(percent(ofTeam(2, after), moved)).toBeCloseTo(2.43, 2);
    // 34.375 exactly, printed as 34.38.
    expect(percent(ofTeam(2, after), { ...moved, facts: ['1', ...moved.facts.slice(1)] })).toBeCloseTo(34.375, 9);
  });

  it('by all teams together for a lead that has none', () => {
    expect(percent(together([1, 2, 3].map((team) => ofTeam(team))), at(13))).toBeCloseTo(35.19, 2);
  });
});
