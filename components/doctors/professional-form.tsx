"use client";
import { ChangeBanner } from "@/components/accounts/change-banner";
import { FormFailure } from "@/components/ui/form-failure";
import { NativeSelect } from "@/components/ui/native-select";
import { Button } from "@/components/ui/button";
import { errorFor, Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { PracticeFields } from "./practice-fields";
import { Languages, Specialties } from "./professional-choices";
import { ProfileText } from "./profile-text";
import { useProfile, type ProfileEditor, type StoredProfile } from "./use-profile";
import type { WorldChoices } from "./world-codes";

export type ProfessionalFormProps = StoredProfile & { choices: WorldChoices };

/** What patients read before they choose: name, languages, places and fee. */
export function ProfessionalForm({ choices, ...stored }: ProfessionalFormProps) {
  const editor = useProfile(stored);
  const { draft, change, failure } = editor;
  const { specialties } = stored;
  return (
    <form
      className="grid max-w-xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        editor.submit();
      }}
    >
      <UnsavedGuard isDirty={editor.isDirty} />
      {failure?.code === "version-mismatch" ? (
        <FormMessage tone="wait" title="This was changed in another window">
          Your changes are still here. Save again to keep them.
        </FormMessage>
      ) : (
        <FormFailure error={failure} />
      )}
      <ChangeBanner kind="doctor" change={stored.change} current={stored.profile} />
      <NameField editor={editor} />
      {specialties ? (
        <Specialties
          all={specialties}
          chosen={draft.specialtyIds}
          onChange={(specialtyIds) => change({ specialtyIds })}
          error={errorFor(failure?.fields, "specialtyIds")}
        />
      ) : null}
      <ProfileText editor={editor} name="registrationNumber" label="Registration number" />
      <AboutField editor={editor} />
      <Languages
        all={choices.languages}
        chosen={draft.languages}
        onChange={(languages) => change({ languages })}
        error={errorFor(failure?.fields, "languages")}
      />
      <FeeFields editor={editor} currencies={choices.currencies} />
      <PracticeFields editor={editor} countries={choices.countries} />
      <div>
        <Button type="submit" pending={editor.isSaving}>
          Save profile
        </Button>
      </div>
    </form>
  );
}

function NameField({ editor: { draft, change, failure } }: { editor: ProfileEditor }) {
  return (
    <Field label="Name" name="name" required errors={failure?.fields}>
      <Input
        value={draft.name}
        maxLength={120}
        autoComplete="name"
        onChange={(event) => change({ name: event.target.value })}
      />
    </Field>
  );
}

function AboutField({ editor: { draft, change, failure } }: { editor: ProfileEditor }) {
  return (
    <Field
      label="About you"
      name="biography"
      optional
      errors={failure?.fields}
      hint="What you specialise in, who you treat and how you work. Use plain words."
    >
      <Textarea
        rows={4}
        maxLength={4000}
        value={draft.biography ?? ""}
        onChange={(event) => change({ biography: event.target.value || null })}
      />
    </Field>
  );
}

type FeeProps = { editor: ProfileEditor; currencies: WorldChoices["currencies"] };

function FeeFields({ editor: { draft, change, fee, setFee, failure }, currencies }: FeeProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,12rem)] gap-3">
      <Field label="Usual fee" name="feeMinor" optional errors={failure?.fields} hint="Services can have their own.">
        <Input inputMode="decimal" className="tabular" value={fee} onChange={(event) => setFee(event.target.value)} />
      </Field>
      <Field label="Currency" name="currency" errors={failure?.fields}>
        <NativeSelect
          options={currencies}
          value={draft.currency}
          onChange={(event) => change({ currency: event.target.value })}
        />
      </Field>
    </div>
  );
}
