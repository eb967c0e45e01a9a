import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '../capture/read-page.ts';

// Text crosses to the panel, not objects: browsers cut results off at a depth that ordinary pages exceed.
export default defineUnlistedScript(() => JSON.stringify(readPage(document, location.href)));
