import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** The push services of the browsers' makers; a host behind a dot, any of its names. */
const KNOWN_HOSTS = [
  "fcm.googleapis.com",
  // Chromium without Google's keys.
  "jmt17.google.com",
  "*.push.services.mozilla.com",
  "*.notify.windows.com",
  "*.push.apple.com",
];

const MAX_LENGTH = 1_000;

/**
 * Returns the address that a browser wants its pushes sent to, or null when nothing may be sent there. It comes from
 * a person who is signed in, so it could be any address that this server reaches: only push services are accepted, over https and
 * its own port. `allowed`: more hosts, or whole origins, that the operator has named (PUSH_HOSTS).
 */
export function pushAddress(endpoint: string, allowed: readonly string[]): URL | null {
  if (endpoint.length > MAX_LENGTH || !URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  if (url.username !== "" || url.password !== "" || url.hash !== "" || endpoint.includes("\\")) return null;
  if (isNamedOrigin(url, allowed)) return url;
  if (url.protocol !== "https:" || url.port !== "" || isIP(url.hostname.replace(/^\[|\]$/g, "")) !== 0) return null;
  const hosts = [...KNOWN_HOSTS, ...allowed.filter((entry) => !entry.includes("://"))];
  return hosts.some((host) => isHost(url.hostname, host.toLowerCase())) ? url : null;
}

function isHost(hostname: string, host: string): boolean {
  return host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host;
}

/** Tells whether the whole origin is named: then its scheme, port and network are the operator's choice. */
export function isNamedOrigin({ origin }: URL, allowed: readonly string[]): boolean {
  return allowed.some((entry) => entry.includes("://") && URL.canParse(entry) && new URL(entry).origin === origin);
}

const PRIVATE: [string, number, "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
];

const blocked = new BlockList();
for (const [net, bits, family] of PRIVATE) blocked.addSubnet(net, bits, family);
/** Of IPv6 only what is handed out to the public; in it, what stands for an IPv4 address or is for documents. */
const publicV6 = new BlockList();
publicV6.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  blocked.addSubnet(net, bits, "ipv6");

/** Tells whether an address belongs to the public internet, not to this machine or its network. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, "ipv4");
  return family === 6 && publicV6.check(address, "ipv6") && !blocked.check(address, "ipv6");
}

/**
 * Resolves a push service's name as `node:dns` does, and fails when any of its addresses isn't public: the connection is made
 * to the very addresses that were checked, so that a name can't change its meaning in between.
 */
export const publicLookup: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return done(error ?? new Error("no address"), "", 0);
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return done(Object.assign(new Error("not a public address"), { code: "EPRIVATE" }), "", 0);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
