import type { LeadCandidate, LeadReading } from '@milepost/capture/lead';
import { describe, expect, test } from 'vitest';
import { barOf } from './clip-bars.ts';
import { halfOf } from './clip-cases.ts';
import { foldCompany, isMarked, isNorthAmerican, linkedEmails, markedEmail, markedPhone } from './clip-marks.ts';
import { marksBeside } from './clip-nearness.ts';
import { judgeMarks } from './clip-page.ts';
import { judgeRows } from './clip-rows.ts';
import { judgeSuite } from './clip-suite.ts';
import { compare, newTally, scoreOf, Tallies } from './clip-tally.ts';
import { judgeValues } from './clip-values.ts';

const lead = (known: Partial<LeadCandidate>): LeadCandidate => ({
  kind: 'person',
  name: null,
  title: null,
  company: null,
  emails: [],
  phones: [],
  addresses: [],
  websites: [],
  profiles: [],
  provenance: [],
  ...known,
});
const reading = (...leads: LeadCandidate[]): LeadReading => ({ leads, more: [], pageKind: 'list', failures: [] });
const tally = (tallies: Tallies, field: string) => {
  const { right, wrong, missed } = tallies.of(field);
  return { right, wrong, missed };
};

describe('a tally', () => {
  test('has ratios where they have a base', () => {
    expect(scoreOf({ ...newTally(), right: 3, wrong: 1, missed: 2 })).toEqual({ precision: 0.75, recall: 0.6, f1: 6 / 9 });
    expect(scoreOf(newTally())).toEqual({ precision: null, recall: null, f1: null });
  });

  test('counts what is allowed neither for nor against', () => {
    const isSame = (one: string, other: string) => one === other;
    expect(compare(['a', 'x', 'y'], ['a', 'b'], isSame, (one) => one === 'x')).toMatchObject({ right: 1, wrong: 1, missed: 1, wrongs: ['y'], misses: ['b'] });
  });

  test('says how far it is from its bar', () => {
    expect(barOf('e-mail', { ...newTally(), right: 9, missed: 1 })).toEqual({ bar: 'precision 0.995, recall 0.99', short: 0.09 });
    expect(barOf('list, values across rows', { ...newTally(), right: 5, wrong: 2 })).toEqual({ bar: 'at most 0 wrong', short: 2 });
    expect(barOf('something else', newTally())).toEqual({});
  });
});

describe('marks', () => {
  test('of telephones are compared by what is dialled', () => {
    expect(markedPhone('+44 (0)1293 551140').digits).toBe('441293551140');
    expect(markedPhone('(734) 668-TIME').digits).toBe('7346688463');
    expect(markedPhone('ext. 207')).toMatchObject({ digits: '', extension: '207' });
    expect(isMarked({ value: '01293 551140', e164: '+441293551140', kind: 'tel' }, markedPhone('+44 (0)1293 551140'))).toBe(true);
    expect(isMarked({ value: 'x', e164: '+12125550100', extension: '207', kind: 'tel' }, markedPhone('Ex: 207'))).toBe(true);
    expect(isMarked({ value: '212 555 0101', e164: null, kind: 'tel' }, markedPhone('212-555-0100'))).toBe(false);
    expect(isNorthAmerican(markedPhone('1-212-555-0100'))).toBe(true);
    expect(isNorthAmerican(markedPhone('+33 1 42 68 53 00'))).toBe(false);
  });

  test('of mail are decoded, and links are read independently of the reader', () => {
    expect(markedEmail('gifts[at]acme[dot]example')).toBe('gifts@acme.example');
    expect([...linkedEmails('<a href="mailto:a%40b.example?subject=x">')]).toEqual(['a@b.example']);
  });

  test('of firms are compared without their legal form', () => {
    expect(foldCompany('The Acme & Sons, Inc.')).toBe(foldCompany('Acme & Sons'));
  });

  test('belong together when they stand together', () => {
    const html = `<script>Ann Lee Director</script><p>Ann Lee</p><p>Director</p>${'<p>some words of prose</p>'.repeat(9)}<p>Bob Stone</p>`;
    expect(marksBeside(html, ['Ann Lee', 'Bob Stone'], ['Director'])).toEqual(['Ann Lee']);
  });

  test('of a page judge what was read of it', () => {
    const tallies = new Tallies();
    const read = reading(
      lead({ name: 'Ann Lee', title: 'Director', emails: [{ value: 'ann@acme.example' }], phones: [{ value: '212-555-0100', e164: '+12125550100', kind: 'fax' }] }),
      lead({ kind: 'company', name: 'Acme Ltd', addresses: [{ raw: '1 High St, Boston', street: '1 High St', city: 'Boston', region: null, postcode: null, country: 'US' }] }),
    );
    const marks = { ORG: ['Acme'], PER: ['Ann Lee'], FUNC: ['Director', 'Clerk'], TEL: ['212-555-0100', '212-555-0109'], STREET: ['1 High St'], EMAIL: ['ann@acme.example', 'bob@acme.example'] };
    judgeMarks({ name: 'p', html: '<p>Ann Lee, Director</p>', reading: read }, marks, tallies, true);
    expect(tally(tallies, 'e-mail')).toEqual({ right: 1, wrong: 0, missed: 1 });
    expect(tally(tallies, 'phone, North America')).toEqual({ right: 1, wrong: 0, missed: 1 });
    expect(tally(tallies, 'phone kind')).toEqual({ right: 0, wrong: 0, missed: 1 });
    expect(tally(tallies, 'company, first choice')).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(tally(tallies, 'person, on pages with titles')).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(tally(tallies, 'title')).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(tally(tallies, 'address, free text')).toEqual({ right: 1, wrong: 0, missed: 0 });
  });
});

