import type { AgendaSource } from './agenda-source.ts';
import { actionAgenda } from './sources/actions.ts';
import { issueAgenda } from './sources/issues.ts';
import { meetingActionAgenda } from './sources/meeting-actions.ts';
import { resourceNeedAgenda } from './sources/resource-needs.ts';

/** Everything that puts matters on an agenda. */
export const agendaSourcesInUse: readonly AgendaSource[] = [
  meetingActionAgenda,
  actionAgenda,
  issueAgenda,
  resourceNeedAgenda,
];

/** The kind of record that a thing on an agenda is about; undefined for what somebody wrote. */
export const subjectOf = (name: string): string | undefined =>
  agendaSourcesInUse.find((source) => source.name === name)?.subject;
