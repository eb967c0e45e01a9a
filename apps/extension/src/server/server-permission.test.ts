import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askForServer } from './server-permission.ts';

beforeEach(() => fakeBrowser.reset());

it('asks for the one server, before anything is awaited', () => {
  const request = vi.fn(async () => true);
  fakeBrowser.permissions.request = request as never;
  void askForServer('https://crm.example:8443');
  expect(request).toHaveBeenCalledWith({ origins: ['https://crm.example/*'] });
});

it('takes a refusal for a refusal, and falls back on what was granted before when asking is impossible', async () => {
  fakeBrowser.permissions.request = (async () => false) as never;
  expect(await askForServer('https://crm.example')).toBe(false);
  fakeBrowser.permissions.request = (async () => {
    throw new Error('must be called during a user gesture');
  }) as never;
  fakeBrowser.permissions.contains = (async () => true) as never;
  expect(await askForServer('https://crm.example')).toBe(true);
});
