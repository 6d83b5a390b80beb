import type { PackedRules } from "./iana";

/** The browser has no rules: a page's times come with their offsets (`clock.ts`). */
export const iana: PackedRules | null = null;
