"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormMessage } from "@/components/ui/form-message";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { inviteRelativeAction } from "@/lib/domain/family/actions";
import { FAMILY_LINK_DAYS, INVITED_AS } from "@/lib/domain/family/format";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { AccessFields, type AccessDraft } from "./access-fields";

type Relative = keyof typeof INVITED_AS;
const RELATIVES = Object.keys(INVITED_AS) as Relative[];

export type InviteDialogProps = {
  patient: { id: string; name: string; isYou: boolean };
  /** Hands the record over to the young person's own account. */
  isHandOver: boolean;
  today: string;
  onClose: () => void;
};

/** Invites someone by email, to act for a patient or to take over their own record. */
export function InviteDialog({ patient, isHandOver, today, onClose }: InviteDialogProps) {
  const [email, setEmail] = useState("");
  const [relative, setRelative] = useState<Relative>(patient.isYou ? "SPOUSE" : "CHILD");
  const [draft, setDraft] = useState<AccessDraft>({ scope: "ALL", endsOn: "" });
  const wanted = isHandOver
    ? { relation: "SELF" as const }
    : { relation: relative, scope: draft.scope, endsOn: draft.endsOn || null };
  const { send, failure, isSending } = useInvite({ patientId: patient.id, email, ...wanted }, onClose);
  return (
    <FormDialog
      title={
        isHandOver ? `Hand over to ${patient.name}` : `Who should act for ${patient.isYou ? "you" : patient.name}?`
      }
      description={
        isHandOver
          ? `${patient.name} gets a link by email, which works for ${FAMILY_LINK_DAYS} days. You keep your access until their 18th birthday.`
          : `They get a link by email. It works once, for ${FAMILY_LINK_DAYS} days.`
      }
      submitLabel="Send the invitation"
      isPending={isSending}
      onSubmit={send}
      onClose={onClose}
    >
      {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
      <Field label={isHandOver ? `Email of ${patient.name}` : "Email"} name="email" required errors={failure?.fields}>
        <EmailInput value={email} onChange={(event) => setEmail(event.target.value)} />
      </Field>
      {isHandOver ? null : (
        <>
          <Field label={patient.isYou ? "Who are they to you?" : `Who are they to ${patient.name}?`} name="relation">
            <NativeSelect
              value={relative}
              onChange={(event) => setRelative(RELATIVES.find((one) => one === event.target.value) ?? relative)}
              options={RELATIVES.map((value) => ({ value, label: INVITED_AS[value] }))}
            />
          </Field>
          <AccessFields draft={draft} onChange={setDraft} today={today} errors={failure?.fields} />
        </>
      )}
    </FormDialog>
  );
}

function useInvite(input: Parameters<typeof inviteRelativeAction>[0], onDone: () => void) {
  const router = useRouter();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isSending, startSending] = useTransition();
  const send = () =>
    startSending(async () => {
      const result = await tryAction(() => inviteRelativeAction(input));
      if (!result.ok) return setFailure(result.error);
      toast.success("The invitation is on its way");
      router.refresh();
      onDone();
    });
  return { send, failure, isSending };
}
