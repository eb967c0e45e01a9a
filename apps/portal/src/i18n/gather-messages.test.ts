import { expect, it } from 'vitest';
import { gatherMessages } from './gather-messages.ts';

it('puts the words of a feature under its name, and what belongs to everybody at the top', () => {
  const all = gatherMessages({
    '../targets/locales/en.json': { title: 'Targets', rules: { 'targets.split': { name: 'Split' } } },
    '../pacing/locales/en.json': {
      title: 'Pace',
      rules: { 'pacing.plan': { name: 'Plan' } },
      failures: { 'in-use': { why: 'w' } },
    },
  });
  expect(all).toEqual({
    targets: { title: 'Targets' },
    pacing: { title: 'Pace' },
    rules: { targets: { split: { name: 'Split' } }, pacing: { plan: { name: 'Plan' } } },
    failures: { 'in-use': { why: 'w' } },
  });
});

it('refuses a text that two features state', () => {
  const twice = () =>
    gatherMessages({
      '../a/locales/en.json': { kinds: { sale: 'Sale' } },
      '../b/locales/en.json': { kinds: { sale: 'Deal' } },
    });
  expect(twice).toThrow('stated twice');
});

it('leaves a compiled message whole', () => {
  const compiled = { t: 0, b: { t: 2 } } as never;
  expect(gatherMessages({ '../a/locales/en.json': { title: compiled } })).toEqual({ a: { title: compiled } });
});
