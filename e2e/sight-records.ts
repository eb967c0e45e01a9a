import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import type { Ask } from './two-teams.ts';

/** Ann's own account in North, and Ben's in South with all that may belong to one. Money of the two cannot be confused. */
export const hers = { id: uuidv7(), name: 'Northlight Pumps' };
export const his = { id: uuidv7(), name: 'Southwind Turbines' };
export const contact = { id: uuidv7(), name: 'Sigrid Sander', email: 'sigrid@southwind.example' };
export const opportunity = { id: uuidv7(), name: 'Southwind service contract' };
export const invoice = { id: uuidv7(), number: 'SW-2026-0815' };
const imported = 'Southgate Valves';
const herSale = uuidv7();
export const hisSale = uuidv7();
/** Nothing that Ann's window is told may hold any of these. */
const secrets = [
  his.id,
  his.name,
  contact.id,
  contact.name,
  contact.email,
  opportunity.id,
  opportunity.name,
  hisSale,
  invoice.id,
  invoice.number,
  imported,
];
export const isSilent = (told: string) =>
  assert.deepEqual(
    secrets.filter((secret) => told.includes(secret)),
    [],
  );

/** Writes it all down, and the year's plan of both. */
export async function furnish(
  asVera: Ask,
  idOf: (name: 'Ann' | 'Ben') => string,
  vera: Page,
  url: string,
): Promise<void> {
  const { today } = await asVera<{ today: string }>('get', '/api/v1/me');
  const [ann, ben] = [idOf('Ann'), idOf('Ben')];
  await asVera('post', '/api/v1/accounts', { ...hers, ownerId: ann });
  await asVera('post', '/api/v1/accounts', { ...his, ownerId: ben, website: 'https://southwind.example' });
  await asVera('put', `/api/v1/accounts/${his.id}/promise`, { cadence: { count: 3, per: 'week' } }, 1);
  await asVera('post', '/api/v1/contacts', { ...contact, accountId: his.id, ownerId: ben });
  const deal = { ...opportunity, accountId: his.id, ownerId: ben, amountMinor: 7_700_000 };
  await asVera('post', '/api/v1/opportunities', deal);
  const sales = [
    { id: herSale, accountId: hers.id, ownerId: ann, revenueMinor: 100_000 },
    { id: hisSale, accountId: his.id, ownerId: ben, revenueMinor: 4_000_000 },
  ];
  for (const sale of sales) await asVera('post', '/api/v1/sales', { ...sale, day: today });
  const billed = { ...invoice, accountId: his.id, ownerId: ben, issuedOn: today, amountMinor: 3_300_000 };
  await asVera('post', '/api/v1/invoices', billed);
  const receipt = { id: uuidv7(), invoiceId: invoice.id, kind: 'receipt', day: today, amountMinor: 1_100_000 };
  await asVera('post', '/api/v1/receipts', receipt);
  const target = {
    id: uuidv7(),
    name: 'The year',
    fiscalYear: Number(today.slice(0, 4)),
    totalMinor: 120_000_000,
    months: { kind: 'even' },
    persons: [ann, ben].map((id) => ({ id, weight: 1 })),
  };
  const { version } = await asVera<{ version: number }>('post', '/api/v1/targets', target);
  await asVera('post', `/api/v1/targets/${target.id}/publish`, { reason: 'agreed' }, version);
  const buffer = Buffer.from(`name,owner\n${imported},Ben\n`);
  const file = { name: 'south.csv', mimeType: 'text/csv', buffer };
  const answer = await vera.request.post(`${url}/api/v1/imports`, { multipart: { kind: 'accounts', file } });
  assert.equal(((await answer.json()) as { created: number }).created, 1);
}
