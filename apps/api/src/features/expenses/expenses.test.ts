import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { claim, expensesPath, png, receiptForm, step } from '../../testing-expenses.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { sniffReceipt } from './sniff-receipt.ts';

const day = '2026-03-10';
const codes = (answers: readonly { body: { code?: string } }[]) => answers.map(({ body }) => body.code);

describeEachDialect('expenses (P6)', (open) => {
  afterEach(closeTestHouses);

  it('go from a draft over submitted and approved to reimbursed, with who and when', async () => {
    const { max, ann } = await openTestHouse(open);
    const id = uuidv7();
    const draft = { id, day, category: 'Meals', vendor: 'Roma', amountMinor: 41_30, purpose: 'Lunch with Huaxin' };
    const made = await ann.call('POST', expensesPath, draft);
    expect(made).toMatchObject({
      status: 201,
      body: { version: 1, status: 'draft', currency: 'USD', person: { name: 'Ann' }, team: { name: 'East' } },
    });
    expect((await ann.call('POST', expensesPath, draft)).status).toBe(200);
    await ann.call('PATCH', `${expensesPath}/${id}`, { amountMinor: 42_30 }, { 'if-match': '1' });
    expect((await step(ann, id, 'submit')).body).toMatchObject({
      status: 'submitted',
      submittedAt: '2026-03-16T09:00:00.000Z',
      may: { edit: false, submit: false, decide: false },
    });
    expect((await max.call('GET', `${expensesPath}/${id}`)).body.may).toMatchObject({ decide: true, edit: false });
    expect((await step(max, id, 'reject', { reason: 'Which customer?' })).body).toMatchObject({
      status: 'rejected',
      reason: 'Which customer?',
      decidedBy: { name: 'Max' },
    });
    expect((await step(ann, id, 'submit')).body).toMatchObject({ status: 'submitted', reason: null, decidedBy: null });
    expect((await step(max, id, 'approve')).body).toMatchObject({ status: 'approved', decidedBy: { name: 'Max' } });
    expect((await step(max, id, 'reimburse')).body).toMatchObject({
      status: 'reimbursed',
      reimbursedBy: { name: 'Max' },
      amountMinor: 42_30,
    });
    const history = (await ann.call('GET', `/api/v1/changes?subject=expense&recordId=${id}`)).body.items;
    expect(history.map(({ action }: { action: string }) => action)).toEqual([
      'reimbursed',
      'approved',
      'submitted',
      'rejected',
      'submitted',
      'updated',
      'created',
    ]);
  });

  it('keep a receipt that is what it seems, and show it to whoever sees the claim', async () => {
    const { max, ann, oda } = await openTestHouse(open);
    const id = await claim(ann, { day, amountMinor: 10_00 });
    const path = `${expensesPath}/${id}/receipt`;
    const kept = await ann.call('PUT', path, receiptForm(png, 'lunch 午餐.png'), { 'if-match': '1' });
    expect(kept.body).toMatchObject({
      version: 2,
      receipt: { fileName: 'lunch 午餐.png', mediaType: 'image/png', size: png.length },
    });
    const shown = await max.call('GET', path);
    expect(shown.status).toBe(200);
    expect((await oda.call('GET', path)).body.code).toBe('not-found');
    const refusals = [
      await ann.call('PUT', path, receiptForm([0x3c, 0x68, 0x74, 0x6d, 0x6c], 'page.png'), { 'if-match': '2' }),
      await ann.call('PUT', path, receiptForm(png), { 'if-match': '1' }),
      await max.call('PUT', path, receiptForm(png), { 'if-match': '2' }),
      await ann.call('PUT', path, receiptForm(png)),
      await ann.call('PUT', path, new FormData(), { 'if-match': '2' }),
      await ann.call('PUT', path, receiptForm([...png, ...new Array(5 * 1024 * 1024).fill(0)]), { 'if-match': '2' }),
    ];
    expect(codes(refusals)).toEqual([
      'receipt-not-readable',
      'version-clash',
      'not-allowed',
      'version-missing',
      'invalid-input',
      'too-large',
    ]);
    expect((await ann.call('GET', `${expensesPath}/${id}`)).body).toMatchObject({
      version: 2,
      receipt: { fileName: 'lunch 午餐.png' },
    });
    const taken = await ann.call('DELETE', path, undefined, { 'if-match': '2' });
    expect(taken.body.receipt).toBeNull();
    expect((await ann.call('GET', path)).body.code).toBe('not-found');
  });

  it('are audited against limits, the log of visits and each other', async () => {
    const { vera, max, ann, ben } = await openTestHouse(open);
    const limit = { id: uuidv7(), category: 'meals', singleMinor: 100_00, dayMinor: 150_00, contact: 'asked' };
    expect((await vera.call('POST', '/api/v1/expense-limits', limit)).status).toBe(201);
    await ann.call('POST', '/api/v1/activities', {
      id: uuidv7(),
      kind: 'visit',
      onDay: day,
      isDone: true,
      subject: 'Huaxin',
    });
    const meal = { day, vendor: 'Roma', amountMinor: 41_30 };
    const first = await claim(ann, meal);
    await ann.call('PUT', `${expensesPath}/${first}/receipt`, receiptForm(png), { 'if-match': '1' });
    await step(ann, first, 'submit');
    expect((await max.call('GET', '/api/v1/expenses/audit')).body).toMatchObject({ looked: 1, items: [] });
    const second = await claim(ben, { ...meal, day: '2026-03-14' }, { submit: true });
    const third = await claim(ben, { ...meal, day: '2026-03-12', vendor: 'ROMA' }, { submit: true });
    const { body } = await max.call('GET', '/api/v1/expenses/audit?from=2026-03-01&to=2026-03-31');
    const rulesOf = (id: string) =>
      body.items
        .find(({ expense }: { expense: { id: string } }) => expense.id === id)
        ?.flags.map(({ rule }: { rule: string }) => rule);
    expect(rulesOf(first)).toEqual(['duplicate']);
    expect(rulesOf(second)).toEqual(['duplicate', 'day-off', 'no-contact', 'no-receipt']);
    expect(rulesOf(third)).toEqual(['duplicate', 'no-contact', 'no-receipt']);
    expect(body.items[0].expense.id).toBe(second);
    expect(body.items[0].flags[0].evidence).toEqual([
      { kind: 'expense', id: third, label: '2026-03-12 · ROMA · Lunch with a customer' },
    ]);
    const leave = {
      id: uuidv7(),
      personId: ben.id,
      kind: 'holiday',
      from: '2026-03-12',
      to: '2026-03-12',
      halfDays: 'none',
    };
    expect((await max.call('POST', '/api/v1/leave', leave)).status).toBe(201);
    const onLeave = (await max.call('GET', '/api/v1/expenses/audit')).body.items.flatMap(
      ({ expense, flags }: { expense: { id: string }; flags: { rule: string; evidence: unknown[] }[] }) =>
        flags.filter(({ rule }) => rule === 'on-leave').map(({ evidence }) => [expense.id, evidence]),
    );
    expect(onLeave).toEqual([[third, [{ kind: 'leave', id: leave.id, label: '2026-03-12 – 2026-03-12' }]]]);
    expect(body.benford).toEqual({ status: 'insufficientData', n: 3, grade: null });
    expect((await ann.call('GET', '/api/v1/expenses/audit')).body.code).toBe('not-allowed');
  });

  it('are brought in from a file, known again, and decided on only where somebody else may', async () => {
    const { max, ann } = await openTestHouse(open);
    const file =
      'Expense ID,Employee,Date,Category,Vendor,Amount,Purpose,Status\n' +
      'E1,Ann,2026-02-03,Meals,Roma,41.30,Lunch,approved\n' +
      'E2,Max,2026-02-04,Travel,Rail,80,Trip to Huaxin,approved\n' +
      'E3,Oda,2026-02-05,Meals,Roma,12,Lunch,approved\n' +
      'E4,Ann,2026-02-06,Meals,Roma,-5,Lunch,draft\n';
    const form = (dryRun = '0') => {
      const made = new FormData();
      made.set('file', new File([file], 'expenses.csv', { type: 'text/csv' }));
      made.set('kind', 'expenses');
      made.set('dryRun', dryRun);
      return made;
    };
    const { body } = await max.call('POST', '/api/v1/imports', form());
    expect(body).toMatchObject({ created: 2, updated: 0 });
    expect(body.rejected.map(({ row, reason }: { row: number; reason: string }) => [row, reason])).toEqual([
      [4, 'out-of-reach'],
      [5, 'not-positive'],
    ]);
    const list = (await max.call('GET', `${expensesPath}?sort=day`)).body.items;
    expect(list.map(({ externalId, status }: Record<string, string>) => [externalId, status])).toEqual([
      ['E1', 'approved'],
      ['E2', 'submitted'],
    ]);
    expect((await max.call('POST', '/api/v1/imports', form())).body).toMatchObject({ created: 0, unchanged: 2 });
    expect((await max.call('POST', `/api/v1/imports/${body.id}/undo`)).body).toMatchObject({ removed: 2 });
    expect((await ann.call('GET', expensesPath)).body.items).toEqual([]);
  });

  it('are not decided by their claimant, by an outsider, twice or without a reason, and nothing happened', async () => {
    const { vera, max, ann, ben, oda } = await openTestHouse(open);
    const id = await claim(ann, { day, amountMinor: 41_30 }, { submit: true });
    const own = await claim(max, { day, amountMinor: 9_00 }, { submit: true });
    const seen = { 'if-match': '"2"' };
    const refusals = [
      await ann.call('POST', `${expensesPath}/${id}/approve`, {}, seen),
      await max.call('POST', `${expensesPath}/${own}/approve`, {}, seen),
      await ben.call('POST', `${expensesPath}/${id}/approve`, {}, seen),
      await oda.call('GET', `${expensesPath}/${id}`),
      await max.call('POST', `${expensesPath}/${id}/reject`, {}, seen),
      await max.call('POST', `${expensesPath}/${id}/reimburse`, {}, seen),
      await max.call('POST', `${expensesPath}/${id}/approve`, {}, { 'if-match': '"1"' }),
      await max.call('POST', `${expensesPath}/${id}/submit`, {}, seen),
      await ann.call('PATCH', `${expensesPath}/${id}`, { amountMinor: 1 }, seen),
      await max.call('PATCH', `${expensesPath}/${id}`, { amountMinor: 1 }, seen),
      await ann.call('POST', `${expensesPath}/${id}/archive`, undefined, seen),
      await ann.call('POST', '/api/v1/expense-limits', { id: uuidv7(), category: 'Meals' }),
      await ann.call('POST', expensesPath, { id: uuidv7(), day, category: 'Meals', purpose: 'Lunch', amountMinor: 0 }),
    ];
    expect(codes(refusals)).toEqual([
      'own-claim',
      'own-claim',
      'not-found',
      'not-found',
      'reason-missing',
      'claim-in-other-status',
      'version-clash',
      'not-allowed',
      'claim-in-other-status',
      'not-allowed',
      'claim-in-other-status',
      'not-allowed',
      'invalid-input',
    ]);
    const { items, total } = (await vera.call('GET', `${expensesPath}?count=1`)).body;
    expect(total).toBe(2);
    for (const item of items) expect(item).toMatchObject({ version: 2, status: 'submitted' });
    const limit = { id: uuidv7(), category: 'Meals', singleMinor: 100 };
    await vera.call('POST', '/api/v1/expense-limits', limit);
    const again = await vera.call('POST', '/api/v1/expense-limits', { ...limit, id: uuidv7(), category: 'MEALS' });
    expect(again.body.code).toBe('name-taken');
  });
});

it('a receipt is known by its first bytes', () => {
  expect(sniffReceipt(new TextEncoder().encode('%PDF-1.7'))).toBe('application/pdf');
  expect(sniffReceipt(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  expect(sniffReceipt(new TextEncoder().encode('RIFF....WEBPVP8 '))).toBe('image/webp');
  expect(sniffReceipt(new TextEncoder().encode('RIFF....WAVE'))).toBeNull();
  expect(sniffReceipt(new Uint8Array())).toBeNull();
});
