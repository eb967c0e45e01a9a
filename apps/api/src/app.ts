import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { signedIn } from './auth/session.ts';
import type { Deps } from './deps.ts';
import { accountRoutes } from './features/accounts/routes.ts';
import { actionRoutes } from './features/actions/routes.ts';
import { activityRoutes } from './features/activities/routes.ts';
import { adjustmentRoutes } from './features/adjustments/routes.ts';
import { apiKeyRoutes } from './features/api-keys/routes.ts';
import { attachmentRoutes } from './features/attachments/routes.ts';
import { attainmentRoutes } from './features/attainment/routes.ts';
import { budgetRoutes } from './features/budget/routes.ts';
import { buyingCentreRoutes } from './features/buying-centre/routes.ts';
import { cadenceRoutes } from './features/cadence/routes.ts';
import { capacityRoutes } from './features/capacity/routes.ts';
import { certificateRoutes } from './features/certificates/routes.ts';
import { verificationRoute } from './features/certificates/verification-route.ts';
import { changeRoutes, liveRoutes } from './features/changes/routes.ts';
import { churnRoutes } from './features/churn/routes.ts';
import { contactRoutes } from './features/contacts/routes.ts';
import { conversionRoutes } from './features/conversion/routes.ts';
import { demoRoutes } from './features/demo/routes.ts';
import { eventRoutes } from './features/events/routes.ts';
import { expenseRoutes } from './features/expenses/routes.ts';
import { fieldRoutes } from './features/fields/routes.ts';
import { figureRoutes } from './features/figures/routes.ts';
import { forecastRoutes } from './features/forecast/routes.ts';
import { funnelRoutes } from './features/funnel/routes.ts';
import { goalRoutes } from './features/goals/routes.ts';
import { leaverRoutes } from './features/hand-over/leaver-routes.ts';
import { handOverRoutes } from './features/hand-over/routes.ts';
import { importRoutes } from './features/imports/routes.ts';
import { issueRoutes } from './features/issues/routes.ts';
import { jobRoutes } from './features/jobs/routes.ts';
import { kpiRoutes } from './features/kpis/routes.ts';
import { ladderRoutes } from './features/ladder/routes.ts';
import { readingRoutes } from './features/leads/reading-routes.ts';
import { leadRoutes } from './features/leads/routes.ts';
import { leaveRoutes } from './features/leave/routes.ts';
import { mailRoutes } from './features/mail/routes.ts';
import { mailboxRoutes } from './features/mailboxes/routes.ts';
import { marketCoverageRoutes } from './features/market-coverage/routes.ts';
import { measureRoutes } from './features/measures/routes.ts';
import { meetingRoutes } from './features/meetings/routes.ts';
import { mentoringRoutes } from './features/mentoring/routes.ts';
import { mergeRoutes } from './features/merges/routes.ts';
import { milestoneRoutes } from './features/milestones/routes.ts';
import { mixRoutes } from './features/mix/routes.ts';
import { moneyRoutes } from './features/money/routes.ts';
import { organisationRoutes } from './features/organisation/routes.ts';
import { overviewRoutes } from './features/overview/routes.ts';
import { pacingRoutes } from './features/pacing/routes.ts';
import { panelRoutes } from './features/panel/routes.ts';
import { invitationRoutes, peopleRoutes } from './features/people/routes.ts';
import { personalDataRoutes } from './features/personal-data/routes.ts';
import { opportunityRoutes, stageRoutes } from './features/pipeline/routes.ts';
import { presenceRoutes } from './features/presence/routes.ts';
import { productRoutes } from './features/products/routes.ts';
import { receivableRoutes } from './features/receivables/routes.ts';
import { reportRoutes } from './features/reports/routes.ts';
import { resourceRoutes } from './features/resources/routes.ts';
import { riskRoutes } from './features/risks/routes.ts';
import { rolePlayRoutes } from './features/role-play/routes.ts';
import { saleRoutes } from './features/sales/routes.ts';
import { satisfactionRoutes } from './features/satisfaction/routes.ts';
import { scorecardRoutes } from './features/scorecard/routes.ts';
import { scoringRoutes } from './features/scoring/routes.ts';
import { searchRoutes } from './features/search/routes.ts';
import { seasonalityRoutes } from './features/seasonality/routes.ts';
import { setUpRoutes } from './features/set-up/routes.ts';
import { skillRoutes } from './features/skills/routes.ts';
import { talkTrackRoutes } from './features/talk-tracks/routes.ts';
import { targetRoutes } from './features/targets/routes.ts';
import { territoryRoutes } from './features/territory/routes.ts';
import { tierRoutes } from './features/tiers/routes.ts';
import { todayRoutes } from './features/today/routes.ts';
import { learningPathRoutes, toolUseRoutes } from './features/training/path-routes.ts';
import { trainingRoutes } from './features/training/routes.ts';
import { viewRoutes } from './features/views/routes.ts';
import { webhookRoutes } from './features/webhooks/routes.ts';
import { calendarFeedRoute, weekRoutes } from './features/week/routes.ts';
import { type App, answerFailures, newApp } from './http/app.ts';
import { describeApi } from './http/describe-api.ts';
import { Failure } from './http/failure.ts';
import { bulkRoutes } from './records/bulk-routes.ts';
import { exportRoutes } from './records/export-routes.ts';
import { timeLineRoutes } from './records/time-line-routes.ts';
import { undoRoutes } from './records/undo-routes.ts';

