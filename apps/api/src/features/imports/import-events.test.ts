import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { importsPath, itemsOf, send } from './testing-imports.ts';

const fair = {
  id: uuidv7(),
  name: 'Spring fair',
  kind: 'exhibition',
  startsOn: '2026-03-10',
  endsOn: '2026-03-12',
};

describeEachDialect('imports that say an event', (open) => {
  afterEach(closeTestHouses);

  it('attach leads and deals to it by name, and leave a likely name open until somebody says yes', async () => {
    const { vera } = await openTestHouse(open);
    await vera.call('POST', '/api/v1/events', fair);
    const list = 'Name,Company,Trade fair\nWang,Huaxin,Spring fair\nLi,Konex,spring-fair\nZhao,Delta,\n';
    const { body } = await send(vera, 'leads', list);
    expect(body).toMatchObject({ created: 3, rejected: [] });
    const eventOf = async (name: string) =>
      (await itemsOf(vera, 'leads')).find((lead: { name: string }) => lead.name === name).event;
    expect([await eventOf('Wang'), await eventOf('Li'), await eventOf('Zhao')]).toEqual([
      { id: fair.id, name: 'Spring fair' },
      null,
      null,
    ]);
    expect((await vera.call('POST', `${importsPath}/${body.id}/accept-likely`, {})).body).toMatchObject({ filled: 1 });
    expect(await eventOf('Li')).toEqual({ id: fair.id, name: 'Spring fair' });
    await send(vera, 'opportunities', 'Deal name,Stage,Event\nPumps,Qualified,Spring fair\n');
    expect(await itemsOf(vera, 'opportunities')).toMatchObject([{ name: 'Pumps', event: { id: fair.id } }]);
    const undone = await vera.call('POST', `${importsPath}/${body.id}/undo`);
    expect([undone.status, await itemsOf(vera, 'leads')]).toEqual([200, []]);
  });
});
