import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSelection } from '../capture/read-page.ts';

// Text crosses to the panel, not objects, as from read-page.
export default defineUnlistedScript(() => JSON.stringify(readSelection(document, location.href)));
