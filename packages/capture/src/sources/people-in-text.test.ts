import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { LeadReading } from '../lead.ts';
import { type ReadOptions, readLeads } from '../read-leads.ts';
import { walkDocument } from '../walk-document.ts';

const read = (
  body: string,
  { url = '', head = '', ...options }: ReadOptions & { url?: string; head?: string } = {},
): LeadReading => {
  const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  return readLeads(walkDocument(document, { url }), options);
};

describe('people in text', () => {
  it('are a name beside a title, in one line or two, the title first or last', () => {
    for (const html of [
      '<p>Kathy Smith</p><p>City Recorder</p><p>kathy@town.example</p>',
      '<p>City Recorder</p><p>Kathy Smith</p><p>kathy@town.example</p>',
      '<p>City Recorder – Kathy Smith, CMFO (ext. 207) kathy@town.example</p>',
      '<p>Kathy Smith | City Recorder | kathy@town.example</p>',
      '<p>Kathy Smith, City Recorder, kathy@town.example</p>',
    ]) {
      expect(read(html).leads[0], html).toMatchObject({
        kind: 'person',
        name: 'Kathy Smith',
        title: 'City Recorder',
        emails: [{ value: 'kathy@town.example' }],
      });
    }
  });

  it('are read row by row, and no value wanders into another row', () => {
    const row = (name: string, title: string, extension: number) =>
      `<li><b>${name}</b><br>${title}<br>Extension ${extension}</li>`;
    const reading = read(`<p>Phone: (734) 668-8397</p><p>Fax: (734) 668-7136</p><ul>
      ${row('Russ Collins', 'Executive Director & CEO', 23)}${row('Amanda Bynum', 'Director, Programming & Education', 21)}
      ${row('Kirsten Lund', 'E-Marketing Designer', 16)}${row('Walt Bishop', 'Head Projectionist', 20)}</ul>`);
    expect(reading.pageKind).toBe('list');
    expect(
      reading.leads.filter((lead) => lead.kind === 'person').map((lead) => [lead.name, lead.title, lead.phones]),
    ).toEqual([
      [
        'Russ Collins',
        'Executive Director & CEO',
        [{ value: 'Extension 23', e164: '+17346688397', extension: '23', kind: 'tel' }],
      ],
      [
        'Amanda Bynum',
        'Director, Programming & Education',
        [{ value: 'Extension 21', e164: '+17346688397', extension: '21', kind: 'tel' }],
      ],
      [
        'Kirsten Lund',
        'E-Marketing Designer',
        [{ value: 'Extension 16', e164: '+17346688397', extension: '16', kind: 'tel' }],
      ],
      [
        'Walt Bishop',
        'Head Projectionist',
        [{ value: 'Extension 20', e164: '+17346688397', extension: '20', kind: 'tel' }],
      ],
    ]);
  });

  it('are read from rows that only line breaks make', () => {
    const reading =
      read(`<div>President<br>Kanu Patel<br>Vice President<br>Bill Robertson<br>Director of Sales<br>Dave Wood<br>
      Customer Service<br>Jani Daly, Cathy Hooper</div><p>702-643-0043</p>`);
    expect(reading.leads.filter((lead) => lead.kind === 'person').map((lead) => [lead.name, lead.title])).toEqual([
      ['Kanu Patel', 'President'],
      ['Bill Robertson', 'Vice President'],
      ['Dave Wood', 'Director of Sales'],
      ['Jani Daly', 'Customer Service'],
      ['Cathy Hooper', 'Customer Service'],
    ]);
  });

  it('keep their own telephone and fax in a table, by the heads of its columns', () => {
    const reading = read(`<table><tr><th>Department</th><th>Contact</th><th>Phone</th><th>Fax</th></tr>
      <tr><td>Planning</td><td>Julie Ingraham</td><td>408.868.1260</td><td>408.868.1280</td></tr>
      <tr><td>Streets</td><td>Debbie Moore</td><td>408.868.1216</td><td>408.867.8559</td></tr>
      <tr><td>Works</td><td>Shaheen Sarwari</td><td>408.868.1239</td><td>408.868.1239</td></tr></table>`);
    expect(
      reading.leads
        .filter((lead) => lead.kind === 'person')
        .map((lead) => [lead.name, lead.phones.map((phone) => `${phone.e164} ${phone.kind}`)]),
    ).toEqual([
      ['Julie Ingraham', ['+14088681260 tel', '+14088681280 fax']],
      ['Debbie Moore', ['+14088681216 tel', '+14088678559 fax']],
      ['Shaheen Sarwari', ['+14088681239 tel', '+14088681239 fax']],
    ]);
  });

  it('are only more to choose from when they are quoted', () => {
    const reading =
      read(`<h2>What our customers say</h2><blockquote>Great beds. I sleep well.</blockquote><p>Amy Furbee, Director, Acme School</p>
      <h2>Contact</h2><p>Phone: 281-440-1444</p>`);
    expect(reading.leads.map((lead) => lead.name)).not.toContain('Amy Furbee');
    expect(reading.more.map((lead) => lead.name)).toContain('Amy Furbee');
  });

  it('are never made of menus, products and places', () => {
    const reading =
      read(`<ul><li>Folding Chairs</li><li>Pan Head</li><li>Staff Picks</li><li>Duct Cleaning</li><li>Maintenance</li></ul>
      <p>Hong Kong</p><p>Sales</p><p>Ann Arbor, MI 48104</p><p>Phone: (734) 668-8397</p>`);
    expect(reading.leads.filter((lead) => lead.kind === 'person')).toEqual([]);
  });
});
