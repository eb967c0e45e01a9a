import ui from '@nuxt/ui/vue-plugin';
import OptionsApp from '../../options/OptionsApp.vue';
import { mountOwnPage } from '../../panel/mount-own-page.ts';

mountOwnPage(OptionsApp, (app) => app.use(ui));
