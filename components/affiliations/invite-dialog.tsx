"use client";
import { useCallback, useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Textarea } from "@/components/ui/textarea";
import { findDoctorsAction, inviteDoctorAction } from "@/lib/domain/affiliations/actions";
import { specialtyLine } from "@/lib/domain/directory/format";
import { DepartmentField, NO_DEPARTMENT, type DepartmentChoice } from "./department-field";
import { NamePicker } from "./name-picker";
import { RefusalNote } from "./refusal-note";
import { useChange } from "./use-change";

export type InviteDialogProps = { hospitalId: string; departments: DepartmentChoice[]; onClose: () => void };

type By = "doctor" | "email";
const WAYS = [
  { value: "doctor", label: "On CareSync" },
  { value: "email", label: "By email" },
] as const;

/** Invites a listed doctor, or someone by email; with a message and a department. */
export function InviteDialog({ hospitalId, departments, onClose }: InviteDialogProps) {
  const draft = useInvitation(hospitalId, onClose);
  const { by, message, department, failure, errors } = draft;
  return (
    <FormDialog
      title="Invite a doctor"
      description="Doctors who accept can set hours here and be booked straight away. The invitation expires after 14 days."
      submitLabel="Send the invitation"
      isPending={draft.isPending}
      onSubmit={draft.send}
      onClose={onClose}
    >
      <RefusalNote failure={failure} />
      <SegmentedControl<By> label="How to find the doctor" segments={WAYS} value={by} onValueChange={draft.changeWay} />
      {by === "doctor" ? <DoctorField hospitalId={hospitalId} draft={draft} /> : <EmailField draft={draft} />}
      <DepartmentField departments={departments} value={department} onChange={draft.setDepartment} errors={errors} />
      <Field label="Message" name="message" optional errors={errors} hint="They'll see this with the invitation.">
        <Textarea
          rows={3}
          maxLength={1000}
          value={message}
          onChange={(event) => draft.setMessage(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}

type Draft = ReturnType<typeof useInvitation>;

/** What has been entered so far, and sending it. */
function useInvitation(hospitalId: string, onSent: () => void) {
  const [by, setBy] = useState<By>("doctor");
  const [doctorId, setDoctorId] = useState<string>();
  const [email, setEmail] = useState("");
  const [message, setMessage] = useState("");
  const [department, setDepartment] = useState(NO_DEPARTMENT);
  const [missing, setMissing] = useState<string>();
  const { make, failure, isPending, clear } = useChange();

  const changeWay = (way: By) => {
    setBy(way);
    setMissing(undefined);
    clear();
  };
  const send = async () => {
    const recipient = by === "doctor" ? { doctorId } : { email: email.trim() };
    setMissing(
      by === "doctor"
        ? doctorId
          ? undefined
          : "Choose a doctor"
        : email.trim()
          ? undefined
          : "Enter an email address",
    );
    if (by === "doctor" ? !doctorId : !email.trim()) return;
    const words = message.trim() ? { message } : {};
    const invite = { ...recipient, ...words, ...(department === NO_DEPARTMENT ? {} : { departmentId: department }) };
    if (await make("Invited. The email is on its way.", () => inviteDoctorAction({ hospitalId, invite }))) onSent();
  };
  const errors = failure?.fields?.map((field) => ({ ...field, path: field.path.replace(/^invite\./, "") }));
  const fields = { email, message, department, setDoctorId, setEmail, setMessage, setDepartment };
  return { by, changeWay, ...fields, missing, failure, errors, isPending, send };
}

function DoctorField({ hospitalId, draft }: { hospitalId: string; draft: Draft }) {
  const find = useDoctors(hospitalId);
  return (
    <Field label="Doctor" name="doctorId" required error={draft.missing} errors={draft.errors}>
      <NamePicker
        find={find}
        onChoose={(option) => draft.setDoctorId(option?.value)}
        placeholder="Choose a doctor"
        searchPlaceholder="Type the doctor's name"
        nobody="No listed doctor with this name can be invited. Try their email address."
      />
    </Field>
  );
}

function EmailField({ draft }: { draft: Draft }) {
  return (
    <Field
      label="Email"
      name="email"
      required
      error={draft.missing}
      errors={draft.errors}
      hint="They'll get a link that works once. If they are new to CareSync, they can sign up with it."
    >
      <EmailInput value={draft.email} onChange={(event) => draft.setEmail(event.target.value)} />
    </Field>
  );
}

/** The hospital's search for doctors, for a picker. */
function useDoctors(hospitalId: string) {
  return useCallback(
    async (name: string) => {
      const result = await findDoctorsAction({ hospitalId, name });
      if (!result.ok) return result;
      const hint = (doctor: (typeof result.data)[number]) =>
        [specialtyLine(doctor.specialties), doctor.city].filter(Boolean).join(" · ");
      return {
        ok: true as const,
        data: result.data.map((doctor) => ({ value: doctor.id, label: doctor.name, hint: hint(doctor) })),
      };
    },
    [hospitalId],
  );
}
