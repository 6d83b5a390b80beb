import type { SharedAddress } from "@/lib/platform/shared-pages/shared-request";

/**
 * What is the same for everyone, and what each such page depends on; the times of doctors (`doctor:ID`) and the free beds of
 * hospitals (`hospital:ID`) are noted where they are read. Triggers write the tags of what changes
 * (prisma/migrations/20261210150000_public_changes):
 * - `directory`: names, places, the catalogue, who works where;
 * - `order`: the next available times by which lists are sorted.
 * Not what people type: search words and places near someone are for them alone.
 */
const LISTS = ["directory", "order"];
const PROFILES = ["directory"];
const FILTERS = [
  "specialty",
  "city",
  "language",
  "mode",
  "maxFee",
  "currency",
  "availableFrom",
  "availableTo",
  "hospitalId",
  "sort",
];
const PAGES = ["limit", "cursor"];

const page = (route: string, path: RegExp, tags: string[], query: string[] = []): SharedAddress => ({
  route,
  path,
  query,
  tags,
  isApi: false,
});
const list = (route: string, path: RegExp, tags: string[], query: string[] = []): SharedAddress => ({
  route,
  path,
  query,
  tags,
  isApi: true,
});

export const SHARED_PAGES: readonly SharedAddress[] = [
  page("/", /^\/$/, LISTS),
  page("/doctors", /^\/doctors$/, LISTS, [...FILTERS, "pages"]),
  page("/doctors/[slug]", /^\/doctors\/[^/]+$/, PROFILES, ["from", "service", "start"]),
  page("/hospitals", /^\/hospitals$/, PROFILES, ["pages"]),
  page("/hospitals/[slug]", /^\/hospitals\/[^/]+$/, PROFILES, ["pages"]),
  page("/services", /^\/services$/, LISTS, ["pages"]),
  page("/services/[slug]", /^\/services\/[^/]+$/, LISTS, ["pages"]),
  page("/emergency", /^\/emergency$/, PROFILES, ["hospital"]),
  list("/api/doctors", /^\/api\/doctors$/, LISTS, [...FILTERS, ...PAGES]),
  list("/api/doctors/{id}", /^\/api\/doctors\/[\da-f-]{36}$/, PROFILES),
  list("/api/doctors/{id}/availability", /^\/api\/doctors\/[\da-f-]{36}\/availability$/, PROFILES, [
    "from",
    "to",
    "serviceId",
    "hospitalId",
    "mode",
  ]),
  list("/api/hospitals", /^\/api\/hospitals$/, PROFILES, PAGES),
  list("/api/hospitals/{id}", /^\/api\/hospitals\/[\da-f-]{36}$/, PROFILES),
  list("/api/hospitals/{id}/doctors", /^\/api\/hospitals\/[\da-f-]{36}\/doctors$/, PROFILES, PAGES),
  list("/api/services", /^\/api\/services$/, LISTS, ["specialty", ...PAGES]),
  list("/api/specialties", /^\/api\/specialties$/, PROFILES, PAGES),
];
