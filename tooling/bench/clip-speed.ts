import { readFileSync } from 'node:fs';
import { pageEvidence } from '@milepost/api/reading/page-evidence';
import { readLeads } from '@milepost/capture/read-leads';
import type { Figure } from './figure.ts';

/** A page's time with a reader that is warm, in milliseconds: the parser is the browser's own there and not counted. */
export function readingTime(path: string): number {
  const evidence = pageEvidence(readFileSync(path, 'utf8'));
  const started = performance.now();
  readLeads(evidence, { country: 'US' });
  return performance.now() - started;
}

export type Timed = { page: string; bytes: number; ms: number };

/** Median, 95th of a hundred, and the largest page. */
export function speedFigures(times: readonly Timed[]): Figure[] {
  if (times.length === 0) return [];
  const sorted = times.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const largest = times.reduce((one, other) => (other.bytes > one.bytes ? other : one));
  return [
    { name: 'reading a page, p50', value: at(0.5), unit: 'ms' },
    { name: 'reading a page, p95', value: at(0.95), unit: 'ms' },
    {
      name: `reading the largest page (${largest.page}, ${Math.round(largest.bytes / 1000)} kB)`,
      value: largest.ms,
      unit: 'ms',
    },
  ];
}
