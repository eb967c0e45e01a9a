import type { AbsencesQuery, WorkItem, WorkView } from '@milepost/contract/hand-over';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { dutiesOf } from '../leave/on-duty-store.ts';
import { people } from '../people/store.ts';
import { stretchOf } from './read-absences.ts';
import { type OpenWork, openWorkOf } from './work-store.ts';

const shown = 300;

/**
 * Open work in somebody's name and who does it: late work and work without a day as of today, all else on the day it is due. With a
 * stretch of days, only what falls into it.
 * @throws Failure `not-found` where the actor neither reaches the person nor sees any of their work
 */
export async function readWork(
  db: Db,
  actor: Actor,
  today: string,
  { personId, ...query }: AbsencesQuery & { personId: string },
): Promise<WorkView> {
  const stretch = stretchOf(query, today);
  const [person, all] = await Promise.all([people.find(db, actor, personId), openWorkOf(db, actor, personId)]);
  if (!person || (all.length === 0 && !reaches(actor, personId))) throw new Failure('not-found');
  const isAsked = ({ due }: OpenWork): boolean => {
    const day = due === null || due < today ? today : due;
    return (query.from === undefined && query.to === undefined) || (day >= stretch.from && day <= stretch.to);
  };
  const asked = all.filter(isAsked);
  const last = asked.reduce((latest, { due }) => (due !== null && due > latest ? due : latest), today);
  const duties = await dutiesOf(db, actor.orgId, { today, to: last });
  const listed = asked.slice(0, shown).map((work) => ({
    work,
    duty:
      work.person_id === null
        ? duties.workerOf(work, work.due)
        : duties.workerOfActivity({ ...work, person_id: work.person_id }, work.due),
  }));
  const names = await namesOf(db, actor, {
    person: listed.map(({ duty }) => duty.personId),
    account: listed.map(({ work }) => work.account_id),
  });
  return {
    person: { id: person.id, name: person.name },
    asOf: today,
    total: asked.length,
    items: listed.map(
      ({ work, duty }): WorkItem => ({
        kind: work.kind,
        id: work.id,
        name: work.name,
        dueOn: work.due,
        account: nameOf(names.account, work.account_id),
        worker: nameOf(names.person, duty.personId),
        as: duty.as,
      }),
    ),
  };
}
