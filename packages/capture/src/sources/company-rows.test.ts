import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { readLeads } from '../read-leads.ts';
import { walkDocument } from '../walk-document.ts';

const read = (body: string) =>
  readLeads(walkDocument(parseHTML(`<!doctype html><html><body>${body}</body></html>`).document, { url: '' }), {
    country: 'US',
  });
const office = (name: string, phone: string) => `<div><p>${name}</p><p>Tel: ${phone}</p></div>`;

it('offers each office of a list as a row with its own telephone, though two bear one name', () => {
  const { leads, pageKind } = read(
    office('Acme GmbH', '+49 30 901820') +
      office('Acme USA Corp.', '+1 212-736-5000') +
      office('Acme USA Corp.', '+1 312-867-0110'),
  );
  expect(pageKind).toBe('list');
  expect(leads.map(({ name, phones }) => [name, phones.map((phone) => phone.e164)])).toEqual([
    ['Acme GmbH', ['+4930901820']],
    ['Acme USA Corp.', ['+12127365000']],
    ['Acme USA Corp.', ['+13128670110']],
  ]);
});

it('makes no rows of names that nothing reaches', () => {
  expect(read('<p>Acme GmbH</p><p>Beta Ltd.</p><p>Gamma Corp.</p><p>are our friends</p>').leads).toEqual([]);
});
