/** Words with which programs of many languages announce what is quoted, forwarded, or written on the way. */

/** "wrote", in the form that stands in "On Monday Ann wrote:". */
const WROTE =
  'wrote|writes|has written|a écrit|schrieb|schreef|geschreven|ha scritto|escribió|escreveu|skrev|napisał(?:\\(a\\)|a)?|pisze|napsal(?:\\(a\\)|a)?|napísal(?:\\(a\\)|a)?|kirjoitti|írta|a scris|je napisao|je napisala|napisao je|је написао|написал(?:\\(а\\)|а)?|пишет|пише|написав|написала|написа|έγραψε|yazdı|şunu yazdı|كتب|כתב|כתבה|写道|寫道|写了|書きました|のメール|님이 작성|wrote the following|đã viết|menulis|เขียน';

const ENDS_ANNOUNCING = new RegExp(
  `(?:^|[\\s>)\\]"”」，,])(?:${WROTE})(?:[\\s\\u00a0](?:am|um|at|on|le)\\s.{4,60})?\\s?(?:[:：]|-{2,})?\\s*$`,
  'iu',
);
/** German puts the verb before the name: "Am 3. Mai 2016 schrieb Ann <ann@…>:". */
const VERB_THEN_SENDER = /\s(?:schrieb|skrev|schreef|kirjoitti)\s.{1,120}(?:>+|["”»]|Uhr|\S)\s?:$/iu;
const HAS_DATE = /\d{1,4}[./年-]\s?\d{1,2}|\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d\d\b/;
const HAS_ADDRESS = /[\w.+-]+@[\w-]+/;
/** "2016-10-24 15:36 GMT+02:00 Ann <ann@…>", "2013/7/20 ann via List <…>": no verb at all. */
const DATE_AND_SENDER =
  /^\d{4}(?:[-/]\d{1,2}[-/]\d{1,2}|年\s?\d{1,2}月\s?\d{1,2}日(?:\s?[（(].[)）])?)(?:\s\d{1,2}:\d{2}(?:\s(?:GMT|UTC)?[+-]?\d{0,2}:?\d{0,2})?)?\s\S.*(?:<[^<>]*@[^<>]*>\s*:?|GMT.*)$/u;
const DATE_OPENS = /^(?:\d{4}-\d{2}-\d{2}\s\d{1,2}:\d{2}\s(?:GMT|UTC)[+-]\d{2}:?\d{2})\s\S/;
/** How such a line opens where it runs over several. */
const OPENS =
  /^(?:-{2,}\s)?(?:On|At|Le|Am|Il|El|Em|Op|Den|Dnia|W dniu|Dne|På|Pada|Vào|La data de|A|Tarihinde|在|于|於|Em)\s.*\d|^\d{1,4}[./年\s-]|^[^<>\n]{2,60}<?\s*$|^[^<>\n]{0,60}<[^<>]*@/iu;

/** Behind a line of text, this alone begins an announcement. */
const SURELY_OPENS =
  /^(?:On|At|Le|Am|Il|El|Em|Op|Den|Dnia|W dniu|Dne|På|La data de)\s.*\d|^\d{1,4}[./年-]\d{1,2}|^\d{1,2}\s\p{L}{3,}\.?\s\d{4}/iu;

const MOST_LINES = 5;
const LONGEST = 300;

/** The quoting sign (and blanks) before a line's own text. */
export const unquoted = (line: string): string => line.replace(/^(?:\s?>)+\s?/, '').trim();

const ORIGINAL =
  /^\s*[*>_\s]*-{2,}\s?(?:original (?:message|mail|appointment)|(?:ursprüngliche|original-?)\s?nachricht|weitergeleitete nachricht|mensaje (?:original|reenviado)|message (?:d['’]origine|original|transféré)|courriel original|messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht|oprindelig (?:meddelelse|besked)|videresendt (?:meddelelse|melding)|opprinnelig melding|ursprungligt meddelande|vidarebefordrat meddelande|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|przekazana wiadomość|původní zpráva|pôvodná správa|eredeti üzenet|mesajul original|исходное сообщение|пересылаемое сообщение|оригінальне повідомлення|αρχικό μήνυμα|orijinal mesaj|forwarded (?:message|mail)|原始邮件|原邮件|原始郵件|转发邮件|轉寄郵件|转发的邮件|元のメッセージ|転送メッセージ|원본 메시지|원본 메일|thư gốc)\s?(?:by .{2,60})?-{2,}[*\s]*$/iu;
const BEGIN_FORWARD =
  /^\s*(?:begin forwarded message|début du (?:message|courriel)(?: réexpédié)?|anfang der weitergeleiteten (?:nachricht|e-?mail)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|videresendt besked|start på vidarebefordrat brev|下面是被转发的邮件|以下是轉寄的郵件|轉寄的郵件|転送されたメッセージ|전달된 메시지)\s?[:：]\s*$/iu;
const FORWARD =
  /forward|weitergeleitet|reenviad|transféré|réexpédi|inoltrat|encaminhad|doorgestuurd|videresend|vidarebefordra|przekazan|пересыла|转发|轉寄|転送|전달/iu;

/** Where a message begins that this one holds: what it announces, and how many lines it takes. */
export type Marker = { kind: 'quote' | 'forward'; lines: number };

/** Reads the marker that starts at a line: "----- Original Message -----", "On … wrote:" over up to five lines. */
export function markerAt(lines: readonly string[], at: number): Marker | undefined {
  const first = unquoted(lines[at] ?? '');
  if (first === '') return undefined;
  if (ORIGINAL.test(first) || BEGIN_FORWARD.test(first))
    return { kind: FORWARD.test(first) ? 'forward' : 'quote', lines: 1 };
  if (DATE_OPENS.test(first)) return { kind: 'quote', lines: announcedLines(lines, at) ?? 1 };
  if (DATE_AND_SENDER.test(first)) return { kind: 'quote', lines: 1 };
  const count = announcedLines(lines, at);
  // A line of text above an announcement is no part of it.
  for (let below = 1; below < (count ?? 0); below += 1)
    if (SURELY_OPENS.test(unquoted(lines[at + below] ?? ''))) return undefined;
  return count === undefined ? undefined : { kind: 'quote', lines: count };
}

function announcedLines(lines: readonly string[], at: number): number | undefined {
  let joined = '';
  for (let count = 1, used = 0; used < MOST_LINES && at + count <= lines.length; count += 1) {
    const line = lines[at + count - 1] ?? '';
    const text = count === 1 ? unquoted(line) : line.replace(/^(?:\s?>)+(?!\s?(?:wrote|:|$))\s?/, '').trim();
    if (text === '') {
      // Some programs set the address apart from the sentence it belongs to.
      if (count > 1 && /^<|^mailto:/.test(unquoted(lines[at + count] ?? ''))) continue;
      if (
        joined !== '' &&
        /[<\d]\s*$|^(?:On|Le|Am|El|Em)\s.*\d/.test(joined) &&
        /^</.test((lines[at + count] ?? '').trim())
      )
        continue;
      return undefined;
    }
    used += 1;
    joined = joined === '' ? text : `${joined} ${text}`;
    if (joined.length > LONGEST) return undefined;
    if (used === 1 && !OPENS.test(joined) && !ENDS_ANNOUNCING.test(joined)) return undefined;
    const isEnd = ENDS_ANNOUNCING.test(joined) && /[:：]\s*$|-{2,}\s*$|写道|寫道/.test(joined);
    if (isEnd || (VERB_THEN_SENDER.test(joined) && SURELY_OPENS.test(joined))) {
      return HAS_DATE.test(joined) || HAS_ADDRESS.test(joined) ? count : undefined;
    }
    if (/^\d{4}-\d{2}-\d{2} .*<\s?[^<>]*@[^<>]*>\s?:$/.test(joined)) return count;
    if (isEndOfSentence(text) && !OPENS.test(joined)) return undefined;
  }
  return undefined;
}

const isEndOfSentence = (text: string): boolean => /[.!?]$/.test(text) && !/\d\.$|\bum$|\bSt\.$/.test(text);

const FROM =
  'from|von|de|da|van|fra|från|od|lähettäjä|feladó|expeditor|от|від|από|kimden|gönderen|من|מאת|发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|보낸이|từ|dari|จาก|expéditeur|mittente|remitente|afzender|absender';
const OTHERS =
  'sent|date|to|cc|bcc|subject|reply-to|organization|gesendet|datum|an|betreff|kopie|antwort an|envoyé(?: le)?|date|à|objet|répondre à|enviado(?: el| em)?|fecha|data|para|asunto|assunto|inviato|risposta|rispondi a|a|oggetto|verzonden|datum|aan|onderwerp|sendt|dato|til|emne|skickat|datum|till|ämne|kopia|lähetetty|päivä|vastaanottaja|aihe|wysłano|wysłane|do|temat|data|odesláno|komu|předmět|dátum|címzett|tárgy|trimis|către|subiect|отправлено|дата|кому|тема|копия|надіслано|ημερομηνία|προς|θέμα|tarih|kime|konu|发送时间|发送日期|时间|日期|收件人|抄送|主题|寄件日期|傳送時間|收件者|副本|主旨|送信日時|日時|宛先|件名|보낸 ?날짜|날짜|받는 ?사람|제목|참조|ngày|đến|chủ đề|kepada|tanggal|subjek';

const HEADER = new RegExp(`^[*_\\s]*(?:${FROM}|${OTHERS})[*_]*\\s?[:：][*_]*(?:\\s|$|\\S)`, 'iu');
const FROM_HEADER = new RegExp(`^[*_\\s]*(?:${FROM})[*_]*\\s?[:：][*_]*`, 'iu');

export const isHeaderLine = (line: string): boolean => line.length < 400 && HEADER.test(unquoted(line));

/** The sender a header line names ("Von: Ann Lee <ann@…>"), as it stands there. */
export function senderIn(line: string): string | undefined {
  const text = unquoted(line);
  return FROM_HEADER.test(text) ? text.replace(FROM_HEADER, '').trim() : undefined;
}

const FEWEST_HEADERS = 3;
const MOST_CONTINUED = 2;

/** How many lines the block of mail headers that starts here has ("From: … Sent: … To: …"), 0 when there is none. */
export function headerBlockAt(lines: readonly string[], at: number): number {
  if (!isHeaderLine(lines[at] ?? '')) return 0;
  let headers = 0;
  let end = at;
  let continued = 0;
  let hasSender = false;
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isHeaderLine(line)) {
      headers += 1;
      continued = 0;
      end = index + 1;
      hasSender ||= senderIn(line) !== undefined;
    } else if (unquoted(line) === '' || continued >= MOST_CONTINUED) break;
    else {
      continued += 1;
      if (headers >= FEWEST_HEADERS - 1) end = index + 1;
    }
  }
  return hasSender && (headers >= FEWEST_HEADERS || (headers === 2 && HAS_ADDRESS.test(lines[at] ?? '')))
    ? end - at
    : 0;
}
