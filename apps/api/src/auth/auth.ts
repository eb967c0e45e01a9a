import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { bearer, deviceAuthorization } from 'better-auth/plugins';
import type { DatabaseKind } from '../db/dialect.ts';
import type { Db } from '../db/open.ts';

export type AuthOptions = {
  db: Db;
  kind: DatabaseKind;
  /** Public address, e.g. https://milepost.example.org. */
  baseUrl: string;
  secret: string;
  newId: () => string;
  /** Attempts a minute from one address at signing in and at device codes. */
  attemptsPerMinute: number;
};

/** The e-mail clients of the extension: the only OAuth-like client there is. */
export const extensionClientId = 'milepost-extension';

/** Seconds that a session lasts after it was last renewed, and after which using it renews it. */
export const sessionLasts = 60 * 60 * 24 * 30;
export const sessionRenewedAfter = 60 * 60 * 24;

const extensionOrigin = /^(chrome|moz)-extension:\/\/[\w-]+$/;

/**
 * Sessions, passwords (scrypt), device codes (RFC 8628) and rate limits by the auth library on our own database. Nobody
 * signs up by themselves: people come by set-up, invitation or the operator.
 */
export function createAuth({ db, kind, baseUrl, secret, newId, attemptsPerMinute }: AuthOptions) {
  const strict = { window: 60, max: attemptsPerMinute };
  return betterAuth({
    appName: 'Milepost',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    database: { db, type: kind, transaction: true },
    trustedOrigins: (request) => {
      const origins = [baseUrl];
      const origin = request?.headers.get('origin');
      const host = request?.headers.get('host');
      // A browser cannot forge Host; a page that comes from the very host it calls is this portal.
      if (origin && host && new URL(origin).host === host) origins.push(origin);
      if (origin && extensionOrigin.test(origin)) origins.push(origin);
      return origins;
    },
    advanced: {
      // Its tables were brought up to date when the house opened: to look at all of them again takes longer than to open it.
      database: { generateId: newId, validateSchema: false },
      cookiePrefix: 'milepost',
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-milepost-client'] },
    },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: sessionLasts, updateAge: sessionRenewedAfter },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limit',
      window: 60,
      max: 600,
      customRules: { '/sign-in/*': strict, '/change-password': strict, '/device/code': strict },
    },
    plugins: [
      bearer(),
      deviceAuthorization({
        verificationUri: '/device',
        expiresIn: '15m',
        interval: '5s',
        validateClient: (id) => id === extensionClientId,
        schema: { deviceCode: { modelName: 'auth_device_code' } },
      }),
    ],
  });
}
export type Auth = ReturnType<typeof createAuth>;

/** Makes the auth library's own tables. */
export async function migrateAuth(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
}
