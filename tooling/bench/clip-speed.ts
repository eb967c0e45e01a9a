import { readFileSync } from 'node:fs';
import { pageEvidence } from '@milepost/api/reading/page-evidence';
import { readLeads } from '@milepost/capture/read-leads';
import type { Figure } from './figure.ts';

const ownMs = (): number => process.cpuUsage().user / 1000;

/**
 * What reading a page costs this process, in milliseconds; what others take from the machine meanwhile is not counted, nor is
 * parsing, which is the browser's own there.
 */
export function readingTime(path: string): number {
  const evidence = pageEvidence(readFileSync(path, 'utf8'));
  const started = ownMs();
  readLeads(evidence, { country: 'US', now: ownMs });
  return ownMs() - started;
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
