import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { importsPath, itemsOf, send } from './testing-imports.ts';

describeEachDialect('imports of leave and terms', (open) => {
  afterEach(closeTestHouses);

  it('of leave go by person and first day, and rows that overlap stay out with the reason', async () => {
    const { vera, ann } = await openTestHouse(open);
    await ann.call('POST', '/api/v1/leave', {
      id: uuidv7(),
      personId: ann.id,
      kind: 'holiday',
      from: '2026-07-06',
      to: '2026-07-10',
    });
    const rows = ['Employee,Start date,End date,Leave type,Half day', 'Ann,2026-07-08,2026-07-09,Vacation,'];
    rows.push('Ben,2026-08-03,2026-08-07,sick leave,afternoon', 'Ben,2026-08-20,,,', 'Nobody,2026-08-20,,,');
    rows.push('Oda,2026-08-20,2026-08-19,,');
    const { body } = await send(vera, 'leave', `${rows.join('\n')}\n`);
    expect(body).toMatchObject({ created: 2, updated: 0 });
    expect(body.rejected.map((one: { row: number; reason: string }) => [one.row, one.reason])).toEqual([
      [2, 'overlaps'],
      [5, 'unknown-reference'],
      [6, 'ends-before-start'],
    ]);
    const items = (await itemsOf(vera, 'leave')) as unknown as { person: { name: string }; workdays: number }[];
    expect(items.map(({ person, workdays }) => [person.name, workdays])).toEqual([
      ['Ann', 5],
      ['Ben', 4.5],
      ['Ben', 1],
    ]);
    expect((await vera.call('POST', `${importsPath}/${body.id}/undo`)).body).toMatchObject({ removed: 2 });
    expect(await itemsOf(vera, 'leave')).toHaveLength(1);
  });

  it('of people bring their terms, shares or percentages of full time', async () => {
    const { vera } = await openTestHouse(open);
    const file =
      'Name,FTE,Hire date,Leaving date,Hours per day\nAnn,0.8,2026-02-01,,6.5\nBen,50,2026-02-01,2026-01-01,\nOda,50,,,\n';
    const { body } = await send(vera, 'people', file);
    expect(body).toMatchObject({ updated: 2, rejected: [{ row: 3, reason: 'ends-before-start' }] });
    const people = (await itemsOf(vera, 'people')) as unknown as Record<string, unknown>[];
    const named = (name: string) => people.find((one) => one['name'] === name);
    expect(named('Ann')).toMatchObject({ fte: 0.8, startsOn: '2026-02-01', endsOn: null, sellingHours: 6.5 });
    expect(named('Oda')).toMatchObject({ fte: 0.5 });
    expect(named('Ben')).toMatchObject({ fte: null, startsOn: null });
  });
});
