/// <reference path="./nuxt-ui-icons.d.ts" />
import { init } from 'virtual:nuxt-ui-icons';

type Icon = { body: string };
const icons = new Map<string, Icon>();
// The bundle gives its icons away once: who has them hands them on.
init((name, icon) => void icons.set(name.replace(':', '-'), icon));

/**
 * What is inside of a bundled icon's picture of 24 by 24, by the name that the component library uses (`i-lucide-x`).
 * @throws Error where it was not bundled
 */
export function iconOf(name: string): string {
  const icon = icons.get(name.replace(/^i-/, ''));
  if (icon === undefined) throw new Error(`There is no icon "${name}" in the bundle.`);
  return icon.body;
}

/** Hands every icon on to the component library, where a page begins without it. */
export function handIconsOn(add: (name: string, icon: Icon) => void): void {
  for (const [name, icon] of icons) add(name, icon);
}
