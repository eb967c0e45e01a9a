import { handIconsOn } from '@milepost/ui/icons';
import { type Component, defineAsyncComponent, getCurrentInstance } from 'vue';

/** A part that is drawn with the component library, which is fetched with the first of them: the opening panel does without. */
export function useLaterPart<Part extends Component>(load: () => Promise<{ default: Part }>) {
  const app = getCurrentInstance()?.appContext.app;
  return defineAsyncComponent(async () => {
    const library = Promise.all([import('@nuxt/ui/vue-plugin'), import('@milepost/ui/iconify-offline')]);
    const [[{ default: ui }, { addIcon }], part] = await Promise.all([library, load()]);
    app?.use(ui);
    handIconsOn(addIcon);
    return part.default;
  });
}
