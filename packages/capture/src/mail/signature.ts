import { personName } from '../people/person-name.ts';
import { isDeviceSignature } from './device-signatures.ts';

/** Which lines of a mail are its signature: from the first to before the last. */
export type SignatureLines = { from: number; to: number };

const SIGN_OFF =
  /^\W*(?:(?:with )?(?:kind|kindest|best|warm|warmest|many|friendly|sincere)\s?(?:regards?|wishes|thanks|greetings)?|regards|best|cheers|thanks(?: (?:so much|again|a lot|in advance))?|thank you(?: (?:very much|again|in advance))?|many thanks|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|respectfully|cordially|(?:mit )?(?:freundlichen?|besten?|lieben?|herzlichen?|vielen?|schönen?) (?:grüße?n?|grüssen?|gruß|gruss|dank)|viele grüße|grüße|gruß|lg|mfg|vg|hochachtungsvoll|(?:bien )?cordialement|(?:très )?cordialement|salutations(?: distinguées)?|sincères salutations|bien à vous|meilleures salutations|merci(?: d'avance)?|(?:un )?(?:saludos?|abrazo)(?: cordiales?)?|atentamente|atte|muchas gracias|gracias|cordiali saluti|distinti saluti|saluti|cordialmente|grazie|atenciosamente|att|obrigad[oa]|cumprimentos|abraços|met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|hartelijke groet(?:en)?|groet(?:en|jes)?|mvg|(?:med )?(?:venlig|vennlig|vänlig|bästa|beste|hjertelig)\w* hils\w*|hilsen|mvh|hälsningar|med vänliga hälsningar|ystävällisin terveisin|terveisin|z poważaniem|pozdrawiam|s pozdravem|s pozdravom|üdvözlettel|tisztelettel|cu stimă|cu respect|с уважением|с наилучшими пожеланиями|з повагою|с уважение|με εκτίμηση|saygılarımla|saygılarımızla|iyi çalışmalar|مع التحية|تحياتي|בברכה|此致|敬礼|祝好|顺祝商祺|谢谢|謝謝|敬上|敬祝|順頌商祺|商祺|以上、?よろしくお願いします|よろしくお願い(?:いた|致)します|宜しくお願い(?:いた|致)します|敬具|감사합니다|드림|trân trọng|hormat kami|salam|terima kasih|ขอแสดงความนับถือ)\s*[,.!，。！]*\s*(?:\p{Lu}[\p{L}.]*\s*){0,3}$/iu;
const DELIMITER = /^\s*(?:--|[-_—–]{3,}|[*=~#]{4,})\s*$/u;
const CONTACT =
  /@[\w-]+\.|\+?\(?\d[\d\s().-]{6,}\d|https?:|www\.|^\s*(?:t|m|f|e|w|tel|fax|mob|mobile|phone|cell|skype|电话|手机|微信|邮箱|传真|電話|携帯)\s?[.:：]/iu;
const LABELLED = /(?:tel|phone|mobile|cell|fax|mob|电话|手机|微信|传真|联系|電話|携帯|☎|📞)\s?[.:：]?\s*\+?\(?\d/iu;

/** What a firm's programs add below: disclaimers, appeals, warnings, the law's particulars. */
const FOOTER =
  /^\W*(?:(?:the|this) (?:information|e-?mail|message|communication|transmission|electronic)\b.{0,120}(?:confidential|intended|privileged|contain|transmitted|attach)|(?:legal |confidentiality )?(?:disclaimer|notice|privileged)|confidentiality|important\s?:|please (?:consider|think) (?:of |about )?(?:the )?(?:environment|before)|(?:diese|die (?:in dieser|information))\b.{0,80}(?:e-?mail|nachricht)|ce (?:message|courriel|mail)\b|les informations contenues|avis (?:de confidentialité|legal)|este (?:mensaje|correo|e-?mail|mensagem)|esta mensagem|la información contenida|questo messaggio|le informazioni contenute|il presente messaggio|dit (?:bericht|e-?mail)|de informatie in|denne (?:e-?mail|meddelelse|e-?post)|detta (?:meddelande|e-?post)|wiadomość ta|ta wiadomość|данное сообщение|это сообщение|настоящее сообщение|本(?:邮件|郵件|电子邮件|電子郵件|メール|信息)|此(?:邮件|郵件|电子邮件)|声明[:：]|免责声明|このメール|이 (?:메일|메시지)|you (?:are receiving|received) this|to unsubscribe|unsubscribe|virus-free|scanned (?:by|for)|avast|registered (?:office|in)\b|sede legale|siège social|domicilio social|sitz der gesellschaft|handelsregister|cap(?:itale)?\.? soc|share capital|in conformità|salvo che sia|ai sensi d)/iu;

const LONGEST_LINE = 110;
const MOST_LINES = 24;
const FEWEST_OF_SENTENCE = 4;

const lowerWords = (line: string): number => line.split(/\s+/).filter((word) => /^\p{Ll}+[,.;:]?$/u.test(word)).length;

/** A sentence, though it may mention an address. */
const isProse = (line: string): boolean =>
  line.length > LONGEST_LINE || (/[.!?…]\s*$/.test(line) && lowerWords(line) >= FEWEST_OF_SENTENCE);

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Finds the signature at the end of a mail's own lines: behind a delimiter or a sign-off, from the sender's name on, or a closing run of
 * short lines that say how to reach somebody. What programs add below (devices, disclaimers) is no part of it.
 */
export function signatureLines(lines: readonly string[], senderName: string): SignatureLines | undefined {
  const end = endOf(lines);
  const from = startOf(lines.slice(0, end), senderName);
  if (from === undefined || from >= end) return undefined;
  return { from, to: end };
}

function endOf(lines: readonly string[]): number {
  const footer = lines.findIndex((line, index) => index > 0 && FOOTER.test(line));
  let end = footer < 0 ? lines.length : footer;
  while (end > 0 && (isDeviceSignature(lines[end - 1] ?? '') || DELIMITER.test(lines[end - 1] ?? ''))) end -= 1;
  return end;
}

function startOf(lines: readonly string[], senderName: string): number | undefined {
  const lowest = Math.max(0, lines.length - MOST_LINES);
  const last = (passes: (line: string, index: number) => boolean): number | undefined => {
    for (let at = lines.length - 1; at >= lowest; at -= 1) {
      const line = lines[at] ?? '';
      if (passes(line, at)) return at;
      if (isProse(line)) return undefined;
    }
    return undefined;
  };
  const signedOff = last((line) => DELIMITER.test(line) || (line.length < 60 && SIGN_OFF.test(line)));
  if (signedOff !== undefined && signedOff + 1 < lines.length) return signedOff + 1;
  const name = fold(senderName);
  const named = name === '' ? undefined : last((line) => line.length < 80 && fold(line).startsWith(name));
  if (named !== undefined) return named;
  return closingRun(lines, lowest);
}

/** The last short lines, if any of them says how to reach somebody; a name above them opens the run. */
function closingRun(lines: readonly string[], lowest: number): number | undefined {
  let from = lines.length;
  while (
    from > lowest &&
    !isProse(lines[from - 1] ?? '') &&
    !/^(?:dear|hi|hello|sehr|liebe|hallo|bonjour|hola|estimad)\b/i.test(lines[from - 1] ?? '')
  )
    from -= 1;
  const run = lines.slice(from);
  const contact = run.findIndex((line) => CONTACT.test(line));
  if (contact < 0) {
    const labelled = lines.findLastIndex((line, index) => index >= lowest && LABELLED.test(line));
    return labelled < 0 ? undefined : labelled;
  }
  const name = run.findIndex(
    (line, index) => index <= contact && (personName(line.split(/\s[-–|/,]\s?/)[0] ?? '')?.confidence ?? 0) >= 0.5,
  );
  return from + (name < 0 ? Math.max(0, contact - 3) : name);
}
