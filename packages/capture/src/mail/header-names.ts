/** Headers of a mail that people see, under the names programs of many languages give them. */
export type HeaderName = 'from' | 'to' | 'cc' | 'reply-to' | 'subject' | 'date';

const NAMES: Record<HeaderName, string> = {
  from: 'from|von|de|da|van|fra|från|od|lähettäjä|feladó|expeditor|от|від|από|kimden|gönderen|من|מאת|发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|보낸이|từ|dari|จาก|expéditeur|mittente|remitente|afzender|absender',
  to: 'to|an|à|a|para|aan|til|till|vastaanottaja|do|komu|címzett|către|кому|προς|kime|alıcı|إلى|אל|收件人|收件者|宛先|받는 ?사람|đến|kepada|ถึง|destinataire|destinatario|empfänger',
  cc: 'cc|kopie|copie|copia|kopia|kopi|dw|másolat|копия|κοιν|bilgi|抄送|副本|参照|참조',
  'reply-to':
    'reply-to|reply to|antwort an|répondre à|responder a|rispondi a|antwoorden naar|svar til|回复至|回覆至|返信先|답장',
  subject:
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět|predmet|tárgy|subiect|тема|θέμα|konu|الموضوع|נושא|主题|主題|主旨|件名|제목|chủ đề|subjek|หัวเรื่อง|mensagem',
  date: 'date|sent|datum|gesendet|envoyé|envoyé le|fecha|enviado|enviado el|enviado em|data|inviato|verzonden|dato|sendt|skickat|lähetetty|päivä|wysłano|odesláno|dátum|trimis|дата|отправлено|надіслано|ημερομηνία|tarih|التاريخ|תאריך|发送时间|发送日期|日期|时间|寄件日期|傳送時間|送信日時|日時|보낸 ?날짜|날짜|ngày|tanggal|วันที่',
};

const PATTERNS = Object.entries(NAMES).map(
  ([name, words]) =>
    [name as HeaderName, new RegExp(`^[*_\\s]*(?:${words})[*_]*\\s?[:：][*_]*\\s*(.*)$`, 'iu')] as const,
);

const LONGEST = 400;

/** The header a line holds ("Von: Ann Lee <ann@…>"), its value empty when that stands elsewhere. */
export function headerOf(line: string): { name: HeaderName; value: string } | undefined {
  if (line.length > LONGEST) return undefined;
  for (const [name, pattern] of PATTERNS) {
    const match = pattern.exec(line);
    if (match !== null) return { name, value: (match[1] ?? '').trim() };
  }
  return undefined;
}