describe('right values', () => {
  const rows = ['Ann Lee', 'Bob Stone', 'Cy Young'].map((name, index) => ({ name, title: `Title ${index}`, phones: [`ext. 20${index}`] }));

  test('of a list ask for every row, its pair, and nothing of another', () => {
    const tallies = new Tallies();
    const read = rows.map(({ name, title }, index) =>
      lead({ name, title, phones: [{ value: `ext. 20${index === 2 ? 1 : index}`, e164: null, extension: `20${index === 2 ? 1 : index}`, kind: 'tel' }] }),
    );
    judgeRows('p', read, rows, tallies);
    expect(tally(tallies, 'list, row count')).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(tally(tallies, 'list, name and title')).toEqual({ right: 3, wrong: 0, missed: 0 });
    expect(tally(tallies, 'list, values across rows')).toEqual({ right: 2, wrong: 1, missed: 0 });
  });

  test('of a lead are counted field by field, and what may not be taken is', () => {
    const tallies = new Tallies();
    judgeValues(
      'p',
      reading(lead({ name: 'Ann Lee', title: 'Clerk', emails: [{ value: 'ann@acme.example' }] }), lead({ name: 'Guest' })),
      { leads: [{ name: 'Ann Lee', title: 'Director', emails: ['ann@acme.example'], website: 'http://acme.example' }], must_not: { lead_names: ['Guest'] } },
      'mails',
      tallies,
    );
    expect(tally(tallies, 'mails, name')).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(tally(tallies, 'mails, title')).toEqual({ right: 0, wrong: 0, missed: 1 });
    expect(tally(tallies, 'mails, website')).toEqual({ right: 0, wrong: 0, missed: 1 });
    expect(tally(tallies, 'refused values taken')).toEqual({ right: 0, wrong: 1, missed: 0 });
  });

  test('of a published suite are asked for wherever they were read', () => {
    const tallies = new Tallies();
    judgeSuite(
      'p',
      reading(lead({ name: 'Ann Lee', company: 'Acme' })),
      [{ type: ['h-card'], properties: { name: ['Ann Lee'], org: ['Acme'], tel: ['030 901820'] } }],
      tallies,
    );
    expect(tally(tallies, 'name')).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(tally(tallies, 'org')).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(tally(tallies, 'tel')).toEqual({ right: 0, wrong: 0, missed: 1 });
  });
});

test('a name falls into one half whatever else is there', () => {
  expect(halfOf('pages/us-1')).toBe(halfOf('us-1'));
  const halves = Array.from({ length: 200 }, (_, index) => halfOf(`page-${index}`));
  expect(halves.filter((half) => half === 'a').length).toBeGreaterThan(70);
  expect(halves.filter((half) => half === 'b').length).toBeGreaterThan(70);
});
