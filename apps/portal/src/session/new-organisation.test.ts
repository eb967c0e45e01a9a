import { expect, it } from 'vitest';
import { deviceName } from './device-name.ts';
import { draftOfPlace } from './new-organisation.ts';

it('proposes what is usual where the browser is', () => {
  const swiss = draftOfPlace({ tag: 'de-CH', timeZone: 'Europe/Zurich', locale: 'en' }).organisation;
  expect(swiss).toMatchObject({ currency: 'CHF', country: 'CH', weekStart: 1, dateFormat: 'dmy', decimalMark: ',' });
  const american = draftOfPlace({ tag: 'en-US', timeZone: 'America/Denver', locale: 'en' }).organisation;
  expect(american).toMatchObject({ currency: 'USD', weekStart: 7, dateFormat: 'mdy', decimalMark: '.' });
  const chinese = draftOfPlace({ tag: 'zh', timeZone: 'Asia/Shanghai', locale: 'zh-Hans' }).organisation;
  expect(chinese).toMatchObject({ currency: 'CNY', country: 'CN', dateFormat: 'ymd', locale: 'zh-Hans' });
});

it('calls a device by its browser and system', () => {
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140 Safari/537 Edg/140')).toBe('Edge · Windows');
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Safari/604')).toBe('Safari · iOS');
  expect(deviceName('curl/8')).toBeNull();
  expect(deviceName(null)).toBeNull();
});
