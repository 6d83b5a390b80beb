"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { ReasonField } from "@/components/front-desk/reason-field";
import { RecipientFields, useRecipient } from "@/components/patients/recipient-fields";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { PRIORITY_REASONS, type PriorityReason } from "@/lib/domain/queues/status";
import { overbookPatientAction } from "@/lib/domain/waiting-room/actions";
import { PRIORITY_LABELS } from "@/lib/domain/waiting-room/format";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

/** A queue the reader runs: a doctor's at the hospital, or their own at one of their places. */
export type UrgentQueue = { doctorId: string; hospitalId: string | null; label: string };
type Props = {
  portal: "hospital" | "doctor";
  /** Whose patients are offered; null: the doctor's own. */
  hospitalId: string | null;
  queues: readonly UrgentQueue[];
};

/** Adds an urgent patient to what a doctor has booked today: checked in, and first in line. */
export function UrgentForm({ portal, hospitalId, queues }: Props) {
  const form = useUrgent(portal, queues);
  const { recipient, priority, reason, failure } = form;
  return (
    <form
      noValidate
      className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        form.add();
      }}
    >
      <Card className="grid min-w-0 gap-5">
        <CardHeader title="Who is it?" className="mb-0" />
        <UnsavedGuard isDirty={reason.trim() !== ""} />
        <RecipientFields hospitalId={hospitalId} recipient={recipient} errors={failure?.fields} />
        <ReasonField value={reason} onChange={form.setReason} errors={failure?.fields} />
      </Card>
      <Card className="grid min-w-0 gap-5">
        <CardHeader title={WORDS[portal].title} className="mb-0" />
        <QueueField portal={portal} queues={queues} form={form} />
        <Field
          label="Why they can’t wait"
          name="priority"
          required
          errors={failure?.fields}
          hint="Everyone who runs the queue sees this."
        >
          <NativeSelect
            value={priority}
            onChange={(event) => form.setPriority(event.target.value as PriorityReason)}
            options={PRIORITY_REASONS.map((one) => ({ value: one, label: PRIORITY_LABELS[one] }))}
          />
        </Field>
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        <Button type="submit" size="lg" pending={form.isAdding}>
          Add and check in
        </Button>
      </Card>
    </form>
  );
}

const WORDS = {
  hospital: { title: "Which doctor, and why now?", label: "Doctor", choose: "Choose a doctor" },
  doctor: { title: "Where, and why now?", label: "Place", choose: "Choose a place" },
} as const;

type QueueProps = Pick<Props, "portal" | "queues"> & { form: ReturnType<typeof useUrgent> };

/** Which queue it is: chosen, not guessed, where there is more than one. */
function QueueField({ portal, queues, form: { recipient, chosen, setChosen, failure } }: QueueProps) {
  const { label, choose } = WORDS[portal];
  return (
    <Field
      label={label}
      name={portal === "hospital" ? "doctorId" : "hospitalId"}
      required
      errors={failure?.fields}
      error={recipient.isAsked && !chosen ? choose : undefined}
    >
      <NativeSelect
        empty={choose}
        value={chosen ? keyOf(chosen) : ""}
        onChange={(event) => setChosen(queues.find((one) => keyOf(one) === event.target.value))}
        options={queues.map((one) => ({ value: keyOf(one), label: one.label }))}
      />
    </Field>
  );
}

const keyOf = ({ doctorId, hospitalId }: UrgentQueue) => `${doctorId} ${hospitalId ?? ""}`;

/** What is entered, and adding it; what was entered stays when that fails. */
function useUrgent(portal: Props["portal"], queues: Props["queues"]) {
  const router = useRouter();
  const recipient = useRecipient({ startsNew: true });
  const [reason, setReason] = useState("");
  const [chosen, setChosen] = useState(queues.length === 1 ? queues[0] : undefined);
  const [priority, setPriority] = useState<PriorityReason>("URGENT_SYMPTOMS");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isAdding, startAdding] = useTransition();
  const add = () => {
    const said = recipient.read();
    if (!said || !chosen) return;
    startAdding(async () => {
      setFailure(undefined);
      const text = reason.trim() ? { reason } : {};
      const { doctorId, hospitalId } = chosen;
      const place = hospitalId === null ? {} : { hospitalId };
      const input = { doctorId, ...place, priority, ...said.sent, ...text };
      const result = await tryAction(() => overbookPatientAction(input));
      if (!result.ok) return setFailure(result.error);
      toast.success("Added and checked in, first in line");
      router.push(routes[portal].waitingRoom());
    });
  };
  return { recipient, reason, setReason, chosen, setChosen, priority, setPriority, failure, isAdding, add };
}
