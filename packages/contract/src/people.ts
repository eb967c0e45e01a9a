import * as z from 'zod';
import { OrganisationView } from './organisation.ts';
import {
  CivilDay,
  Email,
  Id,
  Instant,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  ShortText,
} from './scalars.ts';

/** A member belongs to a department beyond sales, and sees issues and nothing else. */
export const roles = ['rep', 'manager', 'admin', 'member'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;
/** As what somebody acts: a member has no rights beyond those of a rep, and is confined on top of that. */
export type ActingRole = Exclude<Role, 'member'>;

const person = {
  name: Name,
  email: orNull(Email),
  role: Role,
  title: orNull(ShortText),
  office: orNull(ShortText),
  externalId: orNull(ShortText),
  teamId: orNull(Id),
  /** The department whose issues they work on. */
  departmentId: orNull(Id),
  /** Share of full time, 0–1; null when nobody has said. */
  fte: orNull(z.number().min(0).max(1)),
  startsOn: orNull(CivilDay),
  endsOn: orNull(CivilDay),
  /** Share of full output in each month of tenure, 0–1; full from then on. */
  ramp: z.array(z.number().min(0).max(1)).max(24),
  /** Hours of selling in a full day; null when the organisation's count. */
  sellingHours: orNull(z.number().min(0).max(24)),
};
/** What is known of a person later, if ever. */
const later = {
  ...({ email: true, title: true, office: true, externalId: true, teamId: true, departmentId: true } as const),
  ...({ fte: true, startsOn: true, endsOn: true, ramp: true, sellingHours: true } as const),
};
export const NewPerson = z.object({ id: Id, ...person }).partial(later);
export type NewPerson = z.infer<typeof NewPerson>;
export const PersonPatch = z.object({ ...person, isActive: z.boolean() }).partial();
export type PersonPatch = z.infer<typeof PersonPatch>;
export const PersonView = z.object({
  ...recordFields,
  ...person,
  team: orNull(RecordRef),
  department: orNull(RecordRef),
  isActive: z.boolean(),
  /** Has this person a way to sign in? */
  canSignIn: z.boolean(),
});
export type PersonView = z.infer<typeof PersonView>;

export const NewTeam = z.object({
  id: Id,
  name: Name,
  parentId: orNull(Id).optional(),
  managerId: orNull(Id).optional(),
});
export type NewTeam = z.infer<typeof NewTeam>;
export const TeamPatch = NewTeam.omit({ id: true }).partial();
export type TeamPatch = z.infer<typeof TeamPatch>;
export const TeamView = z.object({
  ...recordFields,
  name: z.string(),
  parentId: orNull(Id),
  parent: orNull(RecordRef),
  manager: orNull(PersonRef),
  memberCount: z.int(),
});
export type TeamView = z.infer<typeof TeamView>;

export const NewInvitation = z.object({ id: Id, personId: Id });
export type NewInvitation = z.infer<typeof NewInvitation>;
/** `link` is shown once, when the invitation is made: only a hash of its token is kept. */
export const InvitationView = z.object({
  id: Id,
  personId: Id,
  email: Email,
  expiresAt: Instant,
  link: z.string().optional(),
  /** Does a mail with the link leave by itself? Without a mail server it waits, and the link is handed over. */
  isMailed: z.boolean(),
});
export type InvitationView = z.infer<typeof InvitationView>;
export const InvitationOffer = z.object({ organisation: z.string(), name: z.string(), email: Email });
/** Passwords as OWASP ASVS level 2 asks: long, any characters, no composition rules. */
export const Password = z.string().min(12).max(128);
export const AcceptInvitation = z.object({ password: Password });

export const Me = z.object({
  person: z.object({ id: Id, name: z.string(), email: orNull(Email), role: Role, teamId: orNull(Id) }),
  organisation: OrganisationView,
  demo: z.boolean(),
  /** The civil day in the organisation's time zone. */
  today: CivilDay,
});
export type Me = z.infer<typeof Me>;
