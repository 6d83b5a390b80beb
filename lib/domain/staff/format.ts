import type { StaffRole } from "./schema";

export const ROLE_WORDS: Record<StaffRole, string> = { MANAGER: "Manager", COORDINATOR: "Coordinator" };

/** What each role may do, in a sentence. */
export const ROLE_MEANINGS: Record<StaffRole, string> = {
  MANAGER: "Manages the whole hospital, including staff and doctors.",
  COORDINATOR: "Works at the front desk: appointments, beds and ambulances.",
};

/** How long the link of a staff invitation works. */
export const STAFF_LINK_DAYS = 14;
