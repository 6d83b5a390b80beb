import { administration } from "./administration";
import type { Permissions } from "./asking";
import { capacity } from "./capacity";
import { conversations } from "./conversations";
import { emergencies } from "./emergencies";
import { hospital } from "./hospital";
import { merges } from "./merges";
import { questions } from "./questions";
import { records } from "./records";
import { visits } from "./visits";

/** Who may do what over REST: every route as everyone, on a thing that is theirs or another's, and on one that is missing. */
export const PERMISSIONS: Permissions = {
  ...administration,
  ...capacity,
  ...conversations,
  ...emergencies,
  ...hospital,
  ...merges,
  ...questions,
  ...records,
  ...visits,
};
