import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beginFirstReading } from '../capture/first-reading.ts';

export default defineUnlistedScript(beginFirstReading);
