/** The dress of a value that can be corrected where it stands: a field of the component library, without its cost. */
export const written =
  'w-full rounded-md bg-elevated px-2.5 text-sm/5 text-highlighted ring ring-accented ring-inset outline-primary/25 transition-colors focus-visible:outline-3 focus-visible:ring-primary disabled:cursor-default';
