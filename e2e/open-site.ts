import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages by their paths, as a site of their own. `asked` tells which of them were fetched. */
export async function openSite(
  pages: Readonly<Record<string, string>>,
): Promise<{ url: string; port: number; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const site = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://site');
    asked.push(pathname);
    response.writeHead(pages[pathname] ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(pages[pathname] ?? '');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, asked, close: () => site.close() };
}
