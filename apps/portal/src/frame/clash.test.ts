import { fireEvent, screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { Clash } from '../http/problem.ts';
import { mountPage } from '../mounted-page.ts';
import ClashDialog from './ClashDialog.vue';
import { differingFields, resolved } from './clash-fields.ts';

const fields = ['name', 'city', 'note'].map((key) => ({ key, label: key }));
const mine = { name: 'Acme Hydraulics', city: 'Kassel', note: 'call first' };
const theirs = { name: 'Acme Inc.', city: 'Kassel', note: null, version: 5 };

it('asks only about fields in which both differ', () => {
  expect(differingFields(fields, mine, theirs).map(({ key }) => key)).toEqual(['name', 'note']);
  expect(differingFields(fields, { city: 'Kassel' }, theirs)).toEqual([]);
});

it('sends what was kept of one’s own, on top of the version that stands', () => {
  expect(resolved(fields, mine, theirs, { name: 'theirs' })).toEqual({ patch: { note: 'call first' }, ifMatch: 5 });
});

it('shows both states and lets each field be taken from either', async () => {
  const clash = new Clash({ status: 412, code: 'version-clash', current: theirs } as never, mine);
  const writes: unknown[] = [];
  await mountPage(ClashDialog, { props: { clash, fields, onResolve: (write: unknown) => writes.push(write) } });
  expect(await screen.findByText('Acme Hydraulics')).toBeTruthy();
  expect(screen.queryByText('Kassel')).toBeNull();
  await fireEvent.click(screen.getByLabelText(/Acme Inc\./));
  await fireEvent.click(screen.getByRole('button', { name: 'Save this' }));
  expect(writes).toEqual([{ patch: { note: 'call first' }, ifMatch: 5 }]);
});
