import { describe, expect, it } from 'vitest';
import { decideDecimalMark, NO_NUMBERS, noteNumber } from './number-marks.ts';

const evidenceOf = (cells: readonly string[]) =>
  cells.reduce((evidence, value, index) => noteNumber(evidence, { line: index + 2, value }), NO_NUMBERS);

describe('A3 the decimal mark of a column', () => {
  it("follows the organisation's way of writing when every value reads both ways", () => {
    expect(decideDecimalMark(evidenceOf(['3,100', '12']), { decimal: '.' })).toEqual({
      status: 'decided',
      decimal: '.',
      by: 'organisation',
    });
    expect(decideDecimalMark(evidenceOf(['3,100', '12']), { decimal: ',' })).toMatchObject({ decimal: ',' });
  });

  it('is told by values that read one way only, whatever the organisation writes', () => {
    const german = evidenceOf(['1.234,50', '2.469,00', '0,00', '1.000']);
    expect(decideDecimalMark(german, { decimal: '.' })).toEqual({ status: 'decided', decimal: ',', by: 'values' });
    const american = evidenceOf(['$1,234.50', '3,100', '(1,200.00)']);
    expect(decideDecimalMark(american, { decimal: ',' })).toMatchObject({ status: 'decided', decimal: '.' });
  });

  it('is not turned by a single slip among amounts that would all change a thousandfold', () => {
    const decision = decideDecimalMark(evidenceOf(['3,100', '4,200', '5,300', '1,5']), { decimal: '.' });
    expect(decision).toMatchObject({ status: 'contradiction', decimal: '.' });
    expect(decision).toMatchObject({
      examples: [
        { line: 5, value: '1,5' },
        { line: 2, value: '3,100' },
      ],
    });
  });

  it('stays what most values say when one value contradicts them', () => {
    const decision = decideDecimalMark(evidenceOf(['1,234.50', '3,100', '99.95', '1.234,50']), { decimal: '.' });
    expect(decision).toEqual({ status: 'decided', decimal: '.', by: 'values' });
  });

  it('is asked for when values against the organisation, for it, and open ones stand side by side', () => {
    const decision = decideDecimalMark(evidenceOf(['1.234,50', '2.345,60', '1,234.50', '3,100']), { decimal: '.' });
    expect(decision.status).toBe('contradiction');
  });

  it('counts what is no number at all and remembers the first', () => {
    const evidence = evidenceOf(['1', 'test', '', '1.2.3']);
    expect(evidence).toMatchObject({ numbers: 1, others: 2, firstOther: { line: 3, value: 'test' } });
  });
});
