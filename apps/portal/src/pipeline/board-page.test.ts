import type { BoardTotal, OpportunityView } from '@milepost/contract/pipeline';
import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import BoardPage from './BoardPage.vue';

const me = {
  person: { id: 'p', name: 'Ann', email: null, role: 'rep', teamId: null },
  organisation: { currency: 'EUR', exponent: 2, timeZone: 'UTC', dateFormat: 'ymd', decimalMark: '.' },
  demo: false,
  today: '2026-03-16',
};
const stage = (id: string, name: string, category: 'open' | 'won' | 'lost', position: number) => ({
  id,
  name,
  category,
  position,
  winProbability: 0.5,
  version: 1,
  createdAt: '',
  updatedAt: '',
  archivedAt: null,
});
const stages = [
  stage('a', 'Prospecting', 'open', 0),
  stage('b', 'Proposal', 'open', 1),
  stage('w', 'Won', 'won', 2),
  stage('l', 'Lost', 'lost', 3),
];
const sub = (currency: string, amountMinor: number | null) => ({
  currency,
  count: 1,
  withoutAmount: amountMinor === null ? 1 : 0,
  amountMinor,
  weightedMinor: amountMinor,
});
const none: BoardTotal = {
  count: 0,
  withoutAmount: 0,
  subtotals: [],
  total: { status: 'ok', currency: 'EUR', amountMinor: 0, weightedMinor: 0 },
};
const unknown: BoardTotal = {
  count: 1,
  withoutAmount: 1,
  subtotals: [sub('EUR', null)],
  total: { status: 'ok', currency: 'EUR', amountMinor: null, weightedMinor: null },
};
const mixed: BoardTotal = {
  count: 2,
  withoutAmount: 0,
  subtotals: [sub('EUR', 100_00), sub('JPY', 5000)],
  total: { status: 'refused', code: 'mixed-currencies' },
};
const deal = {
  id: 'd1',
  version: 3,
  archivedAt: null,
  name: 'Pumps',
  stage: { id: 'a', name: 'Prospecting', category: 'open', winProbability: 0.5 },
  account: { id: 'x', name: 'Huaxin' },
  owner: { id: 'p', name: 'Ann' },
  amountMinor: null,
  currency: 'EUR',
  expectedCloseOn: '2026-03-13',
  closedOn: null,
  lostReason: null,
} as unknown as OpportunityView;

type Patch = { body: unknown; ifMatch: string | null };
let patches: Patch[] = [];
beforeEach(() => {
  patches = [];
  localStorage.clear();
});

async function board({ totals = unknown, answer }: { totals?: BoardTotal; answer?: () => unknown } = {}) {
  let now = deal;
  fakeApi({
    'GET /api/v1/opportunities/board': () => ({
      stages: stages.map((one) => ({ stage: one, ...(one.id === now.stage.id ? totals : none) })),
      open: totals,
    }),
    'GET /api/v1/opportunities': ({ url }) => ({
      items: url.search.includes(encodeURIComponent(`"value":"${now.stage.id}"`)) ? [now] : [],
      next: null,
      total: null,
    }),
    'GET /api/v1/stages': () => ({ items: stages, next: null, total: null }),
    'PATCH /api/v1/opportunities/d1': ({ body, headers }) => {
      patches.push({ body, ifMatch: headers.get('if-match') });
      const refused = answer?.();
      if (refused) return refused;
      const to = stages.find(({ id }) => id === (body as { stageId?: string }).stageId) ?? stages[0];
      now = { ...now, version: now.version + 1, stage: { ...now.stage, ...to } } as OpportunityView;
      return now;
    },
  });
  const view = await mountPage(BoardPage, { path: '/pipeline' });
  useSession().me = me as never;
  await screen.findByText('Pumps');
  return view;
}
const column = (name: string) => within(screen.getByRole('region', { name }));
async function moveTo(name: string): Promise<void> {
  await fireEvent.keyDown(screen.getByRole('button', { name: 'Move Pumps' }), { key: 'Enter' });
  await fireEvent.click(await screen.findByRole('menuitem', { name }));
}

