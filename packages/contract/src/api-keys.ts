import * as z from 'zod';
import { Id, Instant, Name, orNull, PersonRef } from './scalars.ts';

export const apiKeyScopes = ['read', 'write'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

/**
 * What a key can be confined to, and the addresses of each area by their first part. Sign-ins, keys, webhooks, erasures, those who
 * leave, the secret addresses of calendars beside the week, and the keeping of the house stand in none: no key reaches them.
 */
export const apiKeyAreas = {
  records: [
    ...['accounts', 'contacts', 'leads', 'clips', 'conversions', 'activities', 'opportunities', 'stages', 'products'],
    ...['sales', 'credits', 'events', 'views', 'imports', 'export', 'changes', 'live', 'capture', 'lines', 'segments'],
    ...['custom-fields', 'tags', 'attachments', 'contact-ties'],
    ...['search', 'duplicates', 'merges', 'today', 'talk-tracks', 'scoring', 'tiers', 'promises'],
    ...['issues', 'issue-board', 'issue-parties', 'departments', 'satisfaction', 'satisfaction-score'],
    ...['churn', 'churn-alerts', 'churn-overrides', 'renewals', 'win-back-templates', 'win-backs'],
  ],
  plan: [
    ...['targets', 'pacing', 'seasonality', 'mix', 'capacity', 'leave', 'milestones', 'checklist-items', 'resources'],
    ...['resource-needs', 'resource-gaps', 'funnel', 'actions', 'figures', 'measures', 'coverage', 'attainment'],
    ...[
      'rate-targets',
      'scorecards',
      'scorecard-standings',
      'forecast',
      'forecast-overrides',
      'absences',
      'hand-overs',
    ],
    ...['territory', 'editions', 'edition-comments', 'edition-subscriptions', 'pledges'],
    ...['kpis', 'kpi-standings', 'overview', 'risks', 'risk-drills'],
  ],
  growth: [
    ...['skills', 'role-profiles', 'assessments', 'skill-standings', 'team-skills', 'rungs', 'ladder', 'careers'],
    ...['certificates', 'awards', 'expiring-awards', 'goals', 'led-projects'],
    ...['mentor-profiles', 'mentee-profiles', 'mentorships', 'mentorship-entries', 'mentoring'],
    ...['courses', 'quizzes', 'course-sessions', 'attendances', 'enrolments', 'attempts', 'case-studies'],
    ...['learning-path', 'learning-plans', 'team-paths', 'tool-training'],
    ...['meetings', 'meeting-actions'],
    ...['role-play-scenarios', 'role-plays', 'role-play-trend', 'exercises'],
  ],
  money: [
    ...['invoices', 'receipts', 'receivables', 'budget', 'budget-lines', 'expenses', 'expense-limits', 'rates'],
    ...['expense-categories', 'missing-rates', 'currencies'],
  ],
  /** Read only, whatever the scope: who works here, and how the organisation is set. */
  people: ['me', 'people', 'teams', 'organisation'],
} as const;
export type ApiKeyArea = keyof typeof apiKeyAreas;
export const apiKeyAreaNames = Object.keys(apiKeyAreas) as [ApiKeyArea, ...ApiKeyArea[]];

/** Requests that one key may make in a minute. */
export const apiKeyRequestsPerMinute = 600;

export const NewApiKey = z.object({
  id: Id,
  name: Name,
  scope: z.enum(apiKeyScopes),
  /** Null is everywhere a key may go. */
  areas: orNull(z.array(z.enum(apiKeyAreaNames)).min(1)).optional(),
  /** Null is until it is revoked. */
  expiresAt: orNull(Instant).optional(),
});
export type NewApiKey = z.infer<typeof NewApiKey>;

export const ApiKeyView = z.object({
  id: Id,
  name: z.string(),
  scope: z.enum(apiKeyScopes),
  areas: orNull(z.array(z.enum(apiKeyAreaNames))),
  /** As whom it acts. */
  person: PersonRef,
  /** The last characters of the secret. */
  ending: z.string(),
  createdAt: Instant,
  expiresAt: orNull(Instant),
  /** To the minute; null when it was never used. */
  lastUsedAt: orNull(Instant),
  revokedAt: orNull(Instant),
  state: z.enum(['active', 'expired', 'revoked']),
});
export type ApiKeyView = z.infer<typeof ApiKeyView>;

/** The answer to making a key: `secret` is shown this once, only its hash is kept. Asked again with the same id, it is gone. */
export const MadeApiKey = ApiKeyView.extend({ secret: orNull(z.string()) });
export type MadeApiKey = z.infer<typeof MadeApiKey>;
/** One's own; administrators see those of everybody. */
export const ApiKeyList = z.object({ items: z.array(ApiKeyView) });
