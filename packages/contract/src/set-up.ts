import * as z from 'zod';
import { OrganisationSettings } from './organisation.ts';
import { Password } from './people.ts';
import { Email, Id, Name } from './scalars.ts';

/** The first person of an installation makes the organisation and becomes its administrator. */
export const NewSetup = z.object({
  organisation: OrganisationSettings,
  admin: z.object({ id: Id, name: Name, email: Email, password: Password }),
});
export type NewSetup = z.infer<typeof NewSetup>;

export const DemoSignIn = z.object({ name: z.string(), email: Email, password: z.string(), role: z.string() });

/** What the first screen needs to know before anybody is signed in. `demoSignIns` only on a demonstration database. */
export const SetupState = z.object({
  needed: z.boolean(),
  demo: z.boolean(),
  demoSignIns: z.array(DemoSignIn),
});
export type SetupState = z.infer<typeof SetupState>;