describe('the board', () => {
  it('tells what is late in words, unknown amounts as unknown, and folds where deals are closed', async () => {
    await board();
    await waitFor(() => expect(screen.getByText('2026-03-13 · 3 days late')).toBeTruthy());
    expect(column('Prospecting').getByText('Amount not known')).toBeTruthy();
    expect(column('Prospecting').getByText('1 without amount')).toBeTruthy();
    expect(column('Prospecting').getByText('Not known')).toBeTruthy();
    expect(column('Won').getByRole('button', { name: 'Won' }).getAttribute('aria-expanded')).toBe('false');
  });

  it('gives several currencies no total but their sums, each with its own digits', async () => {
    await board({ totals: mixed });
    const prospecting = column('Prospecting');
    expect(prospecting.getByText('€100.00')).toBeTruthy();
    expect(prospecting.getByText('¥5,000')).toBeTruthy();
    expect(prospecting.getByText(/No total/)).toBeTruthy();
  });

  it('moves a deal by its menu with the version that was seen, and takes it back', async () => {
    await board();
    await moveTo('Proposal');
    await waitFor(() => expect(column('Proposal').getByText('Pumps')).toBeTruthy());
    expect(patches).toEqual([{ body: { stageId: 'b' }, ifMatch: '"3"' }]);
    await fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(column('Prospecting').getByText('Pumps')).toBeTruthy());
    expect(patches[1]).toEqual({ body: { stageId: 'a', closedOn: null, lostReason: null }, ifMatch: '"4"' });
  });

  it('keeps the focus on a deal that was moved by its menu, and gives it to the stage where that is folded', async () => {
    await board();
    await moveTo('Proposal');
    await waitFor(() => expect(column('Proposal').getByText('Pumps')).toBeTruthy());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Pumps' })));
    await moveTo('Lost');
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.submit(dialog.getByLabelText(/Reason of loss/).closest('form') as HTMLFormElement);
    await waitFor(() => expect(screen.queryByText('Pumps')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(column('Lost').getByRole('button', { name: 'Lost' })));
  });

  it('offers to take back the latest move of a deal alone: the one before is overtaken', async () => {
    await board();
    await moveTo('Proposal');
    await waitFor(() => expect(column('Proposal').getByText('Pumps')).toBeTruthy());
    await moveTo('Prospecting');
    await screen.findByText('Pumps is now in Prospecting');
    expect(screen.queryByText('Pumps is now in Proposal')).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1);
  });

  it('asks for the day of a win, which is today, and for the amount that nobody had said', async () => {
    await board();
    await moveTo('Won');
    const dialog = within(await screen.findByRole('dialog'));
    expect((dialog.getByLabelText(/Closed on/) as HTMLInputElement).value).toBe('2026-03-16');
    const send = dialog.getByRole('button', { name: 'Mark as won' }) as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    await fireEvent.update(dialog.getByLabelText(/Amount/), '1,250.50');
    await fireEvent.submit(dialog.getByLabelText(/Amount/).closest('form') as HTMLFormElement);
    await waitFor(() => expect(patches).toHaveLength(1));
    expect(patches[0]?.body).toEqual({ stageId: 'w', closedOn: '2026-03-16', amountMinor: 125_050 });
  });

  it('asks for the reason of a loss', async () => {
    await board();
    await moveTo('Lost');
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.update(dialog.getByLabelText(/Reason of loss/), 'Price');
    await fireEvent.submit(dialog.getByLabelText(/Reason of loss/).closest('form') as HTMLFormElement);
    await waitFor(() => expect(patches).toHaveLength(1));
    expect(patches[0]?.body).toEqual({ stageId: 'l', closedOn: '2026-03-16', lostReason: 'Price' });
  });

  it('shows both states when a colleague moved it meanwhile, and writes what was chosen on top of theirs', async () => {
    const theirs = { ...deal, version: 7, stage: { id: 'b', name: 'Proposal', category: 'open', winProbability: 0.5 } };
    let isFirst = true;
    await board({
      answer: () => {
        if (!isFirst) return undefined;
        isFirst = false;
        return refusal(412, 'version-clash', { current: theirs });
      },
    });
    await moveTo('Lost');
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.submit(dialog.getByLabelText(/Reason of loss/).closest('form') as HTMLFormElement);
    const choice = within(await screen.findByRole('dialog', { name: 'Somebody else changed this meanwhile' }));
    expect(await choice.findByLabelText(/Proposal/)).toBeTruthy();
    await fireEvent.click(choice.getByRole('button', { name: 'Save this' }));
    await waitFor(() => expect(patches).toHaveLength(2));
    expect(patches[1]).toEqual({ body: { stageId: 'l', closedOn: '2026-03-16' }, ifMatch: '"7"' });
  });
});
