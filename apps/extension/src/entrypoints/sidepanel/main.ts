import { mountOwnPage } from '../../panel/mount-own-page.ts';
import PanelApp from '../../panel/PanelApp.vue';

mountOwnPage(PanelApp);
