import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { type Files, type Violation, violationsIn } from './small-house.ts';

/** A house in which everyone knows only whom they may. */
const goodHouse: Files = {
  'packages/core/src/money/money.ts': 'export const cents = 100;\n',
  'packages/core/src/targets/plan.ts': "import { cents } from '../money/money.ts';\nexport const plan = cents;\n",
  'packages/core/src/targets/plan.test.ts':
    "import { test } from 'vitest';\nimport fc from 'fast-check';\nimport { plan } from './plan.ts';\ntest(String(plan), () => fc);\n",
  'packages/capture/src/phone.ts': "import { parse } from 'libphonenumber-js';\nexport const phone = parse;\n",
  'packages/capture/src/phone.test.ts': "import { parseHTML } from 'linkedom';\nexport const seen = parseHTML;\n",
  'packages/contract/src/targets.ts':
    "import { z } from 'zod';\nimport { plan } from '@milepost/core/targets/plan';\nexport const schema = [z, plan];\n",
  'packages/core/src/lp/lp.ts': 'export const lp = 1;\n',
  'packages/solver/src/highs-solver.ts':
    "import { lp } from '@milepost/core/lp/lp';\nimport { solve } from 'highs';\nexport const solver = [lp, solve];\n",
  'packages/solver/src/solver.test.ts':
    "import { test } from 'vitest';\nimport { plan } from '@milepost/core/targets/plan';\nimport { solver } from './highs-solver.ts';\ntest(String(plan), () => solver);\n",
  'packages/ui/src/icon.ts': 'export const icon = 1;\n',
  'packages/ui/src/FactCard.vue':
    '<script setup lang="ts">\nimport { icon } from \'./icon.ts\';\n</script>\n<template><p>{{ icon }}</p></template>\n',
  'apps/api/src/db/open.ts':
    "import { Kysely } from 'kysely';\nimport pg from 'pg';\nexport const open = [Kysely, pg];\n",
  'apps/api/src/db/testing.ts': "import { test } from 'vitest';\nexport const testing = test;\n",
  'apps/api/src/features/targets/store.ts': "import { sql } from 'kysely';\nexport const targets = sql;\n",
  'apps/api/src/features/targets/set-target.ts':
    "import { plan } from '@milepost/core/targets/plan';\nimport { targets } from './store.ts';\nexport const setTarget = [plan, targets];\n",
  'apps/api/src/features/targets/views.ts': 'export const view = 1;\n',
  'apps/api/src/features/demo/people-of-demo.ts': "import '../targets/set-target.ts';\n",
  'apps/portal/src/people/PersonPicker.vue': '<template><p>x</p></template>\n',
  'apps/portal/src/explain/use-why.ts': 'export const why = 1;\n',
  'apps/portal/src/accounts/AccountForm.vue':
    "<script setup lang=\"ts\">\nimport PersonPicker from '../people/PersonPicker.vue';\nimport { why } from '../explain/use-why.ts';\n</script>\n<template><PersonPicker :why /></template>\n",
  'apps/api/src/features/pacing/read-pacing.ts':
    "import { targets } from '../targets/store.ts';\nimport { phone } from '@milepost/capture/phone';\nimport { solver } from '@milepost/solver/highs-solver';\nexport const pacing = [targets, phone, solver];\n",
  'apps/portal/src/targets/targets.queries.ts':
    "import { schema } from '@milepost/contract/targets';\nexport const query = schema;\n",
  'apps/portal/src/targets/target-chart.ts': 'export const chart = 1;\n',
  'apps/portal/src/pacing/PacingPage.vue':
    "<script setup lang=\"ts\">\nimport { query } from '../targets/targets.queries.ts';\nimport FactCard from '@milepost/ui/FactCard.vue';\n</script>\n<template><FactCard :query /></template>\n",
  'packages/core/src/targets/egg.ts': 'export const egg = 1;\n',
  'packages/core/src/targets/hen.ts': "import './egg.ts';\n",
  'apps/extension/src/outbox/outbox.ts':
    "import { phone } from '@milepost/capture/phone';\nexport const outbox = phone;\n",
};

const vue = (text: string) => `<script setup lang="ts">\n${text}</script>\n<template><p>x</p></template>\n`;

