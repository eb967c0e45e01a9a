import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runVectors } from './run-vectors.ts';

const okOf = async (text: string): Promise<(boolean | null)[]> => (await runVectors(text)).map(({ ok }) => ok);

describe('a worked example', () => {
  it('is met when core gives what it expects', async () => {
    const examples = `{
      "apportion.seats": { "input": { "total": 7, "weights": [3, 2, 1] }, "expected": [4, 2, 1] },
      "apportion.seats#2": { "input": { "total": 7, "weights": [3, 2, 1], "method": "webster" }, "expected": [4, 2, 1] },
      "hold.quarter": {
        "input": { "total": 90, "cells": { "Jan": 10, "Feb": 15, "Mar": 20 }, "held": ["Feb"] },
        "expected": { "Jan": 25, "Feb": 15, "Mar": 50 }
      },
      "spread.even": { "input": { "total": 10, "n": 4 }, "expected": [3, 3, 2, 2] },
      "spread.like-last-year": { "input": { "total": 30, "reference": [1, 4, 5] }, "expected": [3, 12, 15] },
      "cascade.7in3": { "input": { "total": 7, "n": 3 }, "expected": [2, 3, 2] },
      "cascade.weighted#1": { "input": { "total": 10, "weights": [1, 0, 3] }, "expected": [3, 0, 7] },
      "ipf.two": {
        "input": { "seed": [[1, 1], [1, 1]], "rows": [30, 70], "cols": [40, 60] },
        "expected": { "limit": [[12, 18], [28, 42]], "after1": [[12, 18], [28, 42]] }
      },
      "calendar.iso53#b": { "input": { "from": 2019, "to": 2027 }, "expected": [2020, 2026] },
      "calendar.nrf53": { "input": { "from": 2015, "to": 2024 }, "expected": [2017, 2023] },
      "calendar.workdays2024": {
        "input": { "year": 2024 },
        "expected": [23, 21, 21, 22, 23, 20, 23, 22, 21, 23, 21, 22]
      },
      "season.bass": { "input": { "p": 0.1, "q": 0.4 }, "expected": { "tPeak": 2.7726, "FatPeak": 0.375 } },
      "rate.wilson#3": { "input": [[5, 10], [0, 0]], "expected": [[0.2366, 0.7634], [0, 1]] },
      "rate.newcombe": { "input": [5, 10, 5, 10], "expected": [-0.3725, 0.3725] },
      "pace.xmr": {
        "input": [10, 12, 11, 13],
        "expected": { "mean": 11.5, "mrbar": 1.6666667, "ucl": 15.9326241, "lcl": 7.0673759 }
      },
      "pace.credibility#1": {
        "input": { "prior": 10, "plan": 10, "actual": 10, "remaining": 0 },
        "expected": {
          "multiplier": 1, "p10p90": [0.7262631, 1.2951264], "remainingMean": 0, "remaining10_50_90": [0, 0, 0]
        }
      },
      "rate.eb": { "source": "alpha0 2, beta0 6", "input": [[1, 2]], "expected": [0.3] },
      "workload.two": { "input": { "accounts": { "A": [10, 12], "B": [40, 4] }, "callsPerRep": 160 }, "expected": 1.75 },
      "forecast.hw": {
        "input": { "series": [1, 2, 1, 2, 1, 2], "period": 2, "alpha": 0.5, "beta": 0.5, "gamma": 0.5 },
        "expected": { "sse": 0, "next3": [1.0, 2.0, 1.0] }
      },
      "lp.wyndor": {
        "input": { "max": [2, 1], "A": [[1, 1], [1, 0]], "b": [4, 3] },
        "expected": { "x": [3, 1], "z": 7, "dual": [1, 1] }
      },
      "lp.shelby": {
        "input": { "max": [2, 1], "A": [[1, 1], [1, 0]], "b": [4, 3], "fixed": 5 },
        "expected": { "x": [3, 1], "net": 2, "dual": [1, 1] }
      },
      "mix.plan50": {
        "input": {
          "gm": [0.5, 0.1], "hoursPerK": [4, 1], "cap": [100, 100], "hours": 130,
          "highShareMin": 0.1, "trafficShareMin": 0.1, "targetMin": 40
        },
        "expected": {
          "gm": 16.0, "x": [30.0, 10.0], "dual": { "hours": 0.1333333, "target": -0.0333333, "mix": 0, "traffic": 0 }
        }
      },
      "mix.infeasible": {
        "input": { "same": "mix.plan50 with hours 40" },
        "expected": {
          "iis": ["hours", "mix", "target"],
          "relaxOnly": { "hours": 52, "target": 30.7692308, "highShare": 0, "traffic": null }
        }
      }
    }`;
    expect((await runVectors(examples)).filter(({ ok }) => ok !== true)).toEqual([]);
  });

  it('is not met when a number, a name or a place differs', async () => {
    const bass = (expected: string): string =>
      `{ "season.bass": { "input": { "p": 0.1, "q": 0.4 }, "expected": ${expected} } }`;
    expect(await okOf(bass('{ "tPeak": 2.773, "FatPeak": 0.375 }'))).toEqual([true]);
    expect(await okOf(bass('{ "tPeak": 2.774, "FatPeak": 0.375 }'))).toEqual([false]);
    expect(await okOf(bass('{ "tPeak": 2.7730, "FatPeak": 0.375 }'))).toEqual([false]);
    expect(await okOf(bass('{ "tPeak": 2.773 }'))).toEqual([false]);
    expect(await okOf(bass('{ "tPeak": 2.773, "share": 0.375 }'))).toEqual([false]);
    expect(await okOf(bass('[2.773, 0.375]'))).toEqual([false]);
    expect(await okOf(bass('2.773'))).toEqual([false]);
    expect(await okOf('{ "cascade.x": { "input": { "total": 2, "n": 2 }, "expected": [1, 1, 0] } }')).toEqual([false]);
  });

  it('printed without a point is exact, unless its neighbours have one', async () => {
    const rate = (expected: string): string => `{ "rate.wilson": { "input": [[1, 29]], "expected": [${expected}] } }`;
    expect(await okOf(rate('[0.0061, 0.1718]'))).toEqual([true]);
    expect(await okOf(rate('[0, 0.2]'))).toEqual([true]);
    expect(await okOf(rate('[0, 0.1718]'))).toEqual([false]);
    expect(await okOf(rate('[0, 0]'))).toEqual([false]);
    expect(await okOf(rate('[6.11e-3, 1.718e-1]'))).toEqual([true]);
  });

  it('that core refuses is not met, and says why', async () => {
    const [verdict] = await runVectors(
      '{ "apportion.x": { "input": { "total": 0.5, "weights": [1] }, "expected": [1] } }',
    );
    expect(verdict).toMatchObject({ key: 'apportion.x', ok: false, got: { error: expect.stringContaining('0.5') } });
  });

  it('of a kind that is not known here is neither met nor missed', async () => {
    const examples = '{ "tarot.fool": { "input": 1, "expected": [2] }, "rate.unheard": { "input": 1, "expected": 2 } }';
    expect(await runVectors(examples)).toEqual([
      { key: 'tarot.fool', ok: null, got: null, expected: [2] },
      { key: 'rate.unheard', ok: null, got: null, expected: 2 },
    ]);
  });

  it('is refused when it has no shape of one', async () => {
    await expect(runVectors('[1]')).rejects.toThrow(TypeError);
    await expect(runVectors('{ "a.b": { "input": 1 } }')).rejects.toThrow(/nothing/);
    await expect(runVectors('{')).rejects.toThrow(SyntaxError);
  });
});

