import { DAY_MS } from "@/lib/platform/time/iso-text";
import { FAMILY_LINK_DAYS } from "../format";

/** Returns until when a link sent now works. */
export const linkEndsAt = (now: Date) => new Date(now.getTime() + FAMILY_LINK_DAYS * DAY_MS);
