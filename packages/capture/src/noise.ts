import { isWithin, type Line, type PageText, type Place } from './page-text.ts';

const COOKIE_BANNER = /cookie|consent|gdpr|onetrust|cybot|didomi|usercentrics/i;
const CREDIT =
  /(?:©|copyright).*\bwebsite\s*:|\b(?:web\s?sites?|site|web|pages?)?\s?(?:design(?:ed)?|develop(?:ed|ment)|created|built|powered|hosted|maintained|made)\s?(?:and (?:developed|hosted|maintained) )?(?:\w+ )?by\b|\bwebsite by\b|\bsite by\b|\bweb design\b|技术支持|技術支援|网站建设|網站設計|网页设计|设计制作|webdesign|création (?:du )?site|réalisation|réalisé par|hébergeur|hébergement|hébergé par|umsetzung|realisierung|website van|gemaakt door|diseño web|sito realizzato|создание сайт|разработка сайт|ホームページ制作|サイト制作/iu;
const LONGEST_CREDIT = 120;

/** Tells which lines are a cookie banner or a credit to whoever made the site. */
export function noiseOf(page: PageText): (line: Line) => boolean {
  const banners = page.places.filter((place) => isCookieBanner(place));
  const noisy = new Set<number>();
  for (const line of page.lines) {
    if (banners.some((banner) => isWithin(line.block, banner)) || isCredit(line.text)) noisy.add(line.index);
  }
  return (line) => noisy.has(line.index);
}

function isCookieBanner(place: Place): boolean {
  const attrs = place.node.attrs;
  if (attrs === undefined || place.depth < 1 || place.last - place.order > 200) return false;
  return COOKIE_BANNER.test(`${attrs['id'] ?? ''} ${attrs['class'] ?? ''}`);
}

const isCredit = (text: string): boolean => text.length <= LONGEST_CREDIT && CREDIT.test(text);
