import { afterEach, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { describeEachDialect } from './db/testing.ts';
import { closeTestHouses, openTestHouse } from './testing-house.ts';

describeEachDialect('the app', (open) => {
  afterEach(closeTestHouses);

  it('answers a mistyped address of the API with a problem, never with a page that is mounted behind it', async () => {
    const { deps, vera } = await openTestHouse(open);
    const app = createApp(deps);
    app.get('/*', (c) => c.html('<!doctype html>'));
    for (const path of ['/api/nothing', '/api/v2/accounts', '/api']) {
      const answer = await app.request(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.json(), path).toMatchObject({ code: 'not-found' });
    }
    expect((await app.request('/accounts')).status).toBe(200);
    expect((await vera.call('GET', '/api/v1/nothing')).status).toBe(404);
  });
});
