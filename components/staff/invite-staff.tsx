"use client";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { inviteStaffAction } from "@/lib/domain/staff/actions";
import { ROLE_MEANINGS, ROLE_WORDS, STAFF_LINK_DAYS } from "@/lib/domain/staff/format";
import type { StaffRole } from "@/lib/domain/staff/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

const ROLES: StaffRole[] = ["COORDINATOR", "MANAGER"];

/** Invites someone to the staff by mail. */
export function InviteStaff({ hospitalId }: { hospitalId: string }) {
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<StaffRole>("COORDINATOR");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isSending, startSending] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const send = () =>
    startSending(async () => {
      const result = await tryAction(() => inviteStaffAction({ hospitalId, email, role }));
      setFailure(result.ok ? undefined : result.error);
      if (!result.ok) return field.current?.focus();
      setEmail("");
      toast.success("The invitation is on its way");
      router.refresh();
      field.current?.focus();
    });
  return (
    <Card>
      <CardHeader
        title="Invite someone"
        text={`They'll get a link by email. It works once, for ${STAFF_LINK_DAYS} days.`}
      />
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <UnsavedGuard isDirty={email.trim() !== ""} />
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        <Field label="Email" name="email" required errors={failure?.fields}>
          <EmailInput ref={field} value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <Field label="Role" name="role">
          <RadioGroup value={role} onValueChange={(value) => setRole(value as StaffRole)}>
            {ROLES.map((value) => (
              <RadioCard key={value} value={value} label={ROLE_WORDS[value]} hint={ROLE_MEANINGS[value]} />
            ))}
          </RadioGroup>
        </Field>
        <Button type="submit" pending={isSending}>
          Send the invitation
        </Button>
      </form>
    </Card>
  );
}
