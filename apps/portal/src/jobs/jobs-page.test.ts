import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import JobsPage from './JobsPage.vue';

const run = {
  ...{ id: 'run', name: 'send-mail', startedAt: '2026-03-16T09:00:00.000Z', endedAt: '2026-03-16T09:00:01.000Z' },
  ...{ outcome: 'done', counts: { sent: 3, delayed: 1, failed: 0 }, error: null, by: null },
};
const job = { name: 'send-mail', every: '* * * * *', nextAt: '2026-03-16T09:01:00.000Z', lastRun: run };

it('tells what ran and what was done, in words and never by a count of nothing', async () => {
  const broken = { ...run, id: 'broken', name: 'unheard-of', outcome: 'failed', counts: {}, error: 'the well is dry' };
  fakeApi({ 'GET /api/v1/jobs': () => ({ items: [job], runs: [run, broken] }) });
  await mountPage(JobsPage);
  expect(await screen.findByText('3 sent · 1 to be tried again')).toBeTruthy();
  expect(screen.getByText('the well is dry')).toBeTruthy();
  expect(screen.getByText('unheard-of')).toBeTruthy();
  expect(screen.getAllByText('the clock')).toHaveLength(2);
});

it('runs a job now and says what became of it', async () => {
  fakeApi({
    'GET /api/v1/jobs': () => ({ items: [job], runs: [] }),
    'POST /api/v1/jobs/send-mail/run': () => ({ ...run, outcome: 'idle', counts: {} }),
  });
  await mountPage(JobsPage);
  expect(await screen.findByText(/Nothing ran yet/)).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Run now: Send mail' }));
  expect(await screen.findByText('Nothing to do')).toBeTruthy();
});

it('says why a job that is at work is not begun again', async () => {
  fakeApi({
    'GET /api/v1/jobs': () => ({ items: [job], runs: [] }),
    'POST /api/v1/jobs/send-mail/run': () => refusal(409, 'job-running'),
  });
  await mountPage(JobsPage);
  await screen.findByText(/Nothing ran yet/);
  await fireEvent.click(screen.getByRole('button', { name: 'Run now: Send mail' }));
  await waitFor(() => expect(screen.getByText(/This job is running right now/)).toBeTruthy());
});
