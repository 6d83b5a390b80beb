"use client";
import type { Route } from "next";
import { useActionState } from "react";
import { signUpAction, type FormState } from "@/lib/domain/accounts/actions";
import { PASSWORD_HINT, PASSWORD_MIN, type SignUpKind } from "@/lib/domain/accounts/schema";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { useReader } from "@/components/ui/reader";
import { SubmitButton } from "@/components/ui/submit-button";
import { FormFailure } from "@/components/ui/form-failure";
import { NativeSelect, type NativeOption } from "@/components/ui/native-select";
import { TimeZoneField } from "./time-zone-field";

type Errors = NonNullable<FormState["error"]>["fields"];
type PartProps = { errors: Errors; values: Record<string, string> };

export type SignUpFormProps = { kind: SignUpKind; specialties: NativeOption[]; from?: Route | undefined };

const SUBMIT = {
  patient: "Create my account",
  doctor: "Create my account",
  hospital: "Register the hospital",
} as const;

/** One form for three kinds of people; the address says which, so that it works without scripts as well. */
export function SignUpForm({ kind, specialties, from }: SignUpFormProps) {
  const [state, action] = useActionState<FormState, FormData>(signUpAction, {});
  const { timeZone } = useReader();
  const errors = state.error?.fields;
  const values = state.values ?? {};
  return (
    <form action={action} className="grid gap-5">
      <FormFailure error={state.error} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="timeZone" value={timeZone} />
      {from ? <input type="hidden" name="from" value={from} /> : null}
      {kind === "hospital" ? <HospitalFields errors={errors} values={values} /> : null}
      <PersonFields kind={kind} errors={errors} values={values} />
      {kind === "doctor" ? <DoctorFields errors={errors} values={values} specialties={specialties} /> : null}
      <SubmitButton size="lg" block>
        {SUBMIT[kind]}
      </SubmitButton>
    </form>
  );
}

function PersonFields({ kind, errors, values }: PartProps & { kind: SignUpKind }) {
  const nameHint = kind === "doctor" ? "As patients will see it, such as Dr. Mara Lindqvist." : undefined;
  return (
    <>
      <Field label="Your name" name="name" required errors={errors} hint={nameHint}>
        <Input autoComplete="name" defaultValue={values.name} maxLength={120} />
      </Field>
      <Field label="Email" name="email" required errors={errors}>
        <EmailInput autoComplete="username" defaultValue={values.email} />
      </Field>
      <Field label="Password" name="password" required errors={errors} hint={PASSWORD_HINT}>
        <PasswordInput autoComplete="new-password" minLength={PASSWORD_MIN} />
      </Field>
    </>
  );
}

function DoctorFields({ errors, values, specialties }: PartProps & { specialties: NativeOption[] }) {
  return (
    <>
      {specialties.length > 0 ? (
        <Field label="Specialty" name="doctor.specialties[]" error={messageFor(errors, "doctor.specialties")} optional>
          <NativeSelect options={specialties} empty="Choose later" defaultValue={values["doctor.specialties[]"]} />
        </Field>
      ) : null}
      <Field
        label="Registration number"
        name="doctor.registrationNumber"
        errors={errors}
        optional
        hint="Your number in the medical register. We need it before patients can find you."
      >
        <Input autoComplete="off" defaultValue={values["doctor.registrationNumber"]} maxLength={60} />
      </Field>
    </>
  );
}

function HospitalFields({ errors, values }: PartProps) {
  return (
    <>
      <Field label="Hospital name" name="hospital.name" required errors={errors}>
        <Input autoComplete="organization" defaultValue={values["hospital.name"]} maxLength={160} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="City" name="hospital.city" errors={errors} optional>
          <Input autoComplete="address-level2" defaultValue={values["hospital.city"]} maxLength={100} />
        </Field>
        <TimeZoneField
          label="Time zone"
          name="hospital.timeZone"
          errors={errors}
          defaultValue={values["hospital.timeZone"]}
        />
      </div>
    </>
  );
}

function messageFor(errors: Errors, path: string): string | undefined {
  return errors?.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message;
}
