import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { importsPath, itemsOf, send } from './testing-imports.ts';

describeEachDialect('imports of skills', (open) => {
  afterEach(closeTestHouses);

  it('take a row for each level, of a scale from 0 to 7 too, and go back whole', async () => {
    const { vera } = await openTestHouse(open);
    const rows = ['Element ID,Element Name,Scale ID,Anchor Value,Anchor Description'];
    rows.push('2.A.1.b,Active Listening,LV,2,Take an order', '2.A.1.b,Active Listening,LV,4,Answer complaints');
    rows.push('2.A.1.b,Active Listening,LV,6,Preside over a court', '2.B.1.d,Negotiation,LV,8,Beyond the scale');
    const { body } = await send(vera, 'skills', `${rows.join('\n')}\n`);
    expect(body).toMatchObject({ created: 1 });
    expect(body.rejected).toMatchObject([{ row: 5, reason: 'too-large' }]);
    expect(await itemsOf(vera, 'skills')).toMatchObject([
      {
        ...{ name: 'Active Listening', externalId: '2.A.1.b', level0: null, level1: 'Take an order' },
        ...{ level2: null, level3: 'Answer complaints', level4: 'Preside over a court', level5: null },
      },
    ]);
    expect((await vera.call('POST', `${importsPath}/${body.id}/undo`)).body).toMatchObject({ removed: 1 });
    expect(await itemsOf(vera, 'skills')).toEqual([]);
  });

  it('take six columns, and say what is there only once', async () => {
    const { vera } = await openTestHouse(open);
    const file = '技能,类别,0 级,1 级,2 级\n谈判,成交,什么都给,知道底线,有来有往\n';
    expect((await send(vera, 'skills', file)).body).toMatchObject({ created: 1 });
    expect(await itemsOf(vera, 'skills')).toMatchObject([{ name: '谈判', category: '成交', level2: '有来有往' }]);
    const again = `${file}倾听,,,,\n`;
    expect((await send(vera, 'skills', again)).body).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
  });
});
