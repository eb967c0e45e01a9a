import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

const addField = async (vera: CastMember, field: object) => {
  const id = uuidv7();
  const answer = await vera.call('POST', '/api/v1/custom-fields', { id, subject: 'account', type: 'text', ...field });
  expect(answer.status).toBe(201);
  return id;
};
const add = async (member: CastMember, path: string, record: object) => {
  const id = uuidv7();
  const answer = await member.call('POST', `/api/v1/${path}`, { id, ...record });
  expect(answer.status).toBe(201);
  return id;
};
const patch = (member: CastMember, path: string, version: number, said: object) =>
  member.call('PATCH', `/api/v1/${path}`, said, { 'if-match': `"${version}"` });
const named = async (member: CastMember, path: string, ...conditions: object[]) => {
  const answer = await member.call('GET', `/api/v1/${path}?filter=${encodeURIComponent(JSON.stringify(conditions))}`);
  expect(answer.status).toBe(200);
  return answer.body.items.map(({ name }: { name: string }) => name);
};
const upload = (member: CastMember, kind: string, text: string, address = 'imports') => {
  const form = new FormData();
  form.append('file', new File([text], 'file.csv', { type: 'text/csv' }));
  form.append('kind', kind);
  return member.call('POST', `/api/v1/${address}`, form);
};

