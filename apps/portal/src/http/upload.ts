import { noteConnection } from './connection.ts';
import { addressOf } from './http.ts';
import { Problem, readProblem } from './problem.ts';

/**
 * Sends a form with a file, or the bytes of one, and reports how much of it has left, which `fetch` cannot.
 * @param onProgress share sent, 0–1.
 * @throws Problem; AbortError when cancelled.
 */
export function upload<T>(
  path: string,
  what: FormData | Blob,
  options: {
    method?: 'POST' | 'PUT';
    query?: Record<string, string>;
    /** The version of the record that the sender saw. */
    ifMatch?: number;
    onProgress?: (share: number) => void;
    signal?: AbortSignal;
  } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(options.method ?? 'POST', addressOf(path, options.query));
    request.setRequestHeader('accept', 'application/json');
    if (options.ifMatch !== undefined) request.setRequestHeader('if-match', `"${options.ifMatch}"`);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => {
      noteConnection(false);
      reject(new Problem({ status: 0, code: 'offline' }));
    };
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    request.onload = () => {
      noteConnection(true);
      let body: unknown = null;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        body = request.responseText;
      }
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(readProblem(request.status, body, null));
    };
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(what);
  });
}
