import type { RecordTable, recordStore } from '../../db/record-store.ts';
import type { Work } from '../../db/work.ts';
import { accounts } from '../accounts/store.ts';
import { activities } from '../activities/store.ts';
import { awards, certificates } from '../certificates/store.ts';
import { contacts } from '../contacts/store.ts';
import { expenses } from '../expenses/store.ts';
import { goals, ledProjects } from '../goals/store.ts';
import { leads } from '../leads/store.ts';
import { leaves } from '../leave/store.ts';
import { meetingActions } from '../meetings/store.ts';
import { mentorshipEntries } from '../mentoring/store.ts';
import { rates } from '../money/store.ts';
import { people, teams } from '../people/store.ts';
import { opportunities, stages } from '../pipeline/store.ts';
import { products } from '../products/store.ts';
import { invoices, receipts } from '../receivables/store.ts';
import { resourceNeeds, resources } from '../resources/store.ts';
import { exercises, rolePlays, scenarios } from '../role-play/store.ts';
import { satisfactions } from '../satisfaction/store.ts';
import { assessments, roleProfiles, skills } from '../skills/store.ts';
import { talkTracks } from '../talk-tracks/store.ts';
import { targets } from '../targets/store.ts';
import { attendances, caseStudies, courseSessions, courses, enrolments, quizzes } from '../training/store.ts';

type Columns = Record<string, unknown>;
/** The part of a record store that undo needs, alike for all kinds. */
type UndoStore = {
  update(
    work: Work,
    id: string,
    seen: number,
    patch: Columns,
    about?: { action?: string; reason?: string },
  ): Promise<unknown>;
};

const alike = <T extends RecordTable>(store: Pick<ReturnType<typeof recordStore<T>>, 'update'>): UndoStore => ({
  update: (work, id, seen, patch, about) => store.update(work, id, seen, patch as never, about),
});

/** The kinds of record that are taken back by their store, beside sales, which the books keep. */
export const undoStores = {
  account: alike(accounts),
  activity: alike(activities),
  contact: alike(contacts),
  lead: alike(leads),
  person: alike(people),
  team: alike(teams),
  opportunity: alike(opportunities),
  stage: alike(stages),
  product: alike(products),
  invoice: alike(invoices),
  receipt: alike(receipts),
  rate: alike(rates),
  target: alike(targets),
  leave: alike(leaves),
  expense: alike(expenses),
  talk_track: alike(talkTracks),
  resource: alike(resources),
  resource_need: alike(resourceNeeds),
  skill: alike(skills),
  satisfaction: alike(satisfactions),
  role_profile: alike(roleProfiles),
  assessment: alike(assessments),
  certificate: alike(certificates),
  award: alike(awards),
  goal: alike(goals),
  led_project: alike(ledProjects),
  course: alike(courses),
  quiz: alike(quizzes),
  course_session: alike(courseSessions),
  attendance: alike(attendances),
  enrolment: alike(enrolments),
  case_study: alike(caseStudies),
  role_play_scenario: alike(scenarios),
  role_play: alike(rolePlays),
  exercise: alike(exercises),
  meeting_action: alike(meetingActions),
  mentorship_entry: alike(mentorshipEntries),
} as const;
