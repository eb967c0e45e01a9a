import type { Condition, Page } from '@milepost/contract/page';
import { type BoardView, currencyChanges, type OpportunityView, type StageView } from '@milepost/contract/pipeline';
import { forecastCategories } from '@milepost/core/forecast/forecast-category';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

export const opportunityKind: RecordKind = {
  subject: 'opportunity',
  room: 'pipeline',
  path: '/opportunities',
  place: '/pipeline/deals',
  order: 'expectedCloseOn',
};

/** The form of a deal. Its stage is moved on the board or its own page, where what the stage asks for is asked. */
export const opportunityFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'accountId', kind: 'reference', of: '/accounts' },
  { key: 'productId', kind: 'reference', of: '/products' },
  { key: 'amountMinor', kind: 'money' },
  { key: 'currency', kind: 'text', proposals: '/currencies' },
  { key: 'expectedCloseOn', kind: 'day' },
  { key: 'forecastCategory', kind: 'choice', choices: forecastCategories },
  { key: 'ownerId', kind: 'reference', of: '/people' },
  { key: 'backupId', kind: 'reference', of: '/people' },
  { key: 'eventId', kind: 'reference', of: '/events' },
  { key: 'openedOn', kind: 'day' },
  { key: 'externalId', kind: 'text' },
  { key: 'notes', kind: 'long' },
];

/** The form of a change: where the currency becomes another one, what becomes of the amount. */
export const changedOpportunityFields: readonly FormField[] = opportunityFields.flatMap((field) =>
  field.key === 'currency'
    ? [
        { ...field, isRequired: true },
        { key: 'currencyChange', kind: 'choice' as const, choices: currencyChanges, isSaidOnce: true },
      ]
    : [field],
);

/** The stages in use, in their order. */
export const stagesQuery = () => ({
  key: ['stage', 'all'],
  query: async ({ signal }: { signal: AbortSignal }) =>
    (await http.get<Page<StageView>>('/stages', { query: { sort: 'position', limit: 200 }, signal })).items,
});

/** Which deals a board shows. */
export type BoardAsk = { q: string; conditions: readonly Condition[] };

/** The totals of every stage and of the open pipeline. */
export const boardQuery = ({ q, conditions }: BoardAsk) => ({
  key: ['opportunity', 'board', q, JSON.stringify(conditions)],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<BoardView>('/opportunities/board', {
      query: { q, filter: conditions.length > 0 ? JSON.stringify(conditions) : null },
      signal,
    }),
});

/** Open deals stand with the nearest close first, closed ones with the latest. */
const orderIn = ({ category }: StageView): string => (category === 'open' ? 'expectedCloseOn' : '-closedOn');

/** The deals of one stage, a page at a time. */
export const columnQuery = (stage: StageView, { q, conditions }: BoardAsk) => ({
  key: ['opportunity', 'column', stage.id, q, JSON.stringify(conditions)],
  initialPageParam: null as string | null,
  query: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
    recordsPage<OpportunityView>(
      opportunityKind,
      {
        q,
        filter: [...conditions, { field: 'stageId', op: 'is', value: stage.id }],
        sort: orderIn(stage),
        after: pageParam,
        limit: 50,
      },
      signal,
    ),
  getNextPageParam: (page: Page<OpportunityView>) => page.next,
});

/** The open deals of an account. */
export const openAt = (accountId: string, stages: readonly StageView[]): Condition[] => [
  { field: 'accountId', op: 'is', value: accountId },
  { field: 'stageId', op: 'in', value: stages.filter(({ category }) => category === 'open').map(({ id }) => id) },
];
