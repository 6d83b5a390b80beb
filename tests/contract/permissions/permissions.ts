import { administration } from "./administration";
import type { Permissions } from "./asking";
import { capacity } from "./capacity";
import { conversations } from "./conversations";
import { displays } from "./displays";
import { disruptions } from "./disruptions";
import { emergencies } from "./emergencies";
import { dataExports } from "./exports";
import { hospital } from "./hospital";
import { merges } from "./merges";
import { messages } from "./messages";
import { people } from "./people";
import { push } from "./push";
import { questions } from "./questions";
import { records } from "./records";
import { registrations } from "./registrations";
import { reminders } from "./reminders";
import { visits } from "./visits";
import { waiting } from "./waiting";
import { recalls } from "./recalls";
import { waitlist } from "./waitlist";
import { numbers } from "./numbers";
import { wardClosures } from "./ward-closures";

/** Who may do what over REST: every route as everyone, on a thing that is theirs or another's, and on one that is missing. */
export const PERMISSIONS: Permissions = {
  ...administration,
  ...capacity,
  ...conversations,
  ...dataExports,
  ...displays,
  ...disruptions,
  ...emergencies,
  ...hospital,
  ...merges,
  ...messages,
  ...people,
  ...push,
  ...questions,
  ...records,
  ...registrations,
  ...reminders,
  ...visits,
  ...waiting,
  ...recalls,
  ...waitlist,
  ...numbers,
  ...wardClosures,
};
