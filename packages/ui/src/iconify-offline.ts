// @iconify/vue without its network loader: only icons bundled at build time exist, nothing is fetched.
// The offline build looks names up verbatim, and Nuxt UI asks for "lucide-plus" where the bundle says "lucide:plus".
import { addIcon as add, Icon } from '@iconify/vue/offline';

const known = new Set<string>();

/** Makes an icon known under both spellings of its name. */
export function addIcon(name: string, data: Parameters<typeof add>[1]): void {
  for (const spelling of [name, name.replace(':', '-')]) {
    known.add(spelling);
    add(spelling, data);
  }
}

/** Was this icon bundled? */
export const iconLoaded = (name: string): boolean => known.has(name);
export { Icon };
