/** The part of the catalogue of failures that speaks of targets, deals and money. */
export const planningFailures = {
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
  'stage-last-of-category': {
    status: 409,
    why: 'A pipeline needs a stage where deals are open, one where they are won and one where they are lost.',
    fix: 'Create another stage of this category first.',
  },
  'mentor-full': {
    status: 409,
    why: 'This mentor has no place left.',
    fix: 'Choose another mentor, or have one of their pairs closed first.',
  },
  'mentor-unfit': {
    status: 409,
    why: 'Something stands against this pair.',
    fix: 'See what is named, and choose another mentor.',
  },
  'has-mentor': {
    status: 409,
    why: 'This person already has a mentor.',
    fix: 'Close that pair with its lesson first.',
  },
  'proposal-stale': {
    status: 409,
    why: 'Profiles or pairs have changed since this proposal was made.',
    fix: 'Load the matching again and look at the new proposal.',
  },
  'profile-taken': {
    status: 409,
    why: 'This person already has such a profile.',
    fix: 'Open and change that one.',
  },
  'already-enrolled': {
    status: 409,
    why: 'This person is taking this course already.',
    fix: 'Open the course and go on where it was left.',
  },
  'course-needs-others': {
    status: 409,
    why: 'Other courses come before this one.',
    fix: 'Finish one of each that is named there, or ask your manager to count it as done.',
  },
  'no-attempts-left': {
    status: 409,
    why: 'There are no attempts left.',
    fix: 'Read the material again; your manager can grant a further attempt.',
  },
  'quiz-passed': {
    status: 409,
    why: 'This quiz is passed already.',
    fix: 'Look at the result; take the course once more when its certificate has to be renewed.',
  },
  'attempt-closed': {
    status: 409,
    why: 'This attempt is closed: it was handed in or left, or its time is over.',
    fix: 'Look at its result; start a further attempt if there are any left.',
  },
  'edition-frozen': {
    status: 409,
    why: 'This edition is frozen.',
    fix: 'Say what is to be added in a comment, or in the next edition.',
  },
  'edition-running': {
    status: 409,
    why: 'The span of this edition is not over yet.',
    fix: 'Submit it when its last day is over.',
  },
  'role-play-scored': {
    status: 409,
    why: 'Both have scored this session: its scores stand.',
    fix: 'Look at the result; set up another session to play it again.',
  },
  'issue-state': {
    status: 409,
    why: 'The issue does not stand where this step begins.',
    fix: 'Load it again, and take one of the steps that it offers.',
  },
  'mentorship-ended': {
    status: 409,
    why: 'This pair has ended.',
    fix: 'Look at its lesson; pair the two again if they want to go on.',
  },
  'alert-closed': {
    status: 409,
    why: 'This warning has ended.',
    fix: 'Look at how the customer is today; a plan begins with a warning that is open.',
  },
  'win-back-running': {
    status: 409,
    why: 'A plan is already under way for this warning.',
    fix: 'Work on that one, or say first what came of it.',
  },
  'win-back-ended': {
    status: 409,
    why: 'This plan has ended.',
    fix: 'Look at its outcome; begin another one while there is a warning.',
  },
  'risk-fired': {
    status: 409,
    why: 'The response to this risk is under way.',
    fix: 'Work on its steps, and settle it with what was learnt.',
  },
  'risk-quiet': {
    status: 409,
    why: 'No response to this risk is under way.',
    fix: 'Look at how it stands; begin the response when it has happened.',
  },
} as const satisfies Record<string, { status: number; why: string; fix: string }>;
