import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { operatorOf } from '../../auth/session.ts';
import { describeEachDialect } from '../../db/testing.ts';
import { openHouse } from '../../open-house.ts';
import { events } from '../events/store.ts';
import { leads } from '../leads/store.ts';
import { organisations } from '../organisation/store.ts';
import { openDemo } from './open-demo.ts';

describeEachDialect('the demonstration', (open) => {
  it('has events, and leads with the place on the page where each value was taken', async () => {
    const { url } = await open();
    const house = await openHouse({
      databaseUrl: url,
      secret: 'a secret of the tests, long enough for them',
      baseUrl: 'http://localhost',
      log: pino({ level: 'silent' }),
      filesFolder: join(tmpdir(), 'milepost-files'),
    });
    const { db } = house.deps;
    await openDemo(house.deps, 'zh-Hant');
    const [organisation] = await organisations.all(db);
    const operator = operatorOf(await organisations.get(db, organisation?.view.id ?? ''));
    expect((await events.list(db, operator, { limit: 50, count: '1' })).total).toBe(3);
    const page = await leads.list(db, operator, { limit: 200, count: '1' });
    expect(page.total).toBe(52);
    expect(page.items.filter(({ status }) => status === 'converted')).toHaveLength(7);
    expect(page.items.filter(({ status }) => status === 'new').length).toBeGreaterThan(5);
    for (const { provenance } of page.items) {
      const fields = (JSON.parse(provenance ?? '[]') as { field: string }[]).map(({ field }) => field);
      expect(fields).toEqual(['name', 'company', 'title', 'email']);
    }
    await house.close();
  }, 60_000);
});
