import type { Locale } from '@milepost/contract/organisation';
import type {
  EditionChartName,
  EditionFigureName,
  EditionSectionName,
  EditionTableName,
  PledgeKind,
  UnknownReason,
} from '@milepost/contract/reports';
import type { MovementKind } from '@milepost/core/forecast/pipeline-movement';
import type { EditionKind } from '@milepost/core/reports/edition-span';
import type { PledgeStanding } from '@milepost/core/reports/pledge';
import { en } from './words-en.ts';
import { zhHans } from './words-zh-hans.ts';
import { zhHant } from './words-zh-hant.ts';

/** Words that stand at values of charts and tables, beside names. */
export type LabelWord =
  | MovementKind
  | 'start'
  | 'end'
  | 'none'
  | 'outOfSight'
  | 'bucket0'
  | 'bucket1'
  | 'bucket2'
  | 'bucket3'
  | 'bucket4';

/** What a report says on paper and in a workbook. The portal has words of its own in its locales. */
export type EditionWords = {
  title: Readonly<Record<EditionKind, string>>;
  sections: Readonly<Record<EditionSectionName, string>>;
  figures: Readonly<Record<EditionFigureName, string>>;
  charts: Readonly<Record<EditionChartName, string>>;
  tables: Readonly<Record<EditionTableName, string>>;
  labels: Readonly<Record<LabelWord, string>>;
  reasons: Readonly<Record<UnknownReason, string>>;
  pledgeKinds: Readonly<Record<PledgeKind, string>>;
  standings: Readonly<Record<PledgeStanding, string>>;
  contents: string;
  opening: string;
  nothingDue: string;
  made: string;
  nothingMade: string;
  words: string;
  achieved: string;
  obstacles: string;
  outlook: string;
  nothingSaid: string;
  comments: string;
  noComments: string;
  changed: string;
  changedSentence: string;
  figure: string;
  value: string;
  before: string;
  note: string;
  unit: string;
  name: string;
  beside: string;
  share: string;
  span: string;
  dueOn: string;
  kind: string;
  text: string;
  standing: string;
  settledOn: string;
  by: string;
  at: string;
  was: string;
  now: string;
  difference: string;
  section: string;
  chart: string;
  chartValues: string;
  /** Columns behind a chart of steps: how far a step is lifted, its parts on either side of zero, and room for its text. */
  lifted: string;
  above: string;
  below: string;
  room: string;
  /** `{sum}` could not be counted in. */
  leftOut(sum: string): string;
  more(count: number): string;
  asOf(day: string): string;
  draft: string;
  submitted(at: string): string;
  closed(at: string): string;
  signed(name: string, at: string): string;
  hash(hash: string): string;
  page(at: number, of: number): string;
  units: Readonly<Record<'money' | 'count' | 'ratio', string>>;
};

const byLocale: Readonly<Record<Locale, EditionWords>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
export const editionWords = (locale: Locale): EditionWords => byLocale[locale];
