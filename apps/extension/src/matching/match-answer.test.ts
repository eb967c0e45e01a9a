import { describe, expect, it } from 'vitest';
import { samplePerson } from '../panel/lead.sample.ts';
import { readMatchAnswers } from './match-answer.ts';
import { identityOf } from './match-leads.ts';

describe('the CRM’s answer to "do you know them?"', () => {
  it('is read by lead, with reason, record and differences', () => {
    const answers = readMatchAnswers({
      matches: [
        {
          key: 'a',
          status: 'exact',
          reasons: ['email'],
          record: { kind: 'contact', id: '7', label: 'Ada B.', version: 2 },
          diff: [{ field: 'title', mine: 'Buyer', theirs: null }],
        },
        { key: 'b', status: 'none', reasons: [] },
      ],
    });
    expect(answers.get('a')).toEqual({
      status: 'exact',
      reasons: ['email'],
      record: { kind: 'contact', id: '7', label: 'Ada B.' },
      differences: [{ field: 'title', mine: 'Buyer', theirs: null }],
    });
    expect(answers.get('b')?.status).toBe('none');
  });

  it('tells nothing of a record out of sight, even if it were sent', () => {
    const record = { kind: 'lead', id: '7', label: 'Secret', version: 1 };
    const matches = [{ key: 'a', status: 'known', reasons: ['email'], record, diff: [{ field: 'x' }] }];
    expect(readMatchAnswers({ matches }).get('a')).toEqual({
      status: 'known',
      reasons: [],
      record: null,
      differences: [],
    });
  });

  it('leaves out what it cannot read', () => {
    expect(readMatchAnswers(null).size).toBe(0);
    expect(readMatchAnswers({ matches: [null, { key: 'a', status: 'maybe' }, { status: 'none' }] }).size).toBe(0);
  });
});

describe('the question', () => {
  it('names only phones whose country is known', () => {
    const phones = [
      { value: '030 1', e164: null, kind: 'tel' as const },
      { value: '+49 30 1234567', e164: '+49301234567', kind: 'tel' as const },
    ];
    const { phones: asked, emails, key } = identityOf({ key: 'k', lead: samplePerson('Ada', { phones }) });
    expect({ key, asked, emails }).toEqual({ key: 'k', asked: ['+49301234567'], emails: ['ada@shop.example'] });
  });
});
