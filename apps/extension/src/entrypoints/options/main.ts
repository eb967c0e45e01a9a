import OptionsApp from '../../options/OptionsApp.vue';
import { mountOwnPage } from '../../panel/mount-own-page.ts';

mountOwnPage(OptionsApp);
