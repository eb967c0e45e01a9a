import { screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { mountPage } from '../mounted-page.ts';
import RecordPicker from './RecordPicker.vue';

// Who speaks to the page names what is seen: the name must hold it.
it.each([
  [{ id: 'a', name: 'Huaxin' }, 'Account: Huaxin'],
  [null, 'Account: Choose'],
])('is named by what it is for and what it shows', async (modelValue, name) => {
  await mountPage(RecordPicker, { props: { of: '/accounts', label: 'Account', modelValue } });
  const { textContent } = await screen.findByLabelText(name);
  expect(name).toContain(textContent?.trim());
});
