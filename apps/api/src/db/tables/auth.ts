/** Those of the auth library's tables into which people's own deeds write, in the same transaction as a person. */
export type AuthUserTable = {
  id: string;
  name: string;
  email: string;
  emailVerified: unknown;
  createdAt: unknown;
  updatedAt: unknown;
};
export type AuthAccountTable = {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: unknown;
  updatedAt: unknown;
};
/** `expiresAt` is an instant of the database's own kind, which compares with ISO-Z text. */
export type AuthSessionTable = { id: string; userId: string; token: string; expiresAt: string };
