"use client";
import { CalendarClock, Stethoscope } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { LocalTime } from "@/components/ui/local-time";
import { Textarea } from "@/components/ui/textarea";
import type { KnownPatient } from "@/lib/domain/hospitals/schema";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { PatientPicker } from "./patient-picker";

export type BookForPatientProps = {
  hospitalId: string;
  doctorName: string;
  slot: OfferedSlot | undefined;
  isBooking: boolean;
  errors: readonly FieldError[] | undefined;
  onBook: (patient: KnownPatient, reason: string) => void;
};

/** The second half of a booking: for whom and what about. Stays as typed when the time was lost to somebody else. */
export function BookForPatient({ hospitalId, doctorName, slot, isBooking, errors, onBook }: BookForPatientProps) {
  const [patient, setPatient] = useState<KnownPatient>();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState<{ time?: string; patient?: string }>({});
  const book = () => {
    const lacks = { ...(slot ? {} : { time: "Choose a time first" }), ...(patient ? {} : { patient: "Say for whom" }) };
    setMissing(lacks);
    if (slot && patient) onBook(patient, reason);
  };
  return (
    <Card>
      <CardHeader title="The appointment" />
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          book();
        }}
      >
        <dl className="grid gap-2 text-sm">
          <div className="flex items-start gap-3">
            <dt className="mt-0.5 text-quiet">
              <CalendarClock aria-hidden className="size-4" />
              <span className="sr-only">When</span>
            </dt>
            <dd aria-live="polite">
              {slot ? (
                <span className="font-semibold">
                  <LocalTime instant={slot.start} style="full" />
                </span>
              ) : (
                <span className={missing.time ? "text-stop" : "text-quiet"}>{missing.time ?? "No time chosen yet"}</span>
              )}
            </dd>
          </div>
          <div className="flex items-start gap-3">
            <dt className="mt-0.5 text-quiet">
              <Stethoscope aria-hidden className="size-4" />
              <span className="sr-only">With</span>
            </dt>
            <dd>
              {doctorName}
              {slot?.mode === "VIDEO" ? ", by video" : ""}
            </dd>
          </div>
        </dl>
        <Field label="Patient" name="patientId" required error={patient ? undefined : missing.patient} errors={errors}>
          <PatientPicker hospitalId={hospitalId} patient={patient} onChoose={setPatient} />
        </Field>
        <Field label="What is it about?" name="reason" optional errors={errors} hint="The doctor and the front desk read this.">
          <Textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Button type="submit" pending={isBooking}>
          Book
        </Button>
      </form>
    </Card>
  );
}
