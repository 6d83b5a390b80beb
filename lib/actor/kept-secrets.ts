import { cookies } from "next/headers";
import { config } from "@/lib/platform/config/config";
import { routes } from "@/lib/site/routes";

/** Sent to the pages below `path` only. `__Host-` would send them to every page. */
type Kept = { kind: string; path: string };

/** How many of a kind one browser keeps at a time: each is a cookie, and a request's headers have a limit. */
const MOST_KEPT = 12;

function secretsOf({ kind, path }: Kept) {
  const prefix = () => `${config.site.isHttps ? "__Secure-" : ""}caresync.${kind}.`;
  return {
    /** Returns what this browser keeps: a thing's secret, by the thing's ID. */
    async read(): Promise<(id: string) => string | undefined> {
      const jar = await cookies();
      return (id) => jar.get(`${prefix()}${id}`)?.value;
    },
    /** Keeps a secret in this browser until then. For server actions. The oldest goes for the thirteenth. */
    async keep(id: string, secret: string, until: Date): Promise<void> {
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
      jar.set(`${prefix()}${id}`, secret, { ...attributes, maxAge });
    },
  };
}

/** The links to records that this browser has opened: a secret of its own for each. */
export const linkCookies = secretsOf({ kind: "link", path: routes.shared.link() });
/** The screens on a wall that this browser is. */
export const displayCookies = secretsOf({ kind: "display", path: routes.display.open() });
