import { describe, expect, test } from 'vitest';
import {
  complaintsAboutLicences,
  type Dependency,
  installedPackages,
  isAccepted,
  licenceOf,
  type Reasons,
} from './dependencies.ts';
import { textOf } from './source-files.ts';

const reasons: Reasons = {
  '@embedpdf/fonts-sc': 'a font under the SIL Open Font License, embedded in documents (decisions/0008)',
  buffers: 'its release states none, its repository says MIT; exceljs brings it',
  chainsaw: 'MIT/X11 is the MIT licence by its other name; exceljs brings it',
  pako: "the part under zlib's licence asks for its notice only; exceljs brings it",
  'png-js': 'its package.json states none, its LICENSE is MIT; pdfmake brings it',
  'vaul-vue': 'its release states none, its repository holds the MIT licence; @nuxt/ui brings it',
};

describe('the licences of what we stand on', () => {
  test('all are accepted, and no reason has expired', () => {
    const packages = installedPackages();
    expect(packages.length).toBeGreaterThan(100);
    expect(complaintsAboutLicences(packages, reasons)).toEqual([]);
  });

  test('a licence that binds the whole product is refused, one of a choice is enough', () => {
    expect(isAccepted('MIT')).toBe(true);
    expect(isAccepted('(GPL-3.0 OR MIT)')).toBe(true);
    expect(isAccepted('MIT AND GPL-3.0')).toBe(false);
    expect(isAccepted('AGPL-3.0-only')).toBe(false);
    expect(isAccepted('SEE LICENSE IN LICENSE.txt')).toBe(false);
  });

  test('a package without a licence is refused, one with a reason passes, and a needless reason is refused', () => {
    const nameless: Dependency = { name: 'x', version: '1.0.0', licence: null };
    expect(complaintsAboutLicences([nameless], {})).toHaveLength(1);
    expect(complaintsAboutLicences([nameless], { x: 'its README says MIT' })).toEqual([]);
    expect(complaintsAboutLicences([], { x: 'its README says MIT' })[0]).toContain('take it off');
  });

  test('the old forms of stating a licence are read', () => {
    expect(licenceOf({ license: { type: 'MIT' } })).toBe('MIT');
    expect(licenceOf({ licenses: [{ type: 'MIT' }, { type: 'BSD-3-Clause' }] })).toBe('MIT OR BSD-3-Clause');
    expect(licenceOf({})).toBeNull();
  });
});

describe('where packages come from', () => {
  test.each(['pnpm-lock.yaml', 'tools/node/package-lock.json', 'tools/pnpm/package-lock.json'])(
    '%s names versions and sums, and no addresses',
    (path) => {
      const addresses = textOf(path)
        .split('\n')
        .filter((line) => /https?:\/\/|tarball:|"resolved"/.test(line) && !/^\s*"url": /.test(line));
      expect(addresses).toEqual([]);
      expect(textOf(path)).toContain('sha512-');
    },
  );

  test('every version stands in the catalog, exact', () => {
    const catalog = /^catalog:\n((?: {2}.*\n)+)/m.exec(textOf('pnpm-workspace.yaml'))?.[1] ?? '';
    const versions = catalog.trimEnd().split('\n');
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter((line) => !/: \d+\.\d+\.\d+(-[\w.]+)?$/.test(line))).toEqual([]);
  });
});
