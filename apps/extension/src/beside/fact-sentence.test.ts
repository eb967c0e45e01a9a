import { panelFactNames } from '@milepost/contract/panel';
import { describe, expect, it } from 'vitest';
import en from '../i18n/en.json';
import { factSentence } from './fact-sentence.ts';

const words: Record<string, string> = en.fact;
const t = (key: string, values: Record<string, string>): string =>
  (words[key.replace('fact.', '')] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
const te = (key: string): boolean => key.replace('fact.', '') in words;
const say = (name: string, values: Record<string, string>) =>
  factSentence({ name: name as 'tier', tone: 'quiet', values, path: null }, { t, te, locale: 'en' });

describe('what the CRM says of a customer', () => {
  it('is a sentence, with days as one writes them', () => {
    expect(say('tier', { tier: 'A' })).toBe('Tier A');
    expect(say('next-step', { subject: 'Call', day: '2026-03-18' })).toBe('Next: Call, Mar 18, 2026');
  });

  it('is told without words of its own where the server is newer', () => {
    expect(say('credit-limit', { count: '2' })).toBe('credit-limit · 2');
  });

  it('has words for every fact there is', () => {
    expect(Object.keys(words).sort()).toEqual([...panelFactNames].sort());
  });
});
