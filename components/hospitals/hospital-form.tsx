"use client";
import { useActionState, useState } from "react";
import { ChangeBanner } from "@/components/accounts/change-banner";
import { FormFailure } from "@/components/ui/form-failure";
import { NativeSelect } from "@/components/ui/native-select";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { placeOf } from "@/components/ui/format-instant";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { UnsavedFields } from "@/components/ui/unsaved-fields";
import { saveHospitalAction, type HospitalFormState } from "@/lib/domain/hospitals/actions";
import { tryFormAction } from "@/lib/platform/actions/try-action";
import type { FieldError } from "@/lib/platform/errors/app-error";
import type { OwnHospital } from "@/lib/domain/hospitals/load-own-hospital";

const save = tryFormAction(saveHospitalAction);

type Props = {
  hospital: Omit<OwnHospital, "departments">;
  /** Created by the server, because browsers know other country names and hydration would fail. */
  countries: { value: string; label: string }[];
};

type TextName = Exclude<keyof Props["hospital"], "id" | "verification" | "version" | "verifiesCallers" | "change">;

const SAVED = {
  public: "The hospital's public page shows it now.",
  asked: "An administrator will review the name, address and phone. Everything else is public now.",
};

const CALLERS = [
  { value: "no", label: "Send a vehicle at once" },
  { value: "yes", label: "Ring back before sending a vehicle" },
];

/** A manager's form for the hospital, with pending changes. What was typed stays when it was refused. */
export function HospitalForm({ hospital, countries }: Props) {
  const [state, action] = useActionState<HospitalFormState, FormData>(save, {});
  const [isDirty, setDirty] = useState(false);
  const { values } = state;
  const errors = state.error?.fields;
  const shown = hospital.change?.status === "PENDING" ? { ...hospital, ...hospital.change.changes } : hospital;
  const text = (name: TextName) => values?.[name] ?? String(shown[name] ?? "");
  const callers = values?.verifiesCallers ?? (hospital.verifiesCallers ? "yes" : "no");
  return (
    <form action={action} className="grid max-w-2xl gap-5">
      <Refusal error={state.error} />
      <UnsavedFields saved={state.done} version={hospital.version} onChange={setDirty} />
      {state.done && !isDirty ? (
        <FormMessage tone="good" title="Saved">
          {SAVED[state.waits ? "asked" : "public"]}
        </FormMessage>
      ) : null}
      <ChangeBanner kind="hospital" change={hospital.change} current={hospital} />
      <input type="hidden" name="id" value={hospital.id} />
      <input type="hidden" name="version" value={hospital.version} />
      <ProfileFields text={text} errors={errors} />
      <LocationFields text={text} errors={errors} countries={countries} />
      <Field
        label="Ambulance requests from people without an account"
        name="verifiesCallers"
        errors={errors}
        hint="Ringing back prevents prank calls but takes a minute. A vehicle can leave once the caller has read out four digits."
      >
        <NativeSelect key={callers} options={CALLERS} defaultValue={callers} />
      </Field>
      <p className="text-sm text-quiet">
        The hospital uses {placeOf(hospital.timeZone)} time. It can&apos;t be changed here, because all doctors&apos;
        hours depend on it.
      </p>
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </form>
  );
}

function Refusal({ error }: { error: HospitalFormState["error"] }) {
  if (error?.code !== "version-mismatch") return <FormFailure error={error} />;
  return (
    <FormMessage tone="wait" title="Someone else changed this in the meantime">
      Your changes are still here. Save again to keep them.
    </FormMessage>
  );
}

type FieldsProps = { text: (name: TextName) => string; errors: readonly FieldError[] | undefined };

function ProfileFields({ text, errors }: FieldsProps) {
  return (
    <>
      <Field label="Name" name="name" required errors={errors}>
        <Input defaultValue={text("name")} maxLength={160} autoComplete="organization" />
      </Field>
      <Field
        label="Description"
        name="description"
        optional
        errors={errors}
        hint="Two or three sentences: what the hospital is known for, how to get there."
      >
        <Textarea rows={4} defaultValue={text("description")} maxLength={4000} />
      </Field>
      <Field label="Phone" name="phone" optional errors={errors}>
        <Input type="tel" defaultValue={text("phone")} maxLength={32} autoComplete="off" />
      </Field>
      <Field
        label="Video link"
        name="videoUrl"
        optional
        errors={errors}
        hint="Your own video room. Only the patient and the doctor can see it, from ten minutes before an appointment."
      >
        <Input type="url" defaultValue={text("videoUrl")} maxLength={500} placeholder="https://" autoComplete="off" />
      </Field>
    </>
  );
}

function LocationFields({ text, errors, countries }: FieldsProps & Pick<Props, "countries">) {
  return (
    <>
      <Field label="Address" name="address" optional errors={errors}>
        <Input defaultValue={text("address")} maxLength={200} autoComplete="off" />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="City" name="city" optional errors={errors}>
          <Input defaultValue={text("city")} maxLength={100} autoComplete="off" />
        </Field>
        <Field label="Country" name="country" optional errors={errors}>
          <NativeSelect
            key={text("country")}
            empty="Not specified"
            options={countries}
            defaultValue={text("country")}
          />
        </Field>
        <Field label="Latitude" name="latitude" optional errors={errors} hint="Degrees, such as 52.5251">
          <Input inputMode="decimal" defaultValue={text("latitude")} maxLength={20} autoComplete="off" />
        </Field>
        <Field label="Longitude" name="longitude" optional errors={errors} hint="Degrees, such as 13.3694">
          <Input inputMode="decimal" defaultValue={text("longitude")} maxLength={20} autoComplete="off" />
        </Field>
      </div>
    </>
  );
}
