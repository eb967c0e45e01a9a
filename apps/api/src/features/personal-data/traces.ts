import { foldName } from '@milepost/core/identity/fold-name';

/** What stands where something was erased. */
export const ERASED = '[erased]';

/** Signs by which somebody is found in text: `everywhere` are theirs alone, `named` only where a row is about them. */
export type Traces = { everywhere: readonly string[]; named: readonly string[] };

const shortestAddress = 5;

/**
 * The traces of somebody. A name may be that of others too, so it is looked for only in rows that are linked to them; an e-mail
 * address or a number is looked for everywhere.
 */
export function tracesOf(rows: readonly Readonly<Record<string, unknown>>[]): Traces {
  const said = (columns: readonly string[]): string[] =>
    rows.flatMap((row) => columns.map((column) => row[column])).filter((value) => typeof value === 'string');
  const addresses = said(['email', 'email_key', 'phone', 'phone_key']).map((text) => text.trim());
  const names = said(['name']).flatMap((name) => [name.trim(), foldName(name)]);
  const unique = (texts: readonly string[]) => [...new Set(texts)].sort((a, b) => b.length - a.length);
  return {
    everywhere: unique(addresses.filter((text) => text.length >= shortestAddress)),
    named: unique(names.filter((name) => name.length > 1 && name !== ERASED)),
  };
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** As it stands within JSON, where quotation marks and the like are written otherwise. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const isWordSign = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/** Ann is not erased from "annual": a trace stands for itself, where its script writes words apart. */
function patternOf(trace: string): string {
  const before = isWordSign.test(trace[0] ?? '') ? '(?<![\\p{L}\\p{N}])' : '';
  const after = isWordSign.test(trace.at(-1) ?? '') ? '(?![\\p{L}\\p{N}])' : '';
  return `${before}${literally(trace)}${after}`;
}

/** Takes traces out of a text. Undefined where there are none. */
export function withoutTraces(text: string, traces: readonly string[]): string | undefined {
  if (traces.length === 0) return undefined;
  const patterns = [...new Set(traces.flatMap((trace) => [trace, inJson(trace)]))].map(patternOf);
  const left = text.replace(new RegExp(patterns.join('|'), 'giu'), ERASED);
  return left === text ? undefined : left;
}

/** Values of a change that say nothing about somebody: references, instants and days, numbers, and words from a list of ours. */
const harmless = /(_id|_at|_on|_bp|_minor|_by)$|^(id|org_id|version|kind|status|source|role|is_\w+|stage_id|category)$/;

/** What a change says, without what it says about somebody. */
export function blankedChange(json: string): string {
  const said = JSON.parse(json) as Record<string, unknown>;
  const left = Object.entries(said).map(([column, value]) => [
    column,
    harmless.test(column) || typeof value === 'number' || typeof value === 'boolean' ? value : null,
  ]);
  return JSON.stringify(Object.fromEntries(left));
}
