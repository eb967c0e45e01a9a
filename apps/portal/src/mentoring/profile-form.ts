import type { MenteeProfileView, MentorProfileView } from '@milepost/contract/mentoring';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Reference } from '../records/form-fields.ts';
import type { SkillRow } from './SkillRows.vue';

export type ProfileSide = 'mentor' | 'mentee';
export type Profile = MentorProfileView | MenteeProfileView;
/** A profile as it is typed. */
export type ProfileForm = {
  person: Reference | null;
  skills: SkillRow[];
  capacity: string;
  isActive: boolean;
  wish: Reference | null;
  languages: string;
  region: string;
  years: string;
  note: string;
};

const isMentee = (profile: Profile): profile is MenteeProfileView => 'needs' in profile;
const plainRow = { required: 4, weight: 2 };

export function profileForm(profile: Profile | null, self: Reference | null): ProfileForm {
  if (!profile)
    return {
      ...{ person: self, skills: [], capacity: '2', isActive: true, wish: null },
      ...{ languages: '', region: '', years: '', note: '' },
    };
  return {
    person: profile.person,
    skills: isMentee(profile) ? profile.needs : profile.gives.map((one) => ({ ...plainRow, ...one })),
    capacity: isMentee(profile) ? '' : String(profile.capacity),
    isActive: isMentee(profile) ? profile.isSeeking : profile.isOpen,
    wish: isMentee(profile) ? profile.wish : null,
    languages: profile.languages.join(', '),
    region: profile.region ?? '',
    years: profile.years === null ? '' : String(profile.years),
    note: profile.note ?? '',
  };
}

/** The rows of a profile with what assessments say: known skills get the level that was seen, others are added. */
export function withKnownSkills(rows: readonly SkillRow[], known: readonly Partial<SkillRow>[]): SkillRow[] {
  const keyOf = (skill: string | undefined) => foldName(skill ?? '');
  const seen = new Map(known.map((one) => [keyOf(one.skill), one]));
  const kept = rows.map((row) => ({ ...row, ...seen.get(keyOf(row.skill)), skill: row.skill }));
  const there = new Set(rows.map(({ skill }) => keyOf(skill)));
  const added = known
    .filter(({ skill }) => !there.has(keyOf(skill)))
    .map((one) => ({ ...plainRow, skill: '', level: 0, ...one }));
  return [...kept, ...added];
}

/** A number as it is typed, with either mark; undefined when it cannot be read, null when nothing is written. */
function numberOf(text: string): number | null | undefined {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** What is sent; null as long as something is missing or cannot be read. */
export function profileWire(side: ProfileSide, form: ProfileForm): Record<string, unknown> | null {
  const skills = form.skills.filter(({ skill }) => skill.trim() !== '');
  const years = numberOf(form.years);
  if (skills.length === 0 || years === undefined || !form.person) return null;
  const shared = {
    languages: form.languages
      .split(/[,，、;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    region: form.region.trim() || null,
    years,
    note: form.note.trim() || null,
  };
  if (side === 'mentee') return { ...shared, needs: skills, isSeeking: form.isActive, wishId: form.wish?.id ?? null };
  const capacity = numberOf(form.capacity);
  if (typeof capacity !== 'number' || !Number.isInteger(capacity) || capacity > 20) return null;
  return { ...shared, gives: skills.map(({ skill, level }) => ({ skill, level })), capacity, isOpen: form.isActive };
}
