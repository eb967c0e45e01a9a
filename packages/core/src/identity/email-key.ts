/** Mail providers whose domain says nothing about a company. */
const freeMail = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de mail.com mail.ru yandex.ru protonmail.com proton.me qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com 189.cn yahoo.co.jp orange.fr free.fr laposte.net wanadoo.fr libero.it hotmail.co.uk yahoo.co.uk btinternet.com naver.com hanmail.net daum.net'.split(
    ' ',
  ),
);
const roleNames =
  /^(info|contact|kontakt|sales|office|mail|hello|support|service|admin|webmaster|postmaster|no-?reply|enquiries|inquiries|team|hr|jobs|marketing|press|billing|accounts|booking|reception)$/;
/** Second-level labels below which firms register under a country. */
const secondLevel = /^(com|co|net|org|gov|edu|ac|or|ne|go|gob|nom)$/;

/** An e-mail address as it is compared: lower case, googlemail is gmail. */
export function emailKey(email: string): string {
  return email
    .trim()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/@googlemail\.com$/, '@gmail.com');
}

/** Does this address belong to a function rather than a person? Such an address alone identifies nobody. */
export const isRoleAddress = (email: string): boolean => roleNames.test(emailKey(email).split('@')[0] ?? '');

/** Is this the domain of a free mail provider? */
export const isFreeMail = (domain: string): boolean => freeMail.has(domain.toLowerCase());

/**
 * The registrable domain of a web address, host or e-mail address; null where there is none or it is a free mail
 * provider's. `https://www.acme.co.uk/x` → `acme.co.uk`.
 */
export function domainKey(address: string): string | null {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#]*@)?([^/?#:@\s]+)/i
    .exec(address.trim())?.[1]
    ?.toLowerCase()
    .replace(/\.$/, '');
  if (!host?.includes('.') || /^[\d.]+$/.test(host)) return null;
  const labels = host.split('.');
  const count =
    labels.length > 2 && secondLevel.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2 ? 3 : 2;
  const domain = labels.slice(-count).join('.');
  return isFreeMail(domain) ? null : domain;
}
