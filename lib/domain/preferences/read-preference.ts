import type { Choices, Preference } from "./rules";
import { storedChoices } from "./schema";
import { CHOICE_CHANNELS, TOPICS } from "./status";

type Stored = { timeZone: string; choices: unknown; quietFrom: string | null; quietUntil: string | null };

/** Reads the columns of a preference, also of an account that has chosen nothing. */
export function readPreference({ timeZone, choices, quietFrom, quietUntil }: Stored): Preference {
  return {
    timeZone,
    quietHours: quietFrom !== null && quietUntil !== null ? { from: quietFrom, until: quietUntil } : null,
    choices: readChoices(choices),
  };
}

/** A topic or channel that this version doesn't know takes none of the others with it: what was stopped stays stopped. */
function readChoices(column: unknown): Choices {
  const stored = storedChoices.parse(column);
  const choices: Choices = {};
  for (const topic of TOPICS)
    for (const channel of CHOICE_CHANNELS) {
      const isOn = stored[topic]?.[channel];
      if (typeof isOn === "boolean") choices[topic] = { ...choices[topic], [channel]: isOn };
    }
  return choices;
}
