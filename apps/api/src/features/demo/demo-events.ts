import type { Provenance } from '@milepost/contract/leads';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { foldName } from '@milepost/core/identity/fold-name';
import { toJson } from '../../db/columns.ts';
import type { Work } from '../../db/work.ts';
import { createEventIn } from '../events/save-event.ts';
import { blankLead, leadColumns, leads } from '../leads/store.ts';
import { changeDefinition } from '../measures/change-definition.ts';
import { saveOpportunities } from '../pipeline/opportunity-entry-store.ts';
import { stages } from '../pipeline/store.ts';
import type { DemoAccount } from './demo-books.ts';
import type { DemoNames } from './demo-names.ts';
import type { Dice } from './dice.ts';

/** Of each event: its kind, how many days ago it ended, how long it was, how many leads came of it, and how many became deals. */
const held = [
  { kind: 'exhibition', endedAgo: 45, lasted: 3, leads: 26, deals: 6, costMinor: 1_850_000 },
  { kind: 'live-stream', endedAgo: 12, lasted: 1, leads: 14, deals: 1, costMinor: 240_000 },
  { kind: 'exhibition', endedAgo: -35, lasted: 2, leads: 0, deals: 0, costMinor: null },
] as const;
/** Leads that were clipped from pages and belong to no event. */
const clippedAlone = 12;

type Clipped = { id: string; ownerId: string; name: string; company: string; title: string; at: number };

/** What was read from the page of an exhibitor list, and where on it each value stood. */
function provenanceOf({ name, company, title, at }: Clipped, email: string, takenAt: string): string {
  const page = { url: `https://list.example/visitors/${at}`, title: company, takenAt };
  const values = { name, company, title, email };
  return toJson(
    Object.entries(values).map(([field, value], line): Provenance & { page: typeof page } => ({
      field,
      value,
      raw: value,
      source: field === 'email' ? 'contact-links' : 'labelled-values',
      path: `main > dl > dd:nth-of-type(${line + 1})`,
      confidence: field === 'title' ? 0.8 : 0.95,
      page,
    })),
  );
}

/** What the demonstration means by its measures, its events, and the leads that came of them and of pages. */
export async function writeEvents(
  work: Work,
  names: DemoNames,
  roll: Dice,
  today: string,
  firms: readonly DemoAccount[],
): Promise<void> {
  await changeDefinition(work, 0, {
    newCustomer: { afterMonths: 6, minRevenueMinor: 500_000, targetPerMonth: 12 },
    repurchase: { windowDays: 90, orders: 2, existing: 'bought-before', immature: 'excluded', targetRatio: 0.3 },
    event: { windowDays: 90, targetRatio: 0.15 },
  });
  const open = (await stages.list(work.db, work.actor, { limit: 50 })).items.find(
    ({ category }) => category === 'open',
  );
  const { first, second, forms } = names.firms;
  let at = 0;
  const write = async (event: { id: string; endedOn: string } | null, index: number, became: DemoAccount | null) => {
    at += 1;
    const owner = roll.pick(firms).ownerId;
    const clipped: Clipped = {
      id: work.newId(),
      ownerId: became?.ownerId ?? owner,
      name: names.person(roll.pick(names.given), roll.pick(names.family)),
      company: became?.name ?? names.firm(roll.pick(second), roll.pick(first), roll.pick(forms)),
      title: roll.pick(names.titles),
      at,
    };
    const email = `visitor-${at}@prospect-${at}.example`;
    const takenOn = event?.endedOn ?? toIso(toDay(today) - roll.whole(1, 20));
    const opportunityId = became ? work.newId() : null;
    if (became && event && opportunityId)
      await saveOpportunities(
        work,
        [
          {
            input: {
              id: opportunityId,
              name: names.deal(roll.pick(names.lines), became.name),
              stageId: open?.id ?? '',
              accountId: became.id,
              ownerId: became.ownerId,
              eventId: event.id,
              openedOn: toIso(Math.min(toDay(today), toDay(event.endedOn) + roll.whole(2, 25))),
              expectedCloseOn: toIso(toDay(today) + roll.whole(20, 90)),
            },
          },
        ],
        { today },
      );
    const values = {
      ...blankLead,
      ...leadColumns(
        {
          kind: 'person',
          name: clipped.name,
          company: clipped.company,
          title: clipped.title,
          email,
          website: `https://prospect-${at}.example`,
          ownerId: clipped.ownerId,
          eventId: event?.id ?? null,
        },
        work.actor.organisation.country,
      ),
      id: clipped.id,
      name_key: foldName(clipped.name),
      status: became ? 'converted' : index % 4 === 0 ? 'new' : 'working',
      source: 'clip',
      account_id: became?.id ?? null,
      opportunity_id: opportunityId,
      provenance: provenanceOf(clipped, email, `${takenOn}T09:${String(10 + (at % 50))}:00.000Z`),
    };
    await leads.create(work, values as Parameters<typeof leads.create>[1]);
  };
  for (const [which, { kind, endedAgo, lasted, leads: count, deals, costMinor }] of held.entries()) {
    const said = names.events[which] ?? names.events[0];
    const endsOn = toDay(today) - endedAgo;
    const offsets = [1, 7, 30] as const;
    const { row } = await createEventIn(work, {
      id: work.newId(),
      name: said.name,
      kind,
      startsOn: toIso(endsOn - lasted + 1),
      endsOn: toIso(endsOn),
      place: said.place,
      talkTrack: said.talkTrack,
      costMinor,
      steps: said.steps.map((text, step) => ({
        dayOffset: offsets[step] ?? 30,
        kind: step === 0 ? 'call' : 'email',
        text,
      })),
    });
    const event = { id: row.id, endedOn: toIso(endsOn) };
    for (let index = 0; index < count; index += 1) await write(event, index, index < deals ? roll.pick(firms) : null);
  }
  for (let index = 0; index < clippedAlone; index += 1) await write(null, index * 2, null);
}
