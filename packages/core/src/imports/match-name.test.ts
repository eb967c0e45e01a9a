import { describe, expect, it } from 'vitest';
import { indexNames, matchName } from './match-name.ts';

const known = [
  { id: 'p1', name: 'GTX Pro' },
  { id: 'p2', name: 'GTX Plus Pro' },
  { id: 'a1', name: '华信' },
  { id: 'a2', name: '华信' },
  { id: 'c1', name: 'Core' },
  { id: 'c2', name: 'Core+' },
];

describe('A3 whom a name means', () => {
  const index = indexNames(known, []);

  it('is exact when it is written just so', () => {
    expect(matchName(index, ' GTX Pro ')).toEqual({ status: 'exact', id: 'p1', by: 'name' });
  });

  it.each(['GTXPro', 'gtx pro', 'GTX-Pro', 'ＧＴＸ　Ｐｒｏ'])(
    'is likely when only case, width, spaces or signs differ: %s',
    (name) => {
      expect(matchName(index, name)).toEqual({ status: 'likely', id: 'p1' });
    },
  );

  it('is exact from then on, once somebody has confirmed it', () => {
    const confirmed = indexNames(known, [{ alias: 'GTXPro', id: 'p1' }]);
    expect(matchName(confirmed, 'gtxpro')).toEqual({ status: 'exact', id: 'p1', by: 'alias' });
  });

  it('means none of two customers of the same name', () => {
    expect(matchName(index, '华信')).toEqual({ status: 'ambiguous', ids: ['a1', 'a2'] });
  });

  it('tells products apart by a plus', () => {
    expect(matchName(index, 'core+')).toEqual({ status: 'likely', id: 'c2' });
    expect(matchName(index, 'Core')).toEqual({ status: 'exact', id: 'c1', by: 'name' });
  });

  it('is unknown when nothing folds alike', () => {
    expect(matchName(index, 'GTX')).toEqual({ status: 'unknown' });
    expect(matchName(index, '')).toEqual({ status: 'unknown' });
  });
});
