/** The two of the auth library's tables into which set-up and invitations write, in the same transaction as a person. */
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
