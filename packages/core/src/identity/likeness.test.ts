import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identity, likeness } from './likeness.ts';

const nobody = { name: null, company: null, emails: [], phones: [], profiles: [], domains: [] };
const person = (facts: Partial<Identity>): Identity => ({ ...nobody, kind: 'person', ...facts });
const company = (facts: Partial<Identity>): Identity => ({ ...nobody, kind: 'company', ...facts });

describe('two companies', () => {
  it('both called 华信 are two customers until more agrees', () => {
    const one = company({ name: '华信', phones: ['+861012345678'] });
    const other = company({ name: '华信', phones: ['+862187654321'] });
    expect(likeness(one, other)).toEqual({ likeness: 'likely', reasons: ['same-name'] });
  });

  it('北京华信科技有限公司 and 北京华信科技 are likely the same, also with one domain, and never merged by themselves', () => {
    const full = company({ name: '北京华信科技有限公司', domains: ['huaxin.example'] });
    const short = company({ name: '北京华信科技', domains: ['huaxin.example'] });
    expect(likeness(full, short).likeness).toBe('likely');
    expect(likeness({ ...full, domains: [] }, short).reasons).toEqual(['same-name-apart-from-legal-form']);
  });

  it('of one name and one domain are the same', () => {
    const one = company({ name: 'Acme GmbH', domains: ['acme.example'] });
    const other = company({ name: 'ACME  GmbH', domains: ['Acme.example'] });
    expect(likeness(one, other)).toEqual({ likeness: 'exact', reasons: ['same-name', 'same-domain'] });
  });

  it('that share only the switchboard of their building, or free mail, are not alike', () => {
    const one = company({ name: 'Acme', phones: ['+4930123'], domains: ['gmail.com'] });
    const other = company({ name: 'Bolt', phones: ['+4930123'], domains: ['gmail.com'] });
    expect(likeness(one, other)).toEqual({ likeness: 'none', reasons: ['same-phone'] });
  });

  it('of two names under one domain are for a person to decide', () => {
    const one = company({ name: 'Acme Tools', domains: ['acme.example'] });
    expect(likeness(one, company({ name: 'Acme Parts', domains: ['acme.example'] })).likeness).toBe('likely');
  });
});

describe('two people', () => {
  it('with one personal address are the same, however it is written', () => {
    const one = person({ name: 'Jane Doe', emails: ['Jane@GoogleMail.com'] });
    expect(likeness(one, person({ name: 'J. Doe', emails: ['jane@gmail.com'] })).likeness).toBe('exact');
  });

  it('behind one info@ address are not alike', () => {
    const one = person({ name: 'Jane Doe', emails: ['info@acme.example'] });
    const other = person({ name: 'Max Roe', emails: ['info@acme.example'] });
    expect(likeness(one, other)).toEqual({ likeness: 'none', reasons: ['same-role-address'] });
  });

  it('of one name and one phone are the same', () => {
    const one = person({ name: '张伟', phones: ['+8613800138000'] });
    expect(likeness(one, person({ name: '张 伟', phones: ['+8613800138000'] })).likeness).toBe('exact');
  });

  it('that share a desk phone and nothing else are not alike', () => {
    const one = person({ name: 'Jane Doe', phones: ['+4930123'], company: 'Acme' });
    const other = person({ name: 'Max Roe', phones: ['+4930123'], company: 'Acme GmbH' });
    expect(likeness(one, other)).toEqual({ likeness: 'none', reasons: ['same-company', 'same-phone'] });
    expect(likeness(one, { ...other, name: null }).likeness).toBe('likely');
  });

  it('of one name are likely the same at one company, not at two', () => {
    const at = (name: string) => person({ name: '王伟', company: name });
    expect(likeness(at('华信科技有限公司'), at('华信科技')).likeness).toBe('likely');
    expect(likeness(at('华信科技'), at('安泰商贸'))).toEqual({ likeness: 'none', reasons: ['same-name'] });
  });

  it('of one name and unknown company are likely the same unless each has an address of their own', () => {
    const one = person({ name: 'Jane Doe', emails: ['jane@acme.example'] });
    expect(likeness(one, person({ name: 'Jane Doe' })).likeness).toBe('likely');
    expect(likeness(one, person({ name: 'Jane Doe', emails: ['jd@bolt.example'] })).likeness).toBe('none');
  });

  it('with one profile are the same', () => {
    const profiles = ['linkedin.com/in/jane-doe'];
    expect(likeness(person({ profiles }), person({ profiles: ['LinkedIn.com/in/Jane-Doe'] })).likeness).toBe('exact');
  });
});

describe('likeness', () => {
  const pick = (...texts: string[]) => fc.subarray(texts);
  const anyone = fc.record<Identity>({
    kind: fc.constantFrom('person', 'company'),
    name: fc.constantFrom(null, '华信', '华信有限公司', 'Jane Doe'),
    company: fc.constantFrom(null, 'Acme', 'Acme GmbH'),
    emails: pick('jane@acme.example', 'info@acme.example', 'x@gmail.com'),
    phones: pick('+4930123', '+861012345678'),
    profiles: pick('x.com/jane'),
    domains: pick('acme.example', 'gmail.com'),
  });

  it('does not depend on which of the two is looked at first', () => {
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        expect(likeness(a, b)).toEqual(likeness(b, a));
      }),
    );
  });

  it('never joins a person and a company, and never rests on nothing', () => {
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        const found = likeness(a, b);
        if (a.kind !== b.kind) expect(found).toEqual({ likeness: 'none', reasons: [] });
        if (found.reasons.length === 0) expect(found.likeness).toBe('none');
      }),
    );
  });

  it('needs more than one weak fact', () => {
    const weak = ['same-phone', 'same-role-address'];
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        const found = likeness(a, b);
        if (found.reasons.length === 1 && weak.includes(found.reasons[0] ?? '')) expect(found.likeness).toBe('none');
        if (found.reasons.join() === 'same-name') expect(found.likeness).not.toBe('exact');
      }),
    );
  });
});
