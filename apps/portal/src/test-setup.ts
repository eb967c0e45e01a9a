import { useToast } from '@nuxt/ui/composables/useToast';
import { cleanup, configure } from '@testing-library/vue';
import { afterEach } from 'vitest';
import { useWhySheet } from './explain/use-why.ts';
import { forgetApi } from './faked-api.ts';

// What must come is waited for; a second is too little for a machine that has much else to do.
configure({ asyncUtilTimeout: 20_000 });

const desk = { width: 1024, height: 768 };

// All files of a worker share one window and one set of modules, which is four times as fast as new ones: a test leaves nothing behind.
afterEach(() => {
  cleanup();
  forgetApi();
  useWhySheet().isOpen.value = false;
  useToast().clear();
  localStorage.clear();
  sessionStorage.clear();
  (window as unknown as { happyDOM?: { setViewport(size: typeof desk): void } }).happyDOM?.setViewport(desk);
  document.body.replaceChildren();
});
