import { readFileSync } from "node:fs";
import { join } from "node:path";

type Known = { page: string; regex: string };
export type PageRoutes = { staticRoutes: Known[]; dynamicRoutes: Known[] };

/** What logs its own line (the API), or is a file. */
const NOT_A_PAGE = /^\/(api|_next)(\/|$)|\.[a-z0-9]+$/;
/** An address that no page has. */
const UNKNOWN = "/…";

/**
 * Answers which page an address belongs to, as a pattern: `/things/[slug]`. Undefined for what is no page.
 * Addresses hold names, search words and secrets: what is not known becomes `/…`, never itself.
 */
export function pageRouteOf(routes: PageRoutes): (url: string) => string | undefined {
  const known = [...routes.staticRoutes, ...routes.dynamicRoutes]
    .filter(({ page }) => !page.startsWith("/_") && !NOT_A_PAGE.test(page))
    .map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (url) => {
    const [path = ""] = url.split("?", 1);
    if (NOT_A_PAGE.test(path)) return undefined;
    return known.find(({ regex }) => regex.test(path))?.page ?? UNKNOWN;
  };
}

/** Returns the routes of the build being served; none in development, where they change. */
export function builtRoutes(): PageRoutes {
  try {
    const file = join(/* turbopackIgnore: true */ process.cwd(), ".next", "routes-manifest.json");
    return JSON.parse(readFileSync(file, "utf8")) as PageRoutes;
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
