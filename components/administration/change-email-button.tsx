"use client";
import { AtSign } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Person } from "@/lib/domain/administration/schema";
import { requestEmailChangeAction } from "@/lib/domain/email-changes/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { person: Pick<Person, "id" | "name" | "email"> };

/** Asks for another address of an account. */
export function ChangeEmailButton(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <AtSign aria-hidden /> Change address
      </Button>
      {isOpen ? <ChangeDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ChangeDialog({ person, onClose }: Props & { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isPending, setPending] = useState(false);
  const ask = async () => {
    setPending(true);
    const result = await tryAction(() => requestEmailChangeAction({ userId: person.id, email, reason }));
    setPending(false);
    if (!result.ok) return setFailure(result.error);
    toast.success("Two emails are on their way", { description: "One asks for consent, one tells the old address." });
    onClose();
  };
  return (
    <FormDialog
      title="Change the email address"
      description={`${person.name} signs in with ${person.email} until someone who reads mail at the new address agrees, within 24 hours. Then all their sessions end.`}
      submitLabel="Ask for consent"
      isPending={isPending}
      onSubmit={ask}
      onClose={onClose}
    >
      {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
      <Field label="New email address" name="email" required errors={failure?.fields}>
        <EmailInput value={email} autoFocus onChange={(event) => setEmail(event.target.value)} />
      </Field>
      <Field
        label="Reason"
        name="reason"
        required
        errors={failure?.fields}
        hint="For other administrators, such as how you know who asked. It isn’t sent to anyone."
      >
        <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
