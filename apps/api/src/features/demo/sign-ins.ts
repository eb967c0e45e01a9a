/** Everybody of the demonstration has this password; it is shown on the sign-in page of a demonstration database only. */
export const demoPassword = 'demonstration only';

/** The mail addresses of the demonstration's people, in the order of their names. */
export const demoMailboxes = [
  'vera',
  'max',
  'nora',
  'ilya',
  'ann',
  'ben',
  'carla',
  'deniz',
  'ella',
  'femi',
  'greta',
  'hugo',
  'ines',
  'jonas',
].map((name) => `${name}@demo.example`);

/** Those whose sign-in is offered: an administrator, a manager and a rep. */
export const offeredMailboxes = [0, 1, 4].map((at) => demoMailboxes[at] ?? '');
