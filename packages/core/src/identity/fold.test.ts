import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCompany } from './fold-company.ts';
import { foldName } from './fold-name.ts';

describe('a folded name', () => {
  it.each([
    ['GTX Pro', 'GTXPro'],
    ['ＧＴＸ－ＰＲＯ', 'gtx pro'],
    ['Straße 7', 'STRASSE 7'],
    ['ﾃｽﾄ', 'テスト'],
    ['GTX® Pro™', 'GTX Pro'],
    ['O’Brien, Jane', 'OBRIEN JANE'],
    ['华信 科技', '华信科技'],
    ['Zoé', 'Zoé'],
  ])('of %s is that of %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it.each([
    ['华信', '华兴'],
    ['Core', 'Core+'],
    ['***', '---'],
    ['GTX Pro', 'GTX Pro 2'],
  ])('of %s is not that of %s', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  it('knows a sigma wherever it stands: at the end of a word, within, in capitals', () => {
    expect(foldName('ΟΔΥΣΣΕΥΣ Α.Ε.')).toBe(foldName('Οδυσσεύς Α.Ε.'.normalize('NFD').replace(/\u0301/g, '')));
    expect(foldName('oς')).toBe('oσ');
    expect(foldName('º𝝨 A')).toBe('oσa');
  });

  it('folds no further when it is folded again, and does not see case, spaces or dashes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const fold = foldName(name);
        expect(foldName(fold)).toBe(fold);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9 \-_.]*[a-zA-Z0-9]$/), (name) => {
        expect(foldName(name.toUpperCase().replaceAll(' ', '　- '))).toBe(foldName(name));
      }),
    );
  });
});

describe('a folded company name', () => {
  it.each([
    ['北京华信科技有限公司', '北京华信科技'],
    ['北京华信科技股份有限公司', '北京华信科技有限责任公司'],
    ['北京华信公司', '北京华信'],
    ['株式会社華信', '㈱華信'],
    ['華信 株式会社', '華信(株)'],
    ['삼성주식회사', '(주)삼성'],
    ['Acme GmbH & Co. KG', 'ACME'],
    ['Acme Co., Ltd.', 'Acme Inc'],
    ['Acme S.p.A.', 'Acme S. p. A.'],
    ['Acme S.A. de C.V.', 'acme'],
    ['Acme Sp. z o.o.', 'ACME SP. Z O. O.'],
    ['Acme SARL', 'S.A.R.L. Acme'],
    ['ООО «Ромашка»', 'Ромашка'],
    ['Smith & Co.', 'Smith and Company'],
    ['Jönköping Möbler AB', 'JÖNKÖPING MÖBLER'],
  ])('of %s is that of %s', (one, other) => {
    expect(foldCompany(one)).toBe(foldCompany(other));
  });

  it.each([
    ['北京华信科技有限公司', '上海华信科技有限公司'],
    ['北京华信上海分公司', '北京华信上海'],
    ['Acme Ltd', 'Acme Trading Ltd'],
    ['有限公司', ''],
    ['Co. Ltd.', 'The Company'],
  ])('of %s is not that of %s', (one, other) => {
    expect(foldCompany(one)).not.toBe(foldCompany(other));
  });

  it('does not change with any number of legal forms behind it', () => {
    const forms = fc.constantFrom('GmbH', 'Ltd.', 'S.A.', '有限公司', 'K.K.', 'B.V.');
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][a-z]{3,9}$/), fc.array(forms, { maxLength: 2 }), (name, written) => {
        fc.pre(foldCompany(name) === name.toLowerCase());
        expect(foldCompany([name, ...written].join(' '))).toBe(foldCompany(name));
      }),
    );
  });
});
