import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import CustomerTimeLine from './CustomerTimeLine.vue';

const file = {
  ...{ id: 'f', recordKind: 'account', recordId: 'acme', fileName: 'offer.pdf', mediaType: 'application/pdf' },
  ...{ size: 1_540_000, sha256: '', person: { id: 'ann', name: 'Ann' }, createdAt: '2026-03-04T09:00:00.000Z' },
  canDelete: true,
};
const invoice = {
  id: 'i',
  number: 'R1',
  issuedOn: '2026-03-02',
  dueOn: '2026-04-01',
  amountMinor: 10_000,
  currency: 'USD',
};
const entries = [
  { kind: 'file', id: 'f', at: '2026-03-04T09:00:00.000Z', file, about: { id: 'jane', name: 'Jane' } },
  { kind: 'invoice', id: 'i', at: '2026-03-02T09:00:00.000Z', invoice },
  {
    ...{ kind: 'status', id: 's', at: '2026-03-01T09:00:00.000Z', onDay: '2026-03-01' },
    ...{ status: 'interested', cause: 'said', reason: 'asked for an offer', person: { id: 'ann', name: 'Ann' } },
  },
];

it('tells every kind in words, is narrowed by parts and read on', async () => {
  const asked: string[] = [];
  fakeApi({
    'GET /api/v1/accounts/acme/time-line': ({ url }) => {
      asked.push(`${url.searchParams.get('parts') ?? ''} ${url.searchParams.get('after') ?? ''}`);
      const isNext = url.searchParams.has('after');
      return { items: isNext ? entries.slice(2) : entries.slice(0, 2), next: isNext ? null : 'more' };
    },
  });
  await mountPage(CustomerTimeLine, { props: { accountId: 'acme' } });
  expect((await screen.findByRole('link', { name: 'offer.pdf' })).getAttribute('href')).toBe('/api/v1/attachments/f');
  expect(screen.getByText(/1\.5 MB · Ann/)).toBeTruthy();
  expect(screen.getByText('Files · at Jane')).toBeTruthy();
  expect(screen.getByRole('link', { name: /Invoice R1: .*100\.00, due/ }).getAttribute('href')).toBe('/invoices/i');
  const earlier = screen.getByRole<HTMLButtonElement>('button', { name: 'Earlier' });
  await waitFor(() => expect(earlier.disabled).toBe(false));
  await fireEvent.click(earlier);
  expect(await screen.findByText('Status: Interested')).toBeTruthy();
  expect(screen.getByText(/asked for an offer/)).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Cash' }));
  await waitFor(() => expect(asked.at(-1)).toBe('cash '));
  expect(screen.getByRole('button', { name: /Cash/ }).getAttribute('aria-pressed')).toBe('true');
  expect(asked.slice(0, 2)).toEqual([' ', ' more']);
});
