import { describe, expect, it } from 'vitest';
import { readPhone } from './read-phone.ts';

const e164Of = (cell: string, country: string | null) => {
  const reading = readPhone(cell, { country });
  return reading.status === 'read' ? reading.value.e164 : reading.status;
};

describe('A3 a telephone number in a cell', () => {
  it.each(['１３８００１３８０００', '138-0013-8000', '+86 138 0013 8000', '86 138 0013 8000', ' 138 0013 8000 '])(
    '%s is one number in China',
    (cell) => {
      expect(e164Of(cell, 'CN')).toBe('+8613800138000');
    },
  );

  it('is kept as written when it is only local, or of no known country', () => {
    expect(readPhone(' 555-0100 ', { country: 'US' })).toEqual({
      status: 'read',
      value: { written: '555-0100', e164: null },
    });
    expect(e164Of('00012345', null)).toBeNull();
  });

  it('is unknown when blank and refused when it holds no digits', () => {
    expect(e164Of('', 'CN')).toBe('unknown');
    expect(readPhone('call me', { country: 'CN' })).toEqual({ status: 'rejected', reason: 'not-a-phone' });
  });
});
