import { describe, expect, it } from 'vitest';
import { peopleInProse, tellsOf } from './person-in-prose.ts';

const found = (text: string) => peopleInProse(text).map(({ name, title }) => [name, title?.text]);

describe('people in a sentence', () => {
  it('are those it says the position of', () => {
    expect(found('Anna Keller is the Admissions Director at the school in Bern and would be happy to help.')).toEqual([
      ['Anna Keller', 'Admissions Director'],
    ]);
    expect(found('Clinical Director, Laura Stone, MSN received her degree in Boston.')).toEqual([
      ['Laura Stone', 'Clinical Director'],
    ]);
  });

  it('are those one is asked to turn to', () => {
    expect(found('For accounting questions, please contact Laura Stone at laura@acme.example.')).toEqual([
      ['Laura Stone', undefined],
    ]);
    expect(found('If you prefer to speak to someone now, call David Miller at 770-555-0100 x201.')).toEqual([
      ['David Miller', undefined],
    ]);
  });

  it('are not those it merely speaks of', () => {
    expect(found('We never fail to praise David Miller for the work he did on our house last year.')).toEqual([]);
    expect(found('Please contact Customer Service at 555-0100 for more details about your order.')).toEqual([]);
  });
});

describe('a line that tells of whom the line above names', () => {
  it('begins with the name, a short form of it, or soon comes to it', () => {
    expect(tellsOf('Walter (Bill) Stone', 'Bill began in construction at the age of 15.')).toBe(true);
    expect(tellsOf('Anna Keller', 'As co-founder, Anna brings 20 years of experience.')).toBe(true);
    expect(tellsOf('Anna Keller', 'Our prices are the best in town.')).toBe(false);
  });
});