/** For every rule at least one file that breaks it, alone. */
const broken: [rule: string, file: string, text: string][] = [
  ['1-core-imports-nothing-outside-itself', 'packages/core/src/money/clock.ts', "import 'node:fs';\n"],
  ['1-core-imports-nothing-outside-itself', 'packages/core/src/money/schema.ts', "import 'zod';\n"],
  [
    '1-core-imports-nothing-outside-itself',
    'packages/core/src/money/wire.ts',
    "import '@milepost/contract/targets';\n",
  ],
  [
    '1-core-imports-nothing-outside-itself',
    'packages/core/src/money/type.ts',
    "import type { Kysely } from 'kysely';\n",
  ],
  ['1-tests-of-core-import-core-and-test-tools', 'packages/core/src/money/disk.test.ts', "import 'node:fs';\n"],
  ['2-capture-imports-nothing-of-the-house', 'packages/capture/src/name.ts', "import '@milepost/core/money/money';\n"],
  ['2-capture-runs-anywhere', 'packages/capture/src/disk.ts', "import 'node:fs';\n"],
  ['2-capture-runs-anywhere', 'packages/capture/src/dom.ts', "import 'linkedom';\n"],
  ['3-contract-imports-core-and-zod-only', 'packages/contract/src/leads.ts', "import '@milepost/capture/phone';\n"],
  ['3-contract-imports-core-and-zod-only', 'packages/contract/src/routes.ts', "import 'hono';\n"],
  ['4-ui-knows-no-subject', 'packages/ui/src/TargetCard.vue', vue("import '@milepost/core/targets/plan';\n")],
  ['5-api-never-imports-a-screen', 'apps/api/src/features/targets/card.ts', "import '@milepost/ui/icon';\n"],
  ['5-api-never-imports-a-screen', 'apps/api/src/page.ts', "import '../../portal/src/targets/target-chart.ts';\n"],
  ['6-screens-never-import-the-api', 'apps/portal/src/DirectPage.vue', vue("import '@milepost/api/db/open';\n")],
  ['6-screens-never-import-the-api', 'apps/extension/src/outbox/sql.ts', "import 'better-sqlite3';\n"],
  [
    '6-portal-and-extension-are-strangers',
    'apps/portal/src/coat.ts',
    "import '../../extension/src/outbox/outbox.ts';\n",
  ],
  [
    '6-portal-and-extension-are-strangers',
    'apps/extension/src/room.ts',
    "import '../../portal/src/targets/target-chart.ts';\n",
  ],
  ['6-portal-does-not-read-pages', 'apps/portal/src/ReadPage.vue', vue("import '@milepost/capture/phone';\n")],
  ['7-features-meet-through-stores', 'apps/api/src/features/pacing/peek.ts', "import '../targets/set-target.ts';\n"],
  [
    '7-portal-features-meet-through-queries',
    'apps/portal/src/pacing/PeekPage.vue',
    vue("import { chart } from '../targets/target-chart.ts';\n"),
  ],
  [
    '7-the-demonstration-does-what-people-do',
    'apps/api/src/features/demo/open-demo.ts',
    "import '../targets/views.ts';\n",
  ],
  ['8-only-stores-speak-kysely', 'apps/api/src/features/targets/routes.ts', "import type { Kysely } from 'kysely';\n"],
  ['9-no-circular-imports', 'packages/core/src/targets/egg.ts', "import './hen.ts';\n"],
  [
    '10-solver-knows-the-port-and-highs',
    'packages/solver/src/mix.ts',
    "import { plan } from '@milepost/core/targets/plan';\nexport const mix = plan;\n",
  ],
  ['10-solver-knows-the-port-and-highs', 'packages/solver/src/disk.ts', "import 'node:fs';\n"],
  ['10-nobody-else-knows-highs', 'apps/api/src/features/targets/solve.ts', "import 'highs';\n"],
  ['10-nobody-else-knows-highs', 'apps/portal/src/SolvePage.vue', vue("import 'highs';\n")],
  ['tests-stay-tests', 'apps/api/src/features/targets/seed.ts', "import '../../db/testing.ts';\n"],
  ['tests-stay-tests', 'packages/ui/src/fake.ts', "import 'vitest';\n"],
  ['every-import-is-found', 'apps/extension/src/lost.ts', "import './nowhere.ts';\n"],
];

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};

describe('who may know whom', () => {
  test('a house in which everyone knows only whom they may passes', () => {
    expect(violationsIn(goodHouse)).toEqual([]);
  });

  let found: Violation[] = [];
  test('every rule of the import check fails when it is broken on purpose', () => {
    found = violationsIn({ ...goodHouse, ...Object.fromEntries(broken.map(([, file, text]) => [file, text])) });
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  test.each(broken)('%s is broken by %s', (rule, file) => {
    expect(found.filter(({ from }) => from === file).map((violation) => violation.rule)).toContain(rule);
  });

  test('files that were not broken are not blamed', () => {
    const known = new Set(broken.map(([, file]) => file));
    expect(found.filter(({ from }) => !known.has(from))).toEqual([]);
  });

  test('two files whose types know each other are no circle', () => {
    const types = {
      'packages/core/src/targets/left.ts':
        "import type { Right } from './right.ts';\nexport type Left = { right?: Right };\n",
      'packages/core/src/targets/right.ts':
        "import type { Left } from './left.ts';\nexport type Right = { left?: Left };\n",
    };
    expect(violationsIn(types)).toEqual([]);
  });
});
