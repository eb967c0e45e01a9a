import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import type { Figure } from './figure.ts';

const house = new URL('../../', import.meta.url);

/** What a click puts into a page, and what the panel loads to read it. */
const SCRIPTS = {
  'script injected into a page': 'apps/extension/src/capture/read-page.ts',
  'reader in the panel': 'packages/capture/src/read-leads.ts',
};

/** Size of each script as it is shipped, minified. */
export async function bundleFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, file] of Object.entries(SCRIPTS)) {
    const entry = fileURLToPath(new URL(file, house));
    const built = (await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, minify: true, lib: { entry, formats: ['es'] } },
    })) as Rollup.RollupOutput[];
    const bytes = built
      .flatMap(({ output }) => output)
      .reduce((sum, part) => sum + ('code' in part ? part.code.length : 0), 0);
    figures.push({ name, value: bytes / 1000, unit: 'kB' });
  }
  return figures;
}
