"use client";
import { LockOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { openEmergencyAction } from "@/lib/domain/emergency-access/actions";
import { EMERGENCY_HOURS, MAX_A_DAY } from "@/lib/domain/emergency-access/format";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

/** Opens the record of someone found by exact name and date of birth, for a reason. */
export function EmergencyForm() {
  const { draft, change, open, failure, isOpening, isDirty } = useEmergency();
  return (
    <Card>
      <CardHeader
        title="Open a record"
        text={`You can read it for ${EMERGENCY_HOURS} hours. The patient and administrators are notified at once and see your reason, and each look is logged. An administrator reviews it. At most ${MAX_A_DAY} records within 24 hours.`}
      />
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <UnsavedGuard isDirty={isDirty} />
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Patient’s full name" name="name" required errors={failure?.fields}>
            <Input value={draft.name} maxLength={100} autoComplete="off" onChange={change("name")} />
          </Field>
          <Field label="Born on" name="bornOn" required errors={failure?.fields}>
            <Input type="date" value={draft.bornOn} onChange={change("bornOn")} />
          </Field>
        </div>
        <Field
          label="Reason"
          name="reason"
          required
          errors={failure?.fields}
          hint="What has happened, and why you need the record now."
        >
          <Textarea rows={3} maxLength={1000} value={draft.reason} onChange={change("reason")} />
        </Field>
        <Button type="submit" variant="danger" className="w-fit" pending={isOpening}>
          <LockOpen aria-hidden /> Open the record
        </Button>
      </form>
    </Card>
  );
}

const EMPTY = { name: "", bornOn: "", reason: "" };

function useEmergency() {
  const router = useRouter();
  const [draft, setDraft] = useState(EMPTY);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isOpening, startOpening] = useTransition();
  const change = (field: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setDraft({ ...draft, [field]: event.target.value });
  const open = () =>
    startOpening(async () => {
      const result = await tryAction(() => openEmergencyAction(draft));
      setFailure(result.ok ? undefined : result.error);
      if (!result.ok) return;
      setDraft(EMPTY);
      router.push(routes.doctor.patient(result.data.patientId));
    });
  return { draft, change, open, failure, isOpening, isDirty: Object.values(draft).some((text) => text.trim() !== "") };
}
