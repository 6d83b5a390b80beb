"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormFailure } from "@/components/ui/form-failure";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { savePreferencesAction } from "@/lib/domain/preferences/actions";
import type { Preferences } from "@/lib/domain/preferences/schema";
import type { ChoiceChannel } from "@/lib/domain/preferences/status";
import { QuietHoursFields } from "./quiet-hours-fields";
import { TopicChoices } from "./topic-choices";

type Choice = Preferences["choices"][number];
type Props = {
  preferences: Preferences;
  /** Where this site can send anything at all. */
  channels: readonly ChoiceChannel[];
  hasPhone: boolean;
};

/** What someone hears of outside of the portal, where, and when not. */
export function PreferencesForm({ preferences, channels, hasPhone }: Props) {
  const [saved, setSaved] = useState(preferences);
  const [draft, setDraft] = useState(preferences);
  const { save, failure, isSaving } = useSavedForm("Saved");
  const isDirty = said(draft) !== said(saved);
  // Saved here, or elsewhere: what was changed here and isn't saved yet stays.
  if (saved.version !== preferences.version) {
    setSaved(preferences);
    setDraft(rebased(draft, saved, preferences));
  }
  const submit = () => {
    const { version } = saved;
    const choices = draft.choices
      .filter(({ isOn }, index) => isOn !== saved.choices[index]?.isOn)
      .map(({ topic, channel, isOn }) => ({ topic, channel, isOn }));
    save(() => savePreferencesAction({ version, choices, quietHours: draft.quietHours }));
  };
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <UnsavedGuard isDirty={isDirty} />
      <FormFailure error={failure} />
      <TopicChoices
        choices={draft.choices}
        channels={channels}
        hasPhone={hasPhone}
        onChange={(choices) => setDraft({ ...draft, choices })}
      />
      <QuietHoursFields
        hours={draft.quietHours}
        timeZone={preferences.timeZone}
        errors={failure?.fields}
        onChange={(quietHours) => setDraft({ ...draft, quietHours })}
      />
      <div>
        <Button type="submit" pending={isSaving}>
          Update choices
        </Button>
      </div>
    </form>
  );
}

const said = ({ choices, quietHours }: Preferences) => JSON.stringify([choices, quietHours]);

/** What is stored now, with what differs between the draft and what it was made from. */
function rebased(draft: Preferences, from: Preferences, onto: Preferences): Preferences {
  const isSame = JSON.stringify(draft.quietHours) === JSON.stringify(from.quietHours);
  return {
    ...onto,
    choices: onto.choices.map((choice) => ({ ...choice, isOn: changed(choice, draft, from) ?? choice.isOn })),
    quietHours: isSame ? onto.quietHours : draft.quietHours,
  };
}

/** What a draft has changed a choice to; undefined for one it hasn't changed. */
function changed({ topic, channel }: Choice, draft: Preferences, from: Preferences): boolean | undefined {
  const isOnIn = ({ choices }: Preferences) =>
    choices.find((one) => one.topic === topic && one.channel === channel)?.isOn;
  return isOnIn(draft) === isOnIn(from) ? undefined : isOnIn(draft);
}
