/** The part of the catalogue of failures that speaks of handing on, bringing in, taking back and connecting. */
export const keepingFailures = {
  'no-backup': {
    status: 409,
    why: 'Nobody stands in for the owner of this record.',
    fix: 'Name a backup for its account, then give it away again.',
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
  'key-not-allowed': {
    status: 403,
    why: 'This key may not do that.',
    fix: 'Use a key with the scope and the area that this needs; keys, sign-ins and the keeping of the house are for people.',
  },
  'webhook-off': { status: 409, why: 'This webhook is switched off.', fix: 'Switch it on, then send again.' },
  'address-not-public': {
    status: 400,
    why: 'The address does not lead out into the internet.',
    fix: 'Use a public address. Whoever runs this installation can allow private ones.',
  },
  'set-not-undoable': {
    status: 409,
    why: 'What was changed there has been changed again since, or others rest on it.',
    fix: 'Look at the records that are named, and decide one by one.',
  },
  'not-confirmed': { status: 400, why: 'The name that was typed is another.', fix: 'Type it exactly as it is shown.' },
  'still-working-here': { status: 409, why: 'This person still works here.', fix: 'Make them inactive first.' },
  'job-running': { status: 409, why: 'This job is running right now.', fix: 'Look at its run in a moment.' },
  'mail-not-waiting': {
    status: 409,
    why: 'This mail has left, is just leaving, or will not leave any more.',
    fix: 'Load the outbox again; cause the mail anew where it is still needed.',
  },
  'mailbox-off': { status: 409, why: 'This mailbox is switched off.', fix: 'Switch it on, then read it again.' },
  'drop-not-offered': {
    status: 409,
    why: 'This installation takes no mails.',
    fix: 'Ask who runs the server to set MILEPOST_DROP_PORT.',
  },
  'merge-not-undoable': {
    status: 409,
    why: 'Records of this merge were changed afterwards.',
    fix: 'Look at the records that are named, and set them right one by one.',
  },
  'file-not-accepted': {
    status: 400,
    why: 'The file is empty, or it is a program.',
    fix: 'Choose a document, a picture or an archive; put a program that has to be kept into an archive.',
  },
  'file-not-here': {
    status: 503,
    why: 'The file is kept, but it does not lie in the folder of this server.',
    fix: 'Ask who runs the server: with several of them, MILEPOST_FILES has to name one folder that all share.',
  },
} as const satisfies Record<string, { status: number; why: string; fix: string }>;
