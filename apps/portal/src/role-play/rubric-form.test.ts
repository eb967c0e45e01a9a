import { expect, it } from 'vitest';
import { blankCriterion, scenarioForm, scenarioWire } from './rubric-form.ts';

const criterion = (name: string) => ({ ...blankCriterion(), name, levels: ['a', 'b', 'c', 'd'] });
const whole = {
  ...scenarioForm(null),
  ...{ name: ' Price ', situation: 'One', task: 'Two', customer: 'Three' },
  criteria: [criterion('Need'), criterion('Close')],
};

it('sends a scenario when every level is described, and an exercise only where one is written', () => {
  expect(scenarioWire(whole)).toMatchObject({
    ...{ name: 'Price', minutes: 20 },
    criteria: [
      { name: 'Need', weight: 2, exercise: null, levels: ['a', 'b', 'c', 'd'] },
      { name: 'Close', exercise: null },
    ],
  });
});

it('waits for what is missing, for a number of minutes, and for criteria that differ', () => {
  for (const wrong of [
    { ...whole, task: ' ' },
    { ...whole, minutes: 'long' },
    { ...whole, criteria: [] },
    { ...whole, criteria: [blankCriterion()] },
    { ...whole, criteria: [criterion('Need'), criterion('need')] },
  ])
    expect(scenarioWire(wrong)).toBeNull();
});
