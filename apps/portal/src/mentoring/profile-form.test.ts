import { expect, it } from 'vitest';
import { withKnownSkills } from './profile-form.ts';

const row = (skill: string, level: number) => ({ skill, level, required: 4, weight: 2 });

it('takes the levels that were seen, keeps what is only said, and adds what is missing', () => {
  const rows = withKnownSkills(
    [row('closing', 2), row('Singing', 5)],
    [
      { skill: 'Closing', level: 4 },
      { skill: 'Calling', level: 1, required: 3, weight: 1 },
    ],
  );
  expect(rows).toEqual([
    { ...row('closing', 4) },
    row('Singing', 5),
    { skill: 'Calling', level: 1, required: 3, weight: 1 },
  ]);
});