describeEachDialect('E1 tags and custom fields', (open) => {
  afterEach(closeTestHouses);

  it('of an account are typed, told, found by list and search, and offered to who sees them', async () => {
    const { ann, oda } = await openTestHouse(open);
    const id = await add(ann, 'accounts', { name: 'Huaxin', tags: ['VIP', 'vip', ' 重点 '] });
    await add(ann, 'accounts', { name: 'Kessler', tags: ['Vip', 'Fair'] });
    await add(oda, 'accounts', { name: 'Elsewhere', tags: ['Secret project'] });
    expect((await ann.call('GET', `/api/v1/accounts/${id}`)).body.tags).toEqual(['VIP', '重点']);
    expect(await named(ann, 'accounts', { field: 'tags', op: 'is', value: 'ｖｉｐ' })).toEqual(['Huaxin', 'Kessler']);
    expect(await named(ann, 'accounts', { field: 'tags', op: 'is-not', value: '重点' })).toEqual(['Kessler']);
    expect(await named(ann, 'accounts', { field: 'tags', op: 'empty' })).toEqual([]);
    const offered = await ann.call('GET', '/api/v1/tags?subject=account&q=vi');
    expect(offered.body.items).toMatchObject([{ count: 2 }]);
    expect(JSON.stringify((await ann.call('GET', '/api/v1/tags?subject=account')).body)).not.toContain('Secret');
    const hits = (await ann.call('GET', `/api/v1/search?q=${encodeURIComponent('重点')}`)).body;
    expect(JSON.stringify(hits)).toContain('Huaxin');
    expect((await patch(ann, `accounts/${id}`, 1, { tags: [] })).body.tags).toEqual([]);
    expect(await named(ann, 'accounts', { field: 'tags', op: 'empty' })).toEqual(['Huaxin']);
    expect((await patch(ann, `accounts/${id}`, 2, { tags: ['a, b'] })).body.code).toBe('invalid-input');
    expect((await patch(oda, `accounts/${id}`, 2, { tags: ['Mine'] })).body.code).toBe('not-found');
    expect((await ann.call('GET', `/api/v1/accounts/${id}`)).body).toMatchObject({ tags: [], version: 2 });
  });

  it('hold what their type allows, filter by it, and stand in the change record by their name', async () => {
    const { ann, vera } = await openTestHouse(open);
    const ids = {
      terms: await addField(vera, { name: 'Terms' }),
      seats: await addField(vera, { name: 'Seats', type: 'number' }),
      budget: await addField(vera, { name: 'Budget', type: 'money' }),
      renewal: await addField(vera, { name: 'Renewal', type: 'day' }),
      mode: await addField(vera, { name: 'Mode', type: 'choice', choices: ['Rail', 'Road'] }),
      isPublic: await addField(vera, { name: 'Public', type: 'boolean' }),
    };
    const customFields = {
      [ids.terms]: ' Net 30 ',
      [ids.seats]: 12.5,
      [ids.budget]: 500_00,
      [ids.renewal]: '2026-09-30',
      [ids.mode]: 'Rail',
      [ids.isPublic]: false,
    };
    const id = await add(ann, 'accounts', { name: 'Huaxin', customFields });
    await add(ann, 'accounts', { name: 'Kessler', customFields: { [ids.seats]: 3, [ids.renewal]: '2027-01-31' } });
    const read = await ann.call('GET', `/api/v1/accounts/${id}`);
    expect(read.body.customFields).toEqual({ ...customFields, [ids.terms]: 'Net 30' });
    const by = (field: string, op: string, value?: unknown) =>
      named(ann, 'accounts', { field: `field:${field}`, op, ...(value === undefined ? {} : { value }) });
    expect(await by(ids.terms, 'contains', 'net')).toEqual(['Huaxin']);
    expect(await by(ids.seats, 'gte', 4)).toEqual(['Huaxin']);
    expect(await by(ids.budget, 'lte', 500_00)).toEqual(['Huaxin']);
    expect(await by(ids.renewal, 'gte', '2026-12-01')).toEqual(['Kessler']);
    expect(await by(ids.mode, 'in', ['Rail', 'Road'])).toEqual(['Huaxin']);
    expect(await by(ids.isPublic, 'is', false)).toEqual(['Huaxin']);
    expect(await by(ids.mode, 'empty')).toEqual(['Kessler']);
    const changed = await patch(ann, `accounts/${id}`, 1, { customFields: { [ids.seats]: 20, [ids.mode]: null } });
    expect(changed.body.customFields).toMatchObject({ [ids.seats]: 20, [ids.terms]: 'Net 30' });
    expect(await by(ids.mode, 'is', 'Rail')).toEqual([]);
    const [change] = (await ann.call('GET', `/api/v1/changes?subject=account&recordId=${id}`)).body.items;
    expect(change.before).toEqual({ [`field:${ids.seats}`]: 12.5, [`field:${ids.mode}`]: 'Rail' });
    expect(change.after).toEqual({ [`field:${ids.seats}`]: 20, [`field:${ids.mode}`]: null });
    expect(change.customFields[`field:${ids.seats}`]).toEqual({ name: 'Seats', type: 'number' });
    const refused = await patch(ann, `accounts/${id}`, 2, {
      customFields: { [ids.seats]: 'many', [ids.mode]: 'Sea', [uuidv7()]: 1 },
    });
    expect(refused.body.issues.map(({ code }: { code: string }) => code)).toEqual([
      'not-a-number',
      'not-a-choice',
      'unknown-field',
    ]);
    expect((await ann.call('GET', `/api/v1/accounts/${id}`)).body.version).toBe(2);
  });

  it('that are required are asked for by hand and at conversion, never of a change of something else', async () => {
    const { ann, vera } = await openTestHouse(open);
    const before = await add(ann, 'leads', { kind: 'person', name: 'Wang Ming', company: 'Huaxin' });
    const source = await addField(vera, { subject: 'lead', name: 'Met at', isRequired: true });
    const lead = { id: uuidv7(), kind: 'person', name: 'Jane Doe' };
    const refused = await ann.call('POST', '/api/v1/leads', lead);
    expect(refused.body.issues).toMatchObject([{ path: `/customFields/${source}`, code: 'required', value: 'Met at' }]);
    expect((await ann.call('GET', `/api/v1/leads/${lead.id}`)).status).toBe(404);
    expect((await patch(ann, `leads/${before}`, 1, { title: 'CTO' })).status).toBe(200);
    const wanted = { account: { id: uuidv7(), name: 'Huaxin' }, contact: null, opportunity: null };
    const convert = (version: number) =>
      ann.call('POST', `/api/v1/leads/${before}/convert`, wanted, { 'if-match': `"${version}"` });
    expect((await convert(2)).body.issues).toMatchObject([{ path: `/customFields/${source}` }]);
    expect((await ann.call('GET', '/api/v1/accounts?count=1')).body.total).toBe(0);
    await patch(ann, `leads/${before}`, 2, { customFields: { [source]: 'Fair' } });
    expect((await patch(ann, `leads/${before}`, 3, { customFields: { [source]: null } })).body.code).toBe(
      'invalid-input',
    );
    expect((await convert(3)).status).toBe(200);
  });

  it('are written by administrators only, a name once, and an archived one keeps its values', async () => {
    const { ann, max, vera } = await openTestHouse(open);
    const field = { id: uuidv7(), subject: 'account', type: 'text', name: 'Terms' };
    expect((await ann.call('POST', '/api/v1/custom-fields', field)).body.code).toBe('not-allowed');
    expect((await max.call('POST', '/api/v1/custom-fields', field)).body.code).toBe('not-allowed');
    const id = await addField(vera, { name: 'Terms' });
    const twice = await vera.call('POST', '/api/v1/custom-fields', { ...field, name: 'TERMS' });
    expect(twice.body.code).toBe('name-taken');
    const choice = await vera.call('POST', '/api/v1/custom-fields', { ...field, name: 'Mode', type: 'choice' });
    expect(choice.body.issues).toMatchObject([{ path: '/choices', code: 'choices-missing' }]);
    const account = await add(ann, 'accounts', { name: 'Huaxin', customFields: { [id]: 'Net 30' } });
    await vera.call('POST', `/api/v1/custom-fields/${id}/archive`, undefined, { 'if-match': '"1"' });
    expect((await ann.call('GET', `/api/v1/accounts/${account}`)).body.customFields).toEqual({ [id]: 'Net 30' });
    const late = await patch(ann, `accounts/${account}`, 1, { customFields: { [id]: 'Net 60' } });
    expect(late.body.issues).toMatchObject([{ code: 'unknown-field' }]);
    expect((await ann.call('GET', '/api/v1/custom-fields')).body.items).toEqual([]);
  });

  it('come in with a file by their name, go out under it, and leave with the import', async () => {
    const { max, vera } = await openTestHouse(open);
    const seats = await addField(vera, { name: 'Seats', type: 'number' });
    const mode = await addField(vera, { name: 'Verkehrsmittel', type: 'choice', choices: ['Rail', 'Road'] });
    const known = await add(max, 'accounts', {
      ...{ name: 'Huaxin', tags: ['VIP'] },
      customFields: { [seats]: 3, [mode]: 'Road' },
    });
    const file = 'Account,Tags,Seats,Verkehrsmittel\nHuaxin,"Fair; vip",5,\nKessler,,7,rail\nBad,,8,Sea\n';
    const preview = (await upload(max, 'accounts', file, 'imports/preview')).body;
    expect(preview.columns.map(({ field }: { field: string }) => field)).toEqual([
      'name',
      'tags',
      `field:${seats}`,
      `field:${mode}`,
    ]);
    expect(preview.fields.find(({ field }: { field: string }) => field === `field:${seats}`).label).toBe('Seats');
    const report = (await upload(max, 'accounts', file)).body;
    expect(report).toMatchObject({
      created: 1,
      updated: 1,
      rejected: [{ column: 'Verkehrsmittel', reason: 'not-a-choice' }],
    });
    expect((await max.call('GET', `/api/v1/accounts/${known}`)).body).toMatchObject({
      tags: ['Fair', 'VIP'],
      customFields: { [seats]: 5, [mode]: 'Road' },
    });
    expect(await named(max, 'accounts', { field: `field:${mode}`, op: 'is', value: 'Rail' })).toEqual(['Kessler']);
    const csv = (await max.call('GET', '/api/v1/export/accounts.csv')).body as string;
    expect(csv).toContain('Notes,Tags,Seats,Verkehrsmittel');
    expect(csv).toContain('"Fair, VIP",5,Road');
    expect((await max.call('POST', `/api/v1/imports/${report.id}/undo`)).status).toBe(200);
    expect((await max.call('GET', `/api/v1/accounts/${known}`)).body).toMatchObject({
      tags: ['VIP'],
      customFields: { [seats]: 3 },
    });
    expect(await named(max, 'accounts', { field: 'tags', op: 'is', value: 'Fair' })).toEqual([]);
  });

  it('of deals come in with a file too, and stand on the board’s filter', async () => {
    const { max, vera } = await openTestHouse(open);
    const depot = await addField(vera, { subject: 'opportunity', name: 'Depot' });
    const [stage] = (await max.call('GET', '/api/v1/stages?sort=position')).body.items;
    const file = `Opportunity ID,Opportunity,Stage,Amount,Depot,Tags\nD1,Pumps,${stage.name},100,Lyon,Urgent\n`;
    expect((await upload(max, 'opportunities', file)).body).toMatchObject({ created: 1, rejected: [] });
    const filter = encodeURIComponent(JSON.stringify([{ field: `field:${depot}`, op: 'is', value: 'lyon' }]));
    const board = (await max.call('GET', `/api/v1/opportunities/board?filter=${filter}`)).body;
    expect(board.open.count).toBe(1);
    const [deal] = (await max.call('GET', `/api/v1/opportunities?filter=${filter}`)).body.items;
    expect(deal).toMatchObject({ name: 'Pumps', tags: ['Urgent'], customFields: { [depot]: 'Lyon' } });
  });

  it('of a merged record go to the survivor, and back when the merge is taken back', async () => {
    const { ann, vera } = await openTestHouse(open);
    const [seats, terms] = [
      await addField(vera, { name: 'Seats', type: 'number' }),
      await addField(vera, { name: 'Terms' }),
    ];
    const a = await add(ann, 'accounts', { name: 'Huaxin', tags: ['VIP'], customFields: { [seats]: 3 } });
    const b = await add(ann, 'accounts', {
      ...{ name: 'Huaxin Ltd', tags: ['Fair'] },
      customFields: { [seats]: 9, [terms]: 'Net 30' },
    });
    const id = uuidv7();
    const merge = { id, kind: 'account', survivor: { id: a, version: 1 }, merged: { id: b, version: 1 }, take: [] };
    expect((await ann.call('POST', '/api/v1/merges', merge)).status).toBe(201);
    const read = async () => (await ann.call('GET', `/api/v1/accounts/${a}`)).body;
    expect(await read()).toMatchObject({ tags: ['Fair', 'VIP'], customFields: { [seats]: 3, [terms]: 'Net 30' } });
    expect((await ann.call('POST', `/api/v1/merges/${id}/undo`)).status).toBe(200);
    expect(await read()).toMatchObject({ tags: ['VIP'], customFields: { [seats]: 3 } });
    expect(await named(ann, 'accounts', { field: 'tags', op: 'is', value: 'Fair' })).toEqual(['Huaxin Ltd']);
  });

  it('go with the person they are about, out of record, index and change record', async () => {
    const { ann, vera, deps } = await openTestHouse(open);
    const hobby = await addField(vera, { subject: 'contact', name: 'Hobby' });
    const id = await add(ann, 'contacts', { name: 'Jane Doe', tags: ['Golfer'], customFields: { [hobby]: 'Sailing' } });
    const erased = await vera.call('POST', `/api/v1/personal-data/contact/${id}/erase`, {
      name: 'Jane Doe',
      reason: 'She asked us to',
    });
    expect(erased.status).toBeLessThan(300);
    expect(await deps.db.selectFrom('field_value').selectAll().execute()).toEqual([]);
    const everywhere = JSON.stringify([
      await deps.db.selectFrom('contact').selectAll().execute(),
      await deps.db.selectFrom('change').selectAll().execute(),
      await deps.db.selectFrom('search_entry').selectAll().execute(),
    ]);
    for (const trace of ['Golfer', 'golfer', 'Sailing']) expect(everywhere).not.toContain(trace);
  });
});