describe('npm run golden', () => {
  const run = promisify(execFile);
  const program = fileURLToPath(new URL('golden.ts', import.meta.url));
  const fileOf = async (text: string): Promise<string> => {
    const file = join(await mkdtemp(join(tmpdir(), 'golden-')), 'examples.json');
    await writeFile(file, text);
    return file;
  };

  it('prints one JSON line an example and ends with 0 when all are met', async () => {
    const file = await fileOf(`{
      "cascade.a": { "input": { "total": 2, "n": 2 }, "expected": [1, 1] },
      "tarot.fool": { "input": 1, "expected": 2 }
    }`);
    const { stdout } = await run(process.execPath, [program, file]);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { key: 'cascade.a', ok: true, got: [1, 1], expected: [1, 1] },
      { key: 'tarot.fool', ok: null, got: null, expected: 2 },
    ]);
  });

  it('ends with 1 when one is missed, and with 2 when there is nothing to read', async () => {
    const missed = await fileOf('{ "cascade.a": { "input": { "total": 2, "n": 2 }, "expected": [2, 0] } }');
    await expect(run(process.execPath, [program, missed])).rejects.toMatchObject({ code: 1 });
    await expect(run(process.execPath, [program])).rejects.toMatchObject({ code: 2 });
    await expect(run(process.execPath, [program, `${missed}.gone`])).rejects.toMatchObject({ code: 2 });
  });
});
