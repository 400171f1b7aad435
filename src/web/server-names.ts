import { BlockList, isIP } from 'node:net';

/** Which names a server goes by. */
export interface ServerNames {
  /** What it listens on: a name or an address. */
  readonly host: string;
  /** Further names, such as the one that a proxy is reached by. */
  readonly hosts: readonly string[];
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Addresses that mean every address of the machine. */
const EVERY_ADDRESS = ['0.0.0.0', '::'];

const HOST = /^(?:\[([0-9a-f:.]+)\]|([^\s:/?#@[\]\\]+))(?::\d{1,5})?$/i;

/**
 * Whether a `Host` header names this server, on whatever port. An address cannot be made to lead elsewhere as a name
 * can (DNS rebinding): a server that listens on all addresses goes by any, since it does not know those of its proxies.
 * `local` is the address on which the connection came in.
 */
export function isOwnHost(
  header: string | undefined,
  { host, hosts }: ServerNames,
  local: string | undefined,
): boolean {
  const [, address, name] = HOST.exec(header ?? '') ?? [];
  const asked = (address ?? name ?? '').toLowerCase().replace(/\.$/, '');
  if (asked === '') return false;
  if (['localhost', host.toLowerCase(), ...hosts].includes(asked)) return true;
  const version = isIP(asked);
  if (version === 0) return false;
  return EVERY_ADDRESS.includes(host) || asked === local || LOOPBACK.check(asked, version === 6 ? 'ipv6' : 'ipv4');
}
