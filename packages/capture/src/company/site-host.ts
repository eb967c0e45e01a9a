import { isNetworkHost } from '../profiles.ts';

/** Mail of anyone: such a domain says nothing of a company. */
const FREE_MAIL =
  /^(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|aol|icloud|me|mac|gmx|web|t-online|freenet|mail|email|protonmail|proton|zoho|yandex|ya|rambler|bk|list|inbox|163|126|yeah|qq|vip|sina|sohu|foxmail|139|189|21cn|tom|naver|daum|hanmail|nate|orange|wanadoo|free|laposte|sfr|libero|virgilio|tiscali|alice|tin|seznam|wp|o2|onet|interia|comcast|verizon|att|sbcglobal|bellsouth|cox|charter|earthlink|juno|btinternet|sky|talktalk|virginmedia|ntlworld|bigpond|optusnet|shaw|rogers|sympatico|telus)\.[a-z.]{2,6}$/i;

export const isFreeMail = (domain: string): boolean => FREE_MAIL.test(domain);

/** The host of an address, lower case, without `www.`; empty when there is none. */
export function hostOf(url: string): string {
  return (/^[a-z][a-z+.-]*:\/\/(?:[^/@?#]*@)?([^/:?#]+)/i.exec(url)?.[1] ?? '').toLowerCase().replace(/^www\d?\./, '');
}

/** Hosts where anyone keeps pages; what stands before them is not the owner's name. */
const COMMON_HOSTS =
  /(?:^|\.)(?:localhost|wordpress|blogspot|tumblr|wixsite|weebly|github|gitlab|sites\.google|archive|facebook|linkedin)\.[a-z]+$|^\d+(?:\.\d+){3}$/;

/** The part of a host that its owner chose: `acme` of `shop.acme.co.uk`. */
export function ownLabel(host: string): string {
  const labels = host.split('.');
  if (labels.length < 2 || COMMON_HOSTS.test(host) || isNetworkHost(host)) return '';
  const hasSecondLevel =
    labels.length > 2 &&
    /^(?:co|com|net|org|ac|gov|edu|ne|or|go|gob|nom)$/.test(labels.at(-2) ?? '') &&
    (labels.at(-1)?.length ?? 0) === 2;
  return labels.at(hasSecondLevel ? -3 : -2) ?? '';
}
