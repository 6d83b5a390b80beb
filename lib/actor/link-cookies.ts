import { cookies } from "next/headers";
import { config } from "@/lib/platform/config/config";
import { routes } from "@/lib/site/routes";

/** Links that one browser keeps open at a time: each is a cookie, and a request's headers have a limit. */
const MOST_KEPT = 12;

/** Sent to the pages behind links only. `__Host-` would send them to every page. */
const path = routes.shared.link();
const prefix = () => `${config.site.isHttps ? "__Secure-" : ""}caresync.link.`;

/** Returns what this browser keeps of the links it has opened: a link's secret of its own, by the link's ID. */
export async function readLinkSecrets(): Promise<(linkId: string) => string | undefined> {
  const jar = await cookies();
  return (linkId) => jar.get(`${prefix()}${linkId}`)?.value;
}

/** Keeps a link's secret in this browser until the link ends. For server actions. The oldest link goes for the thirteenth. */
export async function keepLinkSecret(linkId: string, secret: string, until: Date): Promise<void> {
  const jar = await cookies();
  const attributes = { httpOnly: true, sameSite: "lax" as const, path, secure: config.site.isHttps };
  // IDs begin with the time they were made.
  const kept = jar
    .getAll()
    .map(({ name }) => name)
    .filter((name) => name.startsWith(prefix()))
    .sort();
  for (const name of kept.slice(0, Math.max(0, kept.length - MOST_KEPT + 1)))
    jar.set(name, "", { ...attributes, maxAge: 0 });
  const maxAge = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
  jar.set(`${prefix()}${linkId}`, secret, { ...attributes, maxAge });
}
