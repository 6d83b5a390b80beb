import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { preferencesChanged } from "./events";
import { getOwnPreferenceIn, type OwnPreference } from "./queries";
import { isWanted, type Choices } from "./rules";
import type { PreferencesInput } from "./schema";
import { savePreference } from "./statements";
import { ALWAYS } from "./status";

/**
 * Saves what the actor wants to hear of and where, and their quiet hours. Unchanged values are no change. Throws `invalid` for what can't
 * be turned off, and `version-mismatch`.
 */
export async function savePreferences(
  actor: Actor,
  input: PreferencesInput,
  expectedVersion?: ExpectedVersion,
): Promise<OwnPreference> {
  const { userId } = actor;
  if (!userId) throw notFound();
  refuseSilence(input);
  return inTransaction(actor, async (tx) => {
    const before = await getOwnPreferenceIn(tx, actor);
    requireVersion(before, expectedVersion);
    const choices = withChoices(before.choices, input);
    const quietHours = input.quietHours === undefined ? before.quietHours : input.quietHours;
    const fields = [
      ...(JSON.stringify(choices) === JSON.stringify(before.choices) ? [] : ["choices"]),
      ...(JSON.stringify(quietHours) === JSON.stringify(before.quietHours) ? [] : ["quietHours"]),
    ];
    if (fields.length === 0) return before;
    const [saved] = await savePreference(tx, {
      userId,
      choices: JSON.stringify(choices),
      quietFrom: quietHours?.from ?? null,
      quietUntil: quietHours?.until ?? null,
      version: before.version,
    });
    if (!saved) throw versionMismatch();
    const details = { fields: fields.join(",") };
    const audit = { action: "preferences.changed", subject: "user", subjectId: userId, details };
    await recordChange(tx, actor, audit, [preferencesChanged(userId)]);
    return { ...before, choices, quietHours, version: saved.version };
  });
}

function refuseSilence({ choices = [] }: PreferencesInput): void {
  const index = choices.findIndex(({ topic, channel, isOn }) => !isOn && ALWAYS[topic].includes(channel));
  if (index < 0) return;
  throw new AppError("invalid", undefined, {
    fields: [{ path: `choices.${index}.isOn`, message: "This can't be turned off" }],
  });
}

/** Only what differs from what holds already is kept: what is usual may change with the product. */
function withChoices(before: Choices, { choices = [] }: PreferencesInput): Choices {
  return choices
    .filter(({ topic, channel, isOn }) => isWanted(topic, channel, before) !== isOn)
    .reduce<Choices>(
      (all, { topic, channel, isOn }) => ({ ...all, [topic]: { ...all[topic], [channel]: isOn } }),
      before,
    );
}
