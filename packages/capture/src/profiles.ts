/** Networks where people and companies have a page of their own: host, and the paths that are no one's page. */
const NETWORKS: readonly { host: RegExp; path: RegExp }[] = [
  { host: /(?:^|\.)linkedin\.com$/, path: /^\/(?:in|pub|company|school|showcase)\/[^/]+/ },
  { host: /(?:^|\.)linkedin\.cn$/, path: /^\/(?:in|company)\/[^/]+/ },
  { host: /(?:^|\.)xing\.com$/, path: /^\/(?:profile|companies|pages)\/[^/]+/ },
  {
    host: /^(?:www\.|m\.|mobile\.)?(?:twitter|x)\.com$/,
    path: /^\/(?!share|intent|home|search|hashtag|i\/|widgets|statuses)(?:#!\/)?[A-Za-z0-9_]{1,30}\/?$/,
  },
  {
    host: /(?:^|\.)facebook\.com$/,
    path: /^\/(?!sharer|share|dialog|plugins|tr|login|l\.php|photo|events|groups\/?$)(?:pages\/[^/]+\/\d+|profile\.php|[A-Za-z0-9.-]{3,})/,
  },
  { host: /(?:^|\.)instagram\.com$/, path: /^\/(?!p\/|explore|accounts)[A-Za-z0-9_.]+\/?$/ },
  { host: /(?:^|\.)youtube\.com$/, path: /^\/(?:@|c\/|channel\/|user\/)[^/]+/ },
  { host: /(?:^|\.)github\.com$/, path: /^\/[A-Za-z0-9-]+\/?$/ },
  { host: /(?:^|\.)vk\.com$/, path: /^\/(?!share)[A-Za-z0-9_.]+\/?$/ },
  { host: /(?:^|\.)weibo\.com$/, path: /^\/(?:u\/)?[A-Za-z0-9_]+\/?$/ },
  { host: /(?:^|\.)zhihu\.com$/, path: /^\/(?:people|org)\/[^/]+/ },
  { host: /^(?:wa\.me|t\.me|line\.me|lin\.ee)$/, path: /^\/(?!share|send\?text)(?:.+)/ },
  { host: /(?:^|\.)whatsapp\.com$/, path: /^\/send\/?\?phone=\d+/ },
];

const OWN_SCHEMES = /^(?:weixin|wechat|tencent|skype|viber|line|tg|whatsapp):/i;

/** The address of someone's page on a network, its tracking cut off, or `undefined` for any other link. */
export function profileOf(href: string): string | undefined {
  if (OWN_SCHEMES.test(href)) return href.length > 12 ? href.replace(/\?(?:call|chat|add).*$/i, '') : undefined;
  const match = /^(?:https?:)?\/\/([^/?#:]+)(?::\d+)?([^?#]*)(\?[^#]*)?/i.exec(href);
  if (match === null) return undefined;
  const host = (match[1] ?? '').toLowerCase();
  const path = match[2] ?? '';
  const query = match[3] ?? '';
  const network = NETWORKS.find((candidate) => candidate.host.test(host));
  if (network === undefined || !network.path.test(path + query)) return undefined;
  const keptQuery = /profile\.php|\/send/.test(path) ? query : '';
  return `https://${host}${path.replace(/\/+$/, '')}${keptQuery}`;
}

/** Hosts of networks: never a company's own site. */
export const isNetworkHost = (host: string): boolean =>
  NETWORKS.some((network) => network.host.test(host.toLowerCase())) ||
  /(?:^|\.)(?:google|bing|apple|pinterest|tiktok|yelp)\.[a-z.]+$/i.test(host);
