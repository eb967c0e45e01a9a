/** Lines that a telephone or a program of mail adds by itself. They name neither a person nor a company. */

const DEVICE =
  'iphone|ipad|ipod|galaxy|samsung|android|htc|huawei|xiaomi|nokia|blackberry|sony|pixel|oneplus|motorola|lumia|alcatel|mobile|mobil\\w*|smartphone|phone|handy|handheld|cell(?:phone)?|tablet|outlook|yahoo|windows|airmail|mailbox|spark|thunderbird|k-9|proton ?mail|gmx|hotmail|mail|ti-\\d+|手机|手機|移动|飞书|钉钉|foxmail|网易|qq';
const LINES: readonly RegExp[] = [
  new RegExp(`^[<(\\[\\s]*(?:sent|send) (?:from|via|with|by|using)\\b.{0,80}\\b(?:${DEVICE})\\b`, 'iu'),
  new RegExp(`^\\W*(?:sent|send) (?:from|via|with|by|using) (?:my|a|the)? ?(?:${DEVICE})`, 'iu'),
  /^\W*sent (?:from|via|with) my\b/iu,
  new RegExp(`^(?:\\w+ )?from (?:my )?(?:${DEVICE})[\\w\\s]{0,20}$`, 'iu'),
  /^\W*get \[?outlook for\b/iu,
  /^\W*(?:envoyé (?:depuis|de|à partir de)|télécharger outlook)\b/iu,
  /^\W*(?:von meinem|diese nachricht wurde von meine[mr]|gesendet (?:von|mit|via)|mit (?:meinem|der) .{2,40} gesendet|outlook für (?:android|ios))\b/iu,
  /^\W*(?:enviado (?:desde|do|de|a partir) m[ie]u? |enviado (?:desde|do|via)|obtener outlook)\b/iu,
  /^\W*(?:inviato da(?:l mio|lla mia)?|ottieni outlook)\b/iu,
  /^\W*(?:verzonden (?:met|vanaf|via)|verstuurd vanaf|outlook voor)\b/iu,
  /^\W*(?:sendt fra|skickat från|skickades från|lähetetty|hentet outlook|hämta outlook)\b/iu,
  /^\W*(?:wysłan[eo] z|odesláno z|odoslané z|trimis de pe|elküldve|küldve)(?=\s)/iu,
  /^\W*(?:отправлено (?:с|из)|надіслано з|изпратено от)(?=\s)/iu,
  /^\W*(?:στάλθηκε από|iphone'umdan gönderildi|gönderildi)/iu,
  /^(?:从我的|從我的|发自我的|發自我的|來自我的|发自|發自|由我的).{0,24}(?:发送|傳送|发出|iphone|ipad|手机|手機|android|foxmail|邮箱|客户端|huawei|xiaomi)?/iu,
  /^(?:iphone|ipad|android|スマートフォン|携帯).{0,10}から(?:送信|送られ)/iu,
  /^나의 .{2,20}에서 보냄|^(?:iPhone|Galaxy|내 .{2,12})에서 (?:보냄|보낸)/iu,
];

const LONGEST = 140;

/** Whether a line is nothing but such an addition. */
export function isDeviceSignature(line: string): boolean {
  const text = line.replace(/^[\s>*_-]+/, '').trim();
  return text.length > 3 && text.length <= LONGEST && LINES.some((pattern) => pattern.test(text));
}
