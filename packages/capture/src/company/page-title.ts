/** A part of a page's title, between the signs that titles are joined with. */
export type TitlePart = { text: string; start: number; count: number; isOnly: boolean };

const JOINT =
  /\s+[|–—•·»«:/~-]+\s+|\s*[|»«•·｜]\s*|\s*::\s*|:\s+|\s*_\s*|(?<=[\u3400-\u9fff])[-–—](?=[\u3400-\u9fff])|\s-(?=\p{L})/gu;

/** Words that name a kind of page, not whose page it is. */
const PAGE_WORDS =
  /^(?:\(\d+\)\s*)?(?:contact(?:s| us| me| information| info| details| page| form)?|contacting.*|get in touch|(?:contact )?(?:and )?about(?: us| me| the company)?|home(?: ?page)?|welcome|index|main(?: page)?|start(?:seite)?|team|our (?:team|staff|people|story|company|services)|meet the team|staff(?: directory| bios)?|faculty(?: (?:and|&) staff)?|(?:our )?(?:leadership|management)(?: team)?|board(?: of directors)?|executives|members|people|directory|company(?: directory| profile| info(?:rmation)?)?|locations?|offices?|our offices|history|testimonials?|reviews?|faqs?|news|blog|products?|services?|careers?|jobs|support|help|customer (?:service|support|care)|login|sign in|search|sitemap|site map|privacy(?: policy)?|terms.*|legal(?: notice)?|imprint|impressum|kontakt|über uns|team|ansprechpartner|anfahrt|unternehmen|mentions légales|contactez[- ]nous|nous contacter|qui sommes[- ]nous|à propos|accueil|équipe|contacto|contáctenos|quiénes somos|inicio|aviso legal|contatti|chi siamo|contato|fale conosco|sobre(?: nós)?|quem somos|over ons|colofon|om oss|om os|yhteystiedot|o nas|o firmie|kontakty|o nás|kapcsolat|rólunk|iletişim|hakkımızda|контакты|о компании|о нас|контакти|επικοινωνία|联系我们|关于我们|公司简介|首页|联系方式|聯絡我們|關於我們|公司簡介|首頁|お問い合わせ|会社概要|会社案内|アクセス|トップページ|회사소개|오시는길|연락처|untitled.*|new page.*|page not found|404.*|official (?:web)?site|online|overview|general|info(?:rmation)?|profile|mission(?: statement)?|facebook|twitter|linkedin|instagram|google|youtube|rss|menu|navigation|(?:business|store|office|opening|working|our)? ?hours|call us(?: today| now)?|more details?|details|copyright|powered by|comments?|new products.*|market price|view (?:profile|cart|all|map).*|sign in.*|create account|as seen in.*|free (?:priority )?shipping|shopping cart|international phone|company website|(?:follow|find) us.*|join us.*|quick contact|send email|back to top|skip to content|click here.*|quick links|resources|follow us|share|more|read more|top|print|email|phone|fax|address|hours|directions|map)$/iu;

const LEAD_IN =
  /^(?:welcome to(?: the)?|willkommen bei|bienvenue (?:à|chez)|bienvenido a|contact(?:ing)?|about|home of|über)\s+(?=\p{Lu})/iu;
const LEAD_OUT =
  /\s+(?:home ?page|official (?:web)?site|website|online|contact(?:s| us| information| info)?|about us|home|official)$/iu;

/** Whether a text says what kind of page this is, and nothing of whose. */
export const isPageWord = (text: string): boolean => PAGE_WORDS.test(text.trim().replace(/[!.:>]+$/, ''));

/** The parts of a title that may name the page's owner, in order; words for kinds of pages are left out. */
export function titleParts(title: string): TitlePart[] {
  const pieces: { text: string; start: number }[] = [];
  let start = 0;
  for (const match of title.matchAll(JOINT)) {
    pieces.push({ text: title.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  pieces.push({ text: title.slice(start), start });
  const kept = pieces
    .filter((piece) => !isPageWord(piece.text))
    .map((piece) => ({ text: piece.text.trim().replace(LEAD_IN, '').replace(LEAD_OUT, ''), start: piece.start }))
    .filter((piece) => piece.text !== '' && !isPageWord(piece.text));
  return kept.map((piece) => ({
    text: piece.text,
    start: title.indexOf(piece.text, piece.start),
    count: kept.length,
    isOnly: kept.length === 1,
  }));
}
