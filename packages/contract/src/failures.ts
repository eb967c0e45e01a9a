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
  'no-backup': {
    status: 409,
    why: 'Nobody stands in for the owner of this record.',
    fix: 'Name a backup for its account, then give it away again.',
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
  'stage-needs-close-day': {
    status: 400,
    why: 'A deal in this stage needs a close date and an amount.',
    fix: 'Enter both.',
  },
  'split-not-whole': {
    status: 400,
    why: 'The shares of a split do not add up to 100 %.',
    fix: 'Change the shares until they do.',
  },
  'amount-out-of-range': {
    status: 400,
    why: 'The amount is larger than can be kept exactly.',
    fix: 'Check the amount and its unit.',
  },
  'mixed-currencies': {
    status: 422,
    why: 'The amounts are in several currencies and a total would need a rate.',
    fix: 'Filter by currency, or enter a rate.',
  },
  'file-unreadable': {
    status: 400,
    why: 'The file could not be read as a table.',
    fix: 'Save it as CSV or XLSX and try again.',
  },
  'import-needs-answer': {
    status: 409,
    why: 'The import needs a decision before it can go on.',
    fix: 'Answer the open questions and start it again.',
  },
  'import-not-undoable': {
    status: 409,
    why: 'Records of this import were changed afterwards.',
    fix: 'Open the listed records and decide one by one.',
  },
  'mapping-incomplete': { status: 400, why: 'A required column is not mapped.', fix: 'Map the fields that are named.' },
  'target-axis-absent': { status: 400, why: 'This measure has no such axis.', fix: 'Leave the axis out.' },
  'target-not-shared': { status: 409, why: 'A share is not shared out.', fix: 'State it for a team or person.' },
  'target-shared': { status: 409, why: 'This target is shared out.', fix: 'Edit its cells instead.' },
  'target-measures-differ': { status: 400, why: 'Several measures have no sum.', fix: 'Ask for one measure.' },
  'measure-without-bridge': { status: 400, why: 'Only the gap of revenue has causes.', fix: 'Ask for revenue.' },
  'scorecard-weights': { status: 400, why: 'The weights do not sum to 100 %.', fix: 'Mend the difference.' },
  'scorecard-overlap': { status: 409, why: 'Another scorecard holds on these days.', fix: 'End it first.' },
  'target-not-balanced': {
    status: 409,
    why: 'The target is not fully and exactly allocated.',
    fix: 'Bring unallocated and over-allocated to zero, then publish.',
  },
  'target-over-committed': {
    status: 409,
    why: 'The locked cells already hold more than the new value.',
    fix: 'Unlock one of the named cells, or choose a larger value.',
  },
  'target-published': {
    status: 409,
    why: 'A published target is not edited.',
    fix: 'Amend it from a day on, with a reason.',
  },
  'target-not-draft': {
    status: 409,
    why: 'The target is with its people, who answer to the numbers as they stand.',
    fix: 'Withdraw it with a reason, then change it.',
  },
  'target-not-submitted': {
    status: 409,
    why: 'The target does not wait for answers now.',
    fix: 'Load it again and see where it stands.',
  },
  'target-disputed': {
    status: 409,
    why: 'Somebody disputes their quota, and nobody has answered yet.',
    fix: 'Let the quota stand with a reason, or withdraw the target and change it.',
  },
  'target-not-published': {
    status: 409,
    why: 'Only a published target is amended.',
    fix: 'Edit the draft, or amend the version that counts.',
  },
  'year-taken': {
    status: 409,
    why: 'This fiscal year already has one.',
    fix: 'Open and change that one, or archive it first.',
  },
  'reason-missing': { status: 400, why: 'This step needs a reason.', fix: 'Write one sentence that says why.' },
  'already-known': { status: 409, why: 'This is already known to a colleague.', fix: 'Ask your manager.' },
  'leave-overlaps': {
    status: 409,
    why: 'This person is already away on some of these days.',
    fix: 'Choose other days, or change the other leave.',
  },
  'leave-covers': {
    status: 409,
    why: 'This person stands in for somebody who is away on some of these days.',
    fix: 'Choose other days, or give what they stand in for to another backup first.',
  },
  'still-owns': {
    status: 409,
    why: 'Something is still in the name of this person.',
    fix: 'Hand over what is listed, then finish.',
  },
  'backup-missing': {
    status: 409,
    why: 'It has no backup who could take over.',
    fix: 'Hand it over to a person you name.',
  },
  'regrouping-touched': {
    status: 409,
    why: 'Accounts of this regrouping were changed afterwards.',
    fix: 'Open the listed accounts and decide one by one.',
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
  'rate-taken': {
    status: 409,
    why: 'There is a rate of this currency for this time already.',
    fix: 'Change that one.',
  },
  'missing-rate': {
    status: 422,
    why: 'An exchange rate is missing, so there is no total.',
    fix: 'Have the rates that are named entered under Settings, or look at one currency alone.',
  },
  'currency-change-unsaid': {
    status: 409,
    why: 'Another currency means another amount, and nothing says which.',
    fix: 'Say whether the amount is converted or keeps its number, or state the new one.',
  },
  'job-running': {
    status: 409,
    why: 'This job is running right now.',
    fix: 'Look at its run in a moment.',
  },
  'mail-not-waiting': {
    status: 409,
    why: 'This mail has left, is just leaving, or will not leave any more.',
    fix: 'Load the outbox again; cause the mail anew where it is still needed.',
  },
  'merge-not-undoable': {
    status: 409,
    why: 'Records of this merge were changed afterwards.',
    fix: 'Look at the records that are named, and set them right one by one.',
  },
  'stage-last-of-category': {
    status: 409,
    why: 'A pipeline needs a stage where deals are open, one where they are won and one where they are lost.',
    fix: 'Create another stage of this category first.',
  },
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
