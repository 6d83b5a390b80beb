"use client";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { ProfileText } from "./profile-text";
import type { ProfileEditor } from "./use-profile";
import type { WorldChoices } from "./world-codes";

type Props = { editor: ProfileEditor; countries: WorldChoices["countries"] };

/** The doctor's own practice: how patients reach it, on the phone, by video or on foot. */
export function PracticeFields({ editor, countries }: Props) {
  const { draft, change, failure } = editor;
  return (
    <>
      <ProfileText editor={editor} name="practiceName" label="Name of your practice" autoComplete="organization" />
      <ProfileText
        editor={editor}
        name="phone"
        label="Phone of your practice"
        autoComplete="tel"
        hint="Patients need it when it's too late to cancel or reschedule online."
      />
      <ProfileText
        editor={editor}
        name="videoUrl"
        label="Video link"
        autoComplete="off"
        hint="Your own video room, starting with https://. Only you and the patient can see it, from ten minutes before an appointment."
      />
      <ProfileText editor={editor} name="address" label="Street and number" autoComplete="street-address" />
      <div className="grid gap-5 sm:grid-cols-2 sm:gap-3">
        <ProfileText editor={editor} name="city" label="Town" autoComplete="address-level2" />
        <Field label="Country" name="country" optional errors={failure?.fields}>
          <Combobox
            options={countries}
            value={draft.country}
            onValueChange={(country) => change({ country })}
            clearLabel="No country"
          />
        </Field>
      </div>
    </>
  );
}
