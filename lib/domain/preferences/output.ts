import type { OwnPreference } from "./queries";
import { isWanted } from "./rules";
import type { Preferences } from "./schema";
import { ALWAYS, CHOICE_CHANNELS } from "./status";

/** Returns the wire format of what someone has chosen, of the topics that concern them. */
export function toPreferencesOutput(preference: OwnPreference): Preferences {
  const { version, timeZone, quietHours, choices, topics } = preference;
  return {
    version,
    timeZone,
    quietHours,
    choices: topics.flatMap((topic) =>
      CHOICE_CHANNELS.map((channel) => ({
        topic,
        channel,
        isOn: isWanted(topic, channel, choices),
        isFixed: ALWAYS[topic].includes(channel),
      })),
    ),
  };
}
