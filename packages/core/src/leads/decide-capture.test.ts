import { describe, expect, it } from 'vitest';
import type { Identity } from '../identity/likeness.ts';
import { decideCapture, differencesOf, type Lookalike } from './decide-capture.ts';

const person = (more: Partial<Identity> = {}): Identity => ({
  kind: 'person',
  name: 'Wang Ming',
  company: 'Huaxin',
  emails: ['ming@huaxin.example'],
  phones: [],
  profiles: [],
  domains: [],
  ...more,
});
const record = (kind: Lookalike['kind'], id: string, isInSight: boolean, identity = person()): Lookalike => ({
  kind,
  id,
  isInSight,
  identity,
});

describe('a capture', () => {
  it('of nobody known is new', () => {
    expect(decideCapture(person(), [])).toEqual({ outcome: 'new', likely: [], reasons: [] });
  });
  it('of a person with the same address is merged, into the contact before the lead', () => {
    expect(decideCapture(person(), [record('lead', 'l', true), record('contact', 'c', true)])).toMatchObject({
      outcome: 'merged',
      record: { id: 'c' },
    });
  });
  it('of a record out of sight tells only that it is known', () => {
    expect(decideCapture(person(), [record('contact', 'c', false)])).toEqual({ outcome: 'known' });
  });
  it('goes into the record in sight where one out of sight is the same too', () => {
    expect(decideCapture(person(), [record('contact', 'c', false), record('lead', 'l', true)])).toMatchObject({
      outcome: 'merged',
      record: { id: 'l' },
    });
  });
  it('that is only likely is never merged by itself, and a likely one out of sight is as if it were not there', () => {
    const company = (name: string): Identity => ({
      kind: 'company',
      name,
      company: null,
      emails: [],
      phones: [],
      profiles: [],
      domains: [],
    });
    const likely = record('account', 'a', true, company('北京华信科技有限公司'));
    expect(decideCapture(company('北京华信科技'), [likely])).toMatchObject({ outcome: 'new', likely: [{ id: 'a' }] });
    expect(decideCapture(company('北京华信科技'), [{ ...likely, isInSight: false }])).toMatchObject({
      outcome: 'new',
      likely: [],
    });
  });
  it('does not depend on the order in which lookalikes are found', () => {
    const all = [record('lead', 'l', true), record('contact', 'c', true), record('contact', 'b', true)];
    expect(decideCapture(person(), all)).toEqual(decideCapture(person(), all.toReversed()));
  });
});

it('a difference names what was captured and is not there yet', () => {
  expect(
    differencesOf(
      { title: 'CEO', phone: '1', email: null, name: 'A' },
      { title: null, phone: '2', email: 'x', name: 'A' },
    ),
  ).toEqual([
    { field: 'title', mine: 'CEO', theirs: null },
    { field: 'phone', mine: '1', theirs: '2' },
  ]);
});
