import type { DemoSignIn, Locale } from '@milepost/contract/organisation';
import type * as z from 'zod';
import { demoNames } from './names.ts';

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

/** The sign-ins that the sign-in page offers: one of each role. */
export const demoSignIns = (locale: Locale): z.infer<typeof DemoSignIn>[] =>
  [
    { at: 0, role: 'admin' },
    { at: 1, role: 'manager' },
    { at: 4, role: 'rep' },
  ].map(({ at, role }) => ({
    name: demoNames[locale].people[at] ?? '',
    email: demoMailboxes[at] ?? '',
    password: demoPassword,
    role,
  }));
