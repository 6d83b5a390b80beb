"use client";
import { BellRing, DoorOpen, MessageSquareReply } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { FormFailure } from "@/components/ui/form-failure";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { placeOf } from "@/components/ui/format-instant";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { useClock, useReader } from "@/components/ui/reader";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { shiftDate } from "@/lib/platform/time/local-date";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { requestBedAction } from "@/lib/domain/beds/actions";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import type { WardKind } from "@/lib/domain/beds/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

export type RequestBedFormProps = {
  hospital: { id: string; name: string; timeZone: string };
  /** The kinds of beds the hospital has, with how many are free now. */
  kinds: { kind: WardKind; free: number }[];
  patients: { id: string; name: string }[];
  asOf: string;
};

const YEAR_DAYS = 365;

/** Kind, patient, dates and reason in one form, with what happens next beside it. */
export function RequestBedForm({ hospital, kinds, patients, asOf }: RequestBedFormProps) {
  const router = useRouter();
  const reader = useReader();
  const today = todayIn(useClock(hospital.timeZone), Date.parse(asOf));
  const [kind, setKind] = useState<WardKind | undefined>(kinds.length === 1 ? kinds[0]?.kind : undefined);
  const [patientId, setPatientId] = useState(patients[0]?.id ?? "");
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMissing, setMissing] = useState(false);
  const [isSending, startSending] = useTransition();
  const send = () =>
    startSending(async () => {
      setMissing(!kind);
      if (!kind) return;
      setFailure(undefined);
      const wanted = { hospitalId: hospital.id, patientId, wardKind: kind, from };
      const result = await tryAction(() =>
        requestBedAction({ ...wanted, ...(to ? { to } : {}), ...(reason.trim() ? { reason } : {}) }),
      );
      if (!result.ok) return setFailure(result.error);
      toast.success(`${hospital.name} has your request`);
      router.push(routes.patient.stay(result.data.id));
    });
  const days = { today, max: shiftDate(today, YEAR_DAYS) };
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
      <form
        className="grid gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSending) send();
        }}
      >
        <UnsavedGuard isDirty={reason.trim() !== ""} />
        <FormFailure error={failure} />
        <Field
          label="What kind of bed?"
          name="wardKind"
          required
          errors={failure?.fields}
          error={isMissing && !kind ? "Choose a kind" : undefined}
        >
          <RadioGroup
            value={kind ?? ""}
            onValueChange={(value) => setKind(kinds.find((one) => one.kind === value)?.kind)}
            className="sm:grid-cols-2"
          >
            {kinds.map((one) => (
              <RadioCard
                key={one.kind}
                value={one.kind}
                label={WARD_KIND_LABELS[one.kind]}
                hint={one.free === 0 ? "None free now" : `${one.free} free now`}
              />
            ))}
          </RadioGroup>
        </Field>
        {patients.length > 1 ? (
          <Field label="Who is it for?" name="patientId" errors={failure?.fields}>
            <RadioGroup value={patientId} onValueChange={setPatientId} className="sm:grid-cols-2">
              {patients.map(({ id, name }) => (
                <RadioCard key={id} value={id} label={name} />
              ))}
            </RadioGroup>
          </Field>
        ) : null}
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            label="From"
            name="from"
            errors={failure?.fields}
            hint={reader.timeZone === hospital.timeZone ? undefined : `Dates in ${placeOf(hospital.timeZone)} time`}
          >
            <DatePicker
              value={from}
              onValueChange={(date) => {
                setFrom(date);
                if (to && to < date) setTo(null);
              }}
              min={today}
              {...days}
            />
          </Field>
          <Field label="Until" name="to" optional errors={failure?.fields}>
            <DatePicker value={to} onValueChange={setTo} min={from} placeholder="Not known yet" {...days} />
          </Field>
        </div>
        <Field
          label="Why do you need it?"
          name="reason"
          optional
          errors={failure?.fields}
          hint="For example, an operation, a referral or your symptoms. The hospital will see this."
        >
          <Textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Button type="submit" size="lg" pending={isSending} className="w-full sm:w-fit">
          Request this bed
        </Button>
      </form>
      <WhatHappensNext hospital={hospital.name} />
    </div>
  );
}

function WhatHappensNext({ hospital }: { hospital: string }) {
  const steps = [
    {
      icon: MessageSquareReply,
      text: `${hospital} reviews your request. No bed is reserved until they reply.`,
    },
    {
      icon: BellRing,
      text: "You'll see the reply here and get a notification. It says which bed is reserved, and until when.",
    },
    { icon: DoorOpen, text: "Arrive before then and give your name at the front desk." },
  ];
  return (
    <Card as="section" aria-labelledby="what-next">
      <h2 id="what-next" className="mb-4 text-base">
        What happens next
      </h2>
      <ol className="grid gap-4 text-sm">
        {steps.map(({ icon: Icon, text }) => (
          <li key={text} className="flex gap-3">
            <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
            {text}
          </li>
        ))}
      </ol>
      <p className="mt-4 border-t border-line pt-4 text-sm text-quiet">
        In an emergency, don&apos;t wait for a reply. Call your local emergency number.
      </p>
    </Card>
  );
}
