import type { Route } from "next";

type Segments<P extends string> = P extends `${string}[${string}]${infer Rest}`
  ? [segment: string, ...Segments<Rest>]
  : [];
type Names<P extends string> = P extends `${string}?${infer Listed}` ? OneOf<Listed> : never;
type OneOf<Listed extends string> = Listed extends `${infer First}&${infer Rest}` ? First | OneOf<Rest> : Listed;
type Query<Name extends string> = { readonly [N in Name]?: string | number | null | undefined };
type Given<P extends string> = [Names<P>] extends [never] ? Segments<P> : [...Segments<P>, query?: Query<Names<P>>];

/** A page of the site: called with its segments and its query, it returns their address. */
type Page<P extends string> = ((...given: Given<P>) => Route) & { readonly pattern: P };

/**
 * Declares a page by its pattern, written as its folder in `app/` and the parameters it reads:
 * `page("/doctors/[slug]?from&service")`. A pattern that leads to no page doesn't compile. Addresses encode what they
 * are given and leave out empty parameters.
 */
export function page<const P extends string>(pattern: P & Route<P>): Page<P> {
  const [path = ""] = pattern.split("?");
  const parts = path.split(/\[[^\]]+\]/);
  const address = (...given: readonly unknown[]): Route => {
    const segments = given.slice(0, parts.length - 1).map((segment) => encodeURIComponent(String(segment)));
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(given[parts.length - 1] ?? {}))
      if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
    return asRoute(
      parts.map((part, index) => part + (segments[index] ?? "")).join("") + (query.size ? `?${query}` : ""),
    );
  };
  return Object.assign(address, { pattern });
}

/** Returns an address from outside as one of this site; undefined when it leads anywhere else. */
export function ownPath(address: string): Route | undefined {
  // Browsers read a backslash as a slash and drop tabs and line breaks: //evil.example has many spellings.
  if (!/^\/(?![/\\])/.test(address) || /[\\\u0000-\u001f\u007f]/.test(address)) return undefined;
  const base = "https://self.invalid";
  if (!URL.canParse(address, base)) return undefined;
  const { origin, pathname, search, hash } = new URL(address, base);
  return origin === base && !pathname.startsWith("//") ? asRoute(pathname + search + hash) : undefined;
}

// eslint-disable-next-line no-restricted-syntax -- the one cast: `page` has built the address, or `ownPath` checked it
const asRoute = (address: string) => address as Route;
