import type { Condition, Page } from '@milepost/contract/page';
import type { StageView } from '@milepost/contract/pipeline';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export type StageCategory = StageView['category'];

export const stageKind: RecordKind = {
  subject: 'stage',
  room: 'organisation.stages',
  path: '/stages',
  place: '/settings/stages',
};

/** The form of a stage; only where a deal is open its win has a chance to state. */
export const stageFields = (category: StageCategory): readonly FormField[] => [
  { key: 'name', kind: 'text', isRequired: true, isWide: category !== 'open' },
  ...(category === 'open'
    ? [
        { key: 'winProbability', kind: 'percent', isRequired: true } as const,
        { key: 'hoursEach', kind: 'number' } as const,
      ]
    : []),
];

/** How many deals stand in a stage. */
export const opportunitiesInStage = (stageId: string) => ({
  key: ['opportunity', 'in-stage', stageId],
  query: async ({ signal }: { signal: AbortSignal }) => {
    const filter: Condition[] = [{ field: 'stageId', op: 'is', value: stageId }];
    const query = { filter: JSON.stringify(filter), limit: 1, count: 1 };
    return (await http.get<Page<unknown>>('/opportunities', { query, signal })).total;
  },
});
