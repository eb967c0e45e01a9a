const browsers: [RegExp, string][] = [
  [/\bMilepost\b/i, 'Milepost'],
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Browser and system of a user agent, as far as they are known: "Firefox · Windows". Null when nothing is recognised. */
export function deviceName(userAgent: string | null): string | null {
  const names = [browsers, systems].flatMap((list) => list.find(([mark]) => mark.test(userAgent ?? ''))?.[1] ?? []);
  return names.length ? names.join(' · ') : null;
}
