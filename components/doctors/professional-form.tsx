"use client";
import { useState } from "react";
import { ChangeBanner } from "@/components/accounts/change-banner";
import { FormFailure } from "@/components/ui/form-failure";
import { NativeSelect } from "@/components/ui/native-select";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { errorFor, Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { saveOwnProfileAction } from "@/lib/domain/doctors/actions";
import type { OwnProfileInput } from "@/lib/domain/doctors/schema";
import type { DoctorChanges, OwnChange } from "@/lib/domain/doctors/schema-changes";
import { amountMinor, amountText } from "@/lib/platform/money/amount";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { Languages, Specialties } from "./professional-choices";
import type { WorldChoices } from "./world-codes";

export type ProfessionalFormProps = {
  profile: Required<OwnProfileInput>;
  /** What awaits approval, or was rejected. */
  change: OwnChange<DoctorChanges> | null;
  /** Only until administrators have verified the doctor. */
  specialties: { id: string; name: string }[] | null;
  choices: WorldChoices;
};

/** What patients read before they choose: name, languages, places and fee. */
export function ProfessionalForm({ profile, change: asked, specialties, choices }: ProfessionalFormProps) {
  const [draft, setDraft] = useState({ ...profile, ...(asked?.status === "PENDING" ? asked.changes : {}) });
  const [fee, setFee] = useState(amountText(profile.feeMinor, profile.currency));
  const [saved, setSaved] = useState(() => textOf(draft, fee));
  const { save, failure, isSaving } = useSavedForm(
    specialties ? "Saved. Patients will see it once you're verified." : "Saved. Patients can see it now.",
  );
  const errors = failure?.fields;
  const change = (with_: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...with_ }));
  const text = (
    name: "practiceName" | "phone" | "videoUrl" | "address" | "city" | "registrationNumber",
    label: string,
    autoComplete?: string,
    hint?: string,
  ) => (
    <Field label={label} name={name} optional errors={errors} hint={hint}>
      <Input
        type={name === "phone" ? "tel" : name === "videoUrl" ? "url" : "text"}
        value={draft[name] ?? ""}
        maxLength={name === "videoUrl" ? 500 : 200}
        autoComplete={autoComplete}
        onChange={(event) => change({ [name]: event.target.value || null })}
      />
    </Field>
  );
  const submit = () => {
    const { specialtyIds, ...rest } = draft;
    // After a conflict the page has the newest version: saving again means overwriting.
    const version = Math.max(draft.version, profile.version);
    save(
      () =>
        saveOwnProfileAction({
          ...rest,
          ...(specialties ? { specialtyIds } : {}),
          version,
          feeMinor: amountMinor(fee, draft.currency),
        }),
      (answer) => {
        change({ version: answer.version });
        setSaved(textOf(draft, fee));
        return answer.waits ? "Saved. An administrator will review your name and number." : undefined;
      },
    );
  };
  return (
    <form
      className="grid max-w-xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <UnsavedGuard isDirty={textOf(draft, fee) !== saved} />
      {failure?.code === "version-mismatch" ? (
        <FormMessage tone="wait" title="This was changed in another window">
          Your changes are still here. Save again to keep them.
        </FormMessage>
      ) : (
        <FormFailure error={failure} />
      )}
      <ChangeBanner kind="doctor" change={asked} current={profile} />
      <Field label="Name" name="name" required errors={errors}>
        <Input
          value={draft.name}
          maxLength={120}
          autoComplete="name"
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      {specialties ? (
        <Specialties
          all={specialties}
          chosen={draft.specialtyIds}
          onChange={(specialtyIds) => change({ specialtyIds })}
          error={errorFor(errors, "specialtyIds")}
        />
      ) : null}
      {text("registrationNumber", "Registration number")}
      <Field
        label="About you"
        name="biography"
        optional
        errors={errors}
        hint="What you specialise in, who you treat and how you work. Use plain words."
      >
        <Textarea
          rows={4}
          maxLength={4000}
          value={draft.biography ?? ""}
          onChange={(event) => change({ biography: event.target.value || null })}
        />
      </Field>
      <Languages
        all={choices.languages}
        chosen={draft.languages}
        onChange={(languages) => change({ languages })}
        error={errorFor(errors, "languages")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,12rem)] gap-3">
        <Field label="Usual fee" name="feeMinor" optional errors={errors} hint="Services can have their own.">
          <Input inputMode="decimal" className="tabular" value={fee} onChange={(event) => setFee(event.target.value)} />
        </Field>
        <Field label="Currency" name="currency" errors={errors}>
          <NativeSelect
            options={choices.currencies}
            value={draft.currency}
            onChange={(event) => change({ currency: event.target.value })}
          />
        </Field>
      </div>
      {text("practiceName", "Name of your practice", "organization")}
      {text(
        "phone",
        "Phone of your practice",
        "tel",
        "Patients need it when it's too late to cancel or reschedule online.",
      )}
      {text(
        "videoUrl",
        "Video link",
        "off",
        "Your own video room, starting with https://. Only you and the patient can see it, from ten minutes before an appointment.",
      )}
      {text("address", "Street and number", "street-address")}
      <div className="grid gap-5 sm:grid-cols-2 sm:gap-3">
        {text("city", "Town", "address-level2")}
        <Field label="Country" name="country" optional errors={errors}>
          <Combobox
            options={choices.countries}
            value={draft.country}
            onValueChange={(country) => change({ country })}
            clearLabel="No country"
          />
        </Field>
      </div>
      <div>
        <Button type="submit" pending={isSaving}>
          Save profile
        </Button>
      </div>
    </form>
  );
}

/** What was typed, without the version; emptied fields count as never filled. */
function textOf({ version: _, ...draft }: Required<OwnProfileInput>, fee: string): string {
  return JSON.stringify([draft, fee], (_name, value: unknown) => (value === "" ? null : value));
}
