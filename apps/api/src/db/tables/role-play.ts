import type { RecordColumns } from './record.ts';

/** A negotiation to be played, with the rubric it is scored by. */
export type RolePlayScenarioTable = RecordColumns & {
  name: string;
  name_key: string;
  situation: string;
  task: string;
  customer: string;
  minutes: number;
  /** JSON: `[{name, weight, levels, exercise}]`. */
  criteria: string;
};

/** A session: who sold, who watched, and what each of the two saw. */
export type RolePlayTable = RecordColumns & {
  scenario_id: string;
  person_id: string;
  observer_id: string;
  on_day: string;
  note: string | null;
  /** JSON as in the scenario, as it was when the session was set up. */
  criteria: string;
  /** JSON: `[{criterion, level, note}]`; null until they are given. */
  self_scores: string | null;
  observer_scores: string | null;
};

/** What somebody is to practise until a day. */
export type ExerciseTable = RecordColumns & {
  role_play_id: string;
  person_id: string;
  observer_id: string;
  criterion: string;
  text: string;
  due_on: string;
  done_at: string | null;
};
