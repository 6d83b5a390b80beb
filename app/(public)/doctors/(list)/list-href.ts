import type { Route } from "next";
import type { Search } from "@/app/search-params";
import { routes } from "@/lib/site/routes";

/** Returns the list's address with these parameters: single values only, as they were given. */
export function listHref(search: Search): Route {
  return routes.doctors.list(
    Object.fromEntries(
      Object.entries(search).map(([key, value]) => [key, typeof value === "string" ? value : undefined]),
    ),
  );
}
