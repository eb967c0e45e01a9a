import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { placeAfterSignIn } from './after-sign-in.ts';
import SetUpPage from './SetUpPage.vue';
import SignInPage from './SignInPage.vue';

const nobody = { needed: false, demo: false, demoSignIns: [] };
const me = { person: { id: 'p', name: 'Ann', email: 'ann@example.org', role: 'rep', teamId: null } };

describe('A1 signing in', () => {
  it('goes on to the page that was asked for', async () => {
    const asked = fakeApi({
      'GET /api/v1/setup': () => nobody,
      'POST /api/auth/sign-in/email': ({ body }) => {
        expect(body).toEqual({ email: 'ann@example.org', password: 'four words in a row' });
        return {};
      },
      'GET /api/v1/me': () => me,
    });
    const { router } = await mountPage(SignInPage, { path: '/sign-in?next=/accounts' });
    await fireEvent.update(screen.getByLabelText('E-mail'), 'ann@example.org');
    await fireEvent.update(screen.getByLabelText('Password'), 'four words in a row');
    await fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/accounts'));
    expect(asked.at(-1)).toBe('GET /api/v1/me');
  });

  it('says that e-mail and password do not belong together, and stays', async () => {
    fakeApi({
      'GET /api/v1/setup': () => nobody,
      'POST /api/auth/sign-in/email': () =>
        new Response(JSON.stringify({ code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' }), {
          status: 401,
        }),
    });
    const { router } = await mountPage(SignInPage, { path: '/sign-in' });
    await fireEvent.update(screen.getByLabelText('E-mail'), 'ann@example.org');
    await fireEvent.update(screen.getByLabelText('Password'), 'wrong');
    await fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).toContain('do not belong together');
    expect(router.currentRoute.value.path).toBe('/sign-in');
  });

  it('offers the demonstration’s people on a demonstration database only', async () => {
    const demoSignIns = [{ name: 'Vera Lindqvist', email: 'vera@demo.example', password: 'x', role: 'admin' }];
    fakeApi({ 'GET /api/v1/setup': () => ({ needed: false, demo: true, demoSignIns }) });
    await mountPage(SignInPage, { path: '/sign-in' });
    expect(await screen.findByRole('button', { name: /Vera Lindqvist/ })).toBeTruthy();
  });

  it('leads to no other server afterwards', () => {
    expect(placeAfterSignIn('/accounts?tier=A')).toBe('/accounts?tier=A');
    for (const trick of ['//evil.example', '/\\evil.example', 'https://evil.example', undefined, ['/a']]) {
      expect(placeAfterSignIn(trick)).toBe('/');
    }
  });
});

describe('A1 the first screen of an installation', () => {
  it('shows a refused password beside its field and goes there', async () => {
    fakeApi({
      'GET /api/v1/setup': () => ({ ...nobody, needed: true }),
      'POST /api/v1/setup': () =>
        refusal(400, 'weak-password', { issues: [{ path: '/password', code: 'weak', message: 'too common' }] }),
    });
    await mountPage(SetUpPage, { path: '/set-up' });
    await fireEvent.update(screen.getByLabelText(/^Name \*|^Name$|^Name\W*$/), 'Ann');
    await fireEvent.submit(
      screen.getByRole('button', { name: 'Create organisation' }).closest('form') as HTMLFormElement,
    );
    expect(await screen.findByText(/Too short, too common/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.getAttribute('autocomplete')).toBe('new-password'));
  });

  it('opens the demonstration instead, and goes to its sign-ins', async () => {
    const asked = fakeApi({
      'GET /api/v1/setup': () => ({ ...nobody, needed: true }),
      'POST /api/v1/demo': ({ body }) => {
        expect(body).toEqual({ locale: 'en' });
        return undefined;
      },
    });
    const { router } = await mountPage(SetUpPage, { path: '/set-up' });
    await fireEvent.click(screen.getByRole('button', { name: 'Open the demonstration' }));
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/sign-in'));
    expect(asked).toContain('POST /api/v1/demo');
  });
});
