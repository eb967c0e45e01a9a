import { expect, it } from 'vitest';
import { serverStateOf } from './server-state.ts';

const session = { origin: 'https://crm.example', token: 't', personId: 'p', personName: 'Rosa', organisation: 'Acme' };

it('says in one word where the extension stands with its server', () => {
  const server = session.origin;
  expect(serverStateOf({ server: null, session: null, isReachable: null })).toBe('no-server');
  expect(serverStateOf({ server, session: null, isReachable: true })).toBe('signed-out');
  expect(serverStateOf({ server, session, isReachable: null })).toBe('unknown');
  expect(serverStateOf({ server, session, isReachable: true })).toBe('reachable');
  expect(serverStateOf({ server, session, isReachable: false })).toBe('unreachable');
});
