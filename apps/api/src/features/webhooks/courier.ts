import { lookup as ask } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as safeRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '../../http/public-address.ts';

/** The address does not lead out into the internet. */
export class NotPublic extends Error {
  constructor() {
    super('The address does not lead out into the internet.');
  }
}

/** The way to the servers that webhooks call. */
export type Courier = {
  /**
   * Posts a body and answers the status. Nothing is followed, and of the answer nothing but its status is kept.
   * @throws NotPublic, or what the network says
   */
  post(letter: { url: string; headers: Record<string, string>; body: string }): Promise<number>;
  /** Is it known that this address does not lead out? One that cannot be found now may be found later. */
  isClosed(url: string): Promise<boolean>;
};

const patienceMs = 15_000;
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/**
 * Resolves a name, and hands over only addresses that lead out: it is asked at the moment of connecting, so that a name which
 * changes its address between a check and the connection gains nothing.
 */
const publicLookup: LookupFunction = (hostname, options, done) => {
  ask(hostname, { ...options, all: true }, (error, found) => {
    const addresses = (Array.isArray(found) ? found : []).filter(({ address }) => isPublicAddress(address));
    const [first] = addresses;
    if (error) return done(error, '', 0);
    if (!first) return done(new NotPublic(), '', 0);
    if (options.all) return done(null, addresses);
    return done(null, first.address, first.family);
  });
};

/** @param allowsPrivate whoever runs the installation lets webhooks call servers of the own network */
export function openCourier({ allowsPrivate }: { allowsPrivate: boolean }): Courier {
  const refuses = (url: URL): boolean => {
    const host = hostOf(url);
    return !allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host);
  };
  return {
    post({ url: text, headers, body }) {
      const url = new URL(text);
      if (refuses(url)) return Promise.reject(new NotPublic());
      const request = url.protocol === 'https:' ? safeRequest : plainRequest;
      return new Promise<number>((resolve, reject) => {
        const call = request(
          url,
          {
            method: 'POST',
            agent: false,
            signal: AbortSignal.timeout(patienceMs),
            headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
            ...(allowsPrivate ? {} : { lookup: publicLookup }),
          },
          (response) => {
            resolve(response.statusCode ?? 0);
            response.destroy();
          },
        );
        call.on('error', (error) => reject(error.name === 'AbortError' ? new Error('no answer in 15 seconds') : error));
        call.end(body);
      });
    },
    async isClosed(text) {
      const url = new URL(text);
      if (allowsPrivate) return false;
      if (isIP(hostOf(url)) !== 0) return refuses(url);
      return new Promise((resolve) => {
        publicLookup(url.hostname, { all: true }, (error) => resolve(error instanceof NotPublic));
      });
    },
  };
}
