import type { ChangeView } from '@milepost/contract/changes';

/** The rooms of words in which the fields of a subject have their names. */
export const roomOf: Readonly<Record<string, string>> = {
  account: 'accounts',
  api_key: 'api-keys',
  action: 'actions',
  activity: 'activities',
  budget_line: 'budget',
  attachment: 'attachments',
  churn_settings: 'churn.settings',
  churn_model: 'churn.model',
  churn_alert: 'churn',
  churn_override: 'churn.override',
  contact: 'contacts',
  case_study: 'training.case',
  course: 'training',
  course_session: 'training.session',
  attendance: 'training.session',
  enrolment: 'training',
  attempt: 'training.attempt',
  quiz: 'training.quiz',
  learning_plan: 'training.plan',
  custom_field: 'fields',
  department: 'issues.departments',
  event: 'events',
  edition: 'reports',
  edition_comment: 'reports.comment',
  edition_subscription: 'reports.subscription',
  expense: 'expenses',
  expense_limit: 'expenses.limits',
  goal: 'goals',
  led_project: 'goals.project',
  invoice: 'receivables.invoices',
  issue: 'issues',
  kpi: 'kpis',
  lead: 'leads',
  measure_definition: 'measures',
  mix_plan: 'mix',
  mail: 'mail',
  mailbox: 'mailboxes',
  meeting: 'meetings',
  meeting_action: 'meetings',
  opportunity: 'pipeline',
  organisation: 'organisation',
  overview_subscription: 'overview',
  person: 'people',
  pledge: 'reports.pledge',
  product: 'products',
  receipt: 'receivables.receipts',
  receivables_definition: 'receivables.definition',
  rate: 'money',
  role_play: 'role-play.session',
  role_play_scenario: 'role-play.scenarios',
  exercise: 'role-play.exercise',
  renewal: 'churn.renewal',
  risk: 'risks',
  risk_drill: 'risks.drill',
  sale: 'sales',
  stage: 'pipeline',
  target: 'targets',
  team: 'people.teams',
  tier_settings: 'tiers',
  webhook: 'webhooks',
  win_back: 'churn.winBack',
  win_back_template: 'churn.template',
};

/** A field that a change touched, by its key on the wire. What is no plain value (a reference, a list) is told by its name only. */
export type ChangeLine = {
  key: string;
  kind: 'text' | 'money' | 'stage' | 'named';
  /** What a custom field is called. */
  label?: string;
  before: unknown;
  after: unknown;
};

/** Columns for machines: comparison keys, counters, instants of the record itself; and the reason, which the change tells by itself. */
const inner = ['id', 'org_id', 'version', 'created_at', 'updated_at', 'archived_at', 'reason'];
export const isInner = (column: string): boolean => /_key$|_bp$/.test(column) || inner.includes(column);

/** Where the word for a field of a subject may stand, by its key on the wire: in the subject's own room, else among those of all. */
export function wordKeysOf(subject: string, key: string): string[] {
  const bare = key.replace(/Id$|Minor$/, '');
  const rooms = [`${roomOf[subject] ?? subject}.field`, 'changes.field'];
  return rooms.flatMap((room) => [...new Set([`${room}.${key}`, `${room}.${bare}`])]);
}

export const wireKey = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** A list or an object stands in its column as JSON: no text for people. */
function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
const isPlain = (value: unknown): boolean =>
  value === null || ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && !isJson(value));

function kindOf(column: string, value: unknown, was: unknown): ChangeLine['kind'] {
  if (column === 'stage_id') return 'stage';
  if (column.endsWith('_id') || !isPlain(value) || !isPlain(was)) return 'named';
  return column.endsWith('_minor') ? 'money' : 'text';
}

/** The name of a person whose id stands in a column; undefined where it is not known. */
const nameIn = (people: Readonly<Record<string, string>>, value: unknown): string | null | undefined =>
  value === null ? null : people[String(value)];

/**
 * What a change of a record says field by field; nothing for one that made it or took it away. Of people, whose it was and whose it is
 * is told by name.
 */
export function linesOf({
  before,
  after,
  people = {},
  customFields = {},
}: Pick<ChangeView, 'before' | 'after' | 'people' | 'customFields'>): ChangeLine[] {
  if (!before || !after) return [];
  return Object.entries(after)
    .filter(([column, value]) => !isInner(column) && JSON.stringify(value) !== JSON.stringify(before?.[column] ?? null))
    .map(([column, value]) => {
      const own = customFields[column];
      if (own)
        return {
          key: column,
          kind: own.type === 'money' ? 'money' : 'text',
          before: before?.[column] ?? null,
          after: value,
          label: own.name,
        };
      const was = before?.[column] ?? null;
      const key = wireKey(column);
      const [from, to] = [nameIn(people, was), nameIn(people, value)];
      if (column.endsWith('_id') && from !== undefined && to !== undefined && (from ?? to) !== null)
        return { key, kind: 'text', before: from, after: to };
      return { key, kind: kindOf(column, value, was), before: was, after: value };
    });
}
