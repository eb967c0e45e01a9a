import { keepingFailures } from './keeping-failures.ts';
import { planningFailures } from './planning-failures.ts';

/**
 * The catalogue of failures. A code is permanent: it never changes its meaning and is never used again for another.
 * `why` says what happened, `fix` what to do next; the portal translates both by `failures.<code>.why` and `.fix`.
 */
export const failures = {
  'not-signed-in': { status: 401, why: 'You are not signed in.', fix: 'Sign in and try again.' },
  'not-allowed': { status: 403, why: 'Your role does not allow this.', fix: 'Ask an administrator.' },
  'not-found': {
    status: 404,
    why: 'There is nothing here that you can see.',
    fix: 'Check the address, or ask your manager.',
  },
  'invalid-input': {
    status: 400,
    why: 'Some of what was sent cannot be read.',
    fix: 'Correct the fields that are named and send again.',
  },
  'too-large': {
    status: 413,
    why: 'What was sent is larger than the limit.',
    fix: 'Send a smaller file, or split it.',
  },
  'too-many-requests': { status: 429, why: 'Too many attempts in a short time.', fix: 'Wait a minute and try again.' },
  internal: {
    status: 500,
    why: 'Something went wrong on our side.',
    fix: 'Try again; if it stays, tell the administrator the number shown.',
  },
  'version-missing': {
    status: 428,
    why: 'The change does not say which version it saw.',
    fix: 'Load the record again and send If-Match.',
  },
  'version-clash': {
    status: 412,
    why: 'Somebody else changed this record meanwhile.',
    fix: 'Compare both states and save again.',
  },
  'id-taken': { status: 409, why: 'Another record already has this id.', fix: 'Create it with a new id.' },
  'action-open': {
    status: 409,
    why: 'An action is already open for this measure and scope.',
    fix: 'Work on the one that is open, or close it first.',
  },
  'name-taken': { status: 409, why: 'This name is already in use.', fix: 'Choose another name.' },
  'already-set-up': {
    status: 409,
    why: 'This installation already has an organisation.',
    fix: 'Sign in, or ask its administrator for an invitation.',
  },
  'email-taken': {
    status: 409,
    why: 'A person with this e-mail address already exists.',
    fix: 'Use another address, or sign in.',
  },
  'weak-password': {
    status: 400,
    why: 'The password is too short or too common.',
    fix: 'Choose at least 12 characters that are not a common password.',
  },
  'invitation-gone': {
    status: 410,
    why: 'The invitation was used, withdrawn or has expired.',
    fix: 'Ask for a new invitation.',
  },
  'last-admin': { status: 409, why: 'This is the last administrator.', fix: 'Make somebody else administrator first.' },
  'team-loop': { status: 409, why: 'A team cannot stand below itself.', fix: 'Choose another parent team.' },
  'in-use': { status: 409, why: 'Other records still use this.', fix: 'Move them first; they are listed.' },
  archived: { status: 409, why: 'The record is archived.', fix: 'Restore it first.' },
  'owner-unknown': {
    status: 400,
    why: 'The owner is not a person you can see.',
    fix: 'Choose somebody of your own teams.',
  },
  'reference-unknown': {
    status: 400,
    why: 'A record that is referred to does not exist or is out of your sight.',
    fix: 'Choose another one.',
  },
  'reason-missing': { status: 400, why: 'This step needs a reason.', fix: 'Write one sentence that says why.' },
  'already-known': { status: 409, why: 'This is already known to a colleague.', fix: 'Ask your manager.' },
  'mail-logged-before': {
    status: 409,
    why: 'This mail was logged before.',
    fix: 'Look at the customer’s line: it stands there.',
  },
  'sale-of-opportunity': {
    status: 409,
    why: 'This sale is the win of a deal and says what the deal says.',
    fix: 'Change or reopen the deal instead.',
  },
  'own-claim': {
    status: 403,
    why: 'Nobody decides on their own claim.',
    fix: 'Ask your manager, or another administrator.',
  },
  'claim-in-other-status': {
    status: 409,
    why: 'The claim does not stand where this step begins.',
    fix: 'Load it again and look at its status.',
  },
  'receipt-not-readable': {
    status: 400,
    why: 'The receipt is neither a picture nor a PDF.',
    fix: 'Choose a JPEG, PNG, WebP or PDF file.',
  },
  ...planningFailures,
  ...keepingFailures,
} as const satisfies Record<string, { status: number; why: string; fix: string }>;

export type FailureCode = keyof typeof failures;

/** One field or row that stopped a request. `path` is a JSON pointer into what was sent, or `row N`. */
export type Issue = { path: string; code: string; message: string; value?: string | null };

/** RFC 9457 problem document. `type` is a stable URN made of the code. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: FailureCode;
  detail: string;
  fix: string;
  issues?: Issue[];
  /** On 412: the record as it stands now, so both states can be shown. */
  current?: unknown;
  /** On 500: the number to tell the administrator. */
  incident?: string;
};
