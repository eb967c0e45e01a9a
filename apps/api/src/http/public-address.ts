import { BlockList, isIP } from 'node:net';

/** Networks that do not lead out into the internet (IANA special-purpose registries), and those that hide an address in another. */
const networks4 = [
  ...(['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'] as const),
  ...(['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'] as const),
  ...(['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'] as const),
];
const networks6 = [
  ...(['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/32', '2001:db8::/32'] as const),
  ...(['2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'] as const),
];

// One list of each family: in a list of both every IPv4 address would be found in ::ffff:0:0/96.
function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
const [closed4, closed6] = [listOf(networks4, 'ipv4'), listOf(networks6, 'ipv6')];

/** Does an address, as text, lead out into the internet? What is no address does not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return family === 4 ? !closed4.check(address, 'ipv4') : !closed6.check(address, 'ipv6');
}