const extensionOrigin = /^(chrome|moz)-extension:\/\//;
const largestBody = 8 * 1024 * 1024;
const takesFiles = /^\/api\/v1\/(imports|attachments)(\/|$)/;

/** Features that need a signed-in person, in the order in which the description of the API lists them. */
const features: readonly ((app: App, deps: Deps) => void)[] = [
  toolUseRoutes,
  organisationRoutes,
  peopleRoutes,
  accountRoutes,
  contactRoutes,
  activityRoutes,
  buyingCentreRoutes,
  attachmentRoutes,
  timeLineRoutes,
  presenceRoutes,
  productRoutes,
  stageRoutes,
  opportunityRoutes,
  saleRoutes,
  measureRoutes,
  expenseRoutes,
  budgetRoutes,
  moneyRoutes,
  figureRoutes,
  receivableRoutes,
  eventRoutes,
  marketCoverageRoutes,
  leadRoutes,
  readingRoutes,
  panelRoutes,
  conversionRoutes,
  fieldRoutes,
  viewRoutes,
  searchRoutes,
  mergeRoutes,
  importRoutes,
  bulkRoutes,
  exportRoutes,
  targetRoutes,
  scorecardRoutes,
  attainmentRoutes,
  pacingRoutes,
  seasonalityRoutes,
  mixRoutes,
  leaveRoutes,
  handOverRoutes,
  leaverRoutes,
  territoryRoutes,
  capacityRoutes,
  milestoneRoutes,
  reportRoutes,
  resourceRoutes,
  tierRoutes,
  cadenceRoutes,
  weekRoutes,
  funnelRoutes,
  forecastRoutes,
  scoringRoutes,
  actionRoutes,
  todayRoutes,
  talkTrackRoutes,
  skillRoutes,
  ladderRoutes,
  certificateRoutes,
  goalRoutes,
  mentoringRoutes,
  trainingRoutes,
  learningPathRoutes,
  meetingRoutes,
  rolePlayRoutes,
  issueRoutes,
  satisfactionRoutes,
  kpiRoutes,
  churnRoutes,
  overviewRoutes,
  riskRoutes,
  adjustmentRoutes,
  jobRoutes,
  mailRoutes,
  mailboxRoutes,
  apiKeyRoutes,
  webhookRoutes,
  personalDataRoutes,
  changeRoutes,
  undoRoutes,
  liveRoutes,
];

/**
 * The request with the address of its sender, for the limits of attempts. A header of that name from outside is overwritten;
 * behind a proxy (MILEPOST_TRUSTED_PROXY) the last hop's `x-forwarded-for` counts.
 */
function withClient(c: Context): Request {
  const headers = new Headers(c.req.raw.headers);
  const forwarded = process.env['MILEPOST_TRUSTED_PROXY']
    ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined;
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
  headers.set('x-milepost-client', forwarded ?? socket?.remoteAddress ?? '127.0.0.1');
  return new Request(c.req.raw, { headers });
}

/** The whole API under `/api`. */
export function createApp(deps: Deps): App {
  const app = newApp();
  answerFailures(app, deps);
  app.use('*', secureHeaders({ crossOriginResourcePolicy: false }));
  app.use(
    '/api/*',
    cors({
      origin: (origin) => (extensionOrigin.test(origin) ? origin : null),
      allowHeaders: ['authorization', 'content-type', 'if-match', 'idempotency-key'],
      exposeHeaders: ['etag'],
    }),
  );
  app.on(['GET', 'POST'], '/api/auth/*', (c) => deps.auth.handler(withClient(c)));

  const v1 = newApp();
  const limited = bodyLimit({
    maxSize: largestBody,
    onError: () => {
      throw new Failure('too-large');
    },
  });
  // Files are larger than anything else that is sent: what takes them has a limit of its own.
  v1.use('*', (c, next) => (takesFiles.test(c.req.path) ? next() : limited(c, next)));
  setUpRoutes(v1, deps);
  demoRoutes(v1, deps);
  invitationRoutes(v1, deps);
  verificationRoute(v1, deps);
  v1.use('*', signedIn(deps));
  for (const mount of features) mount(v1, deps);
  app.route('/api/v1', v1);
  calendarFeedRoute(app, deps);
  describeApi(app);
  // What comes after answers pages; a mistyped address of the API must not get one.
  app.all('/api/*', (c) => c.notFound());
  return app;
}
