import type { PackedRules } from "./iana";

/** In the browser there are no rules: what a page shows of a place comes with its offsets (`clock.ts`). */
export const iana: PackedRules | null = null;
