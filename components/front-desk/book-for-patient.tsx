"use client";
import { CalendarClock, Stethoscope } from "lucide-react";
import { useState } from "react";
import { useRecipient, RecipientFields, type Sent } from "@/components/patients/recipient-fields";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { ReasonField } from "./reason-field";

export type BookForPatientProps = {
  hospitalId: string;
  doctorName: string;
  slot: OfferedSlot | undefined;
  isBooking: boolean;
  errors: readonly FieldError[] | undefined;
  onBook: (recipient: Sent, reason: string) => void;
};

/** The second half of a booking: patient and reason. Stays as typed when the time was lost. */
export function BookForPatient({ hospitalId, doctorName, slot, isBooking, errors, onBook }: BookForPatientProps) {
  const recipient = useRecipient();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState<string>();
  const book = () => {
    const said = recipient.read();
    setMissing(slot ? undefined : "Choose a time first");
    if (slot && said) onBook(said.sent, reason);
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
        <TimeAndDoctor slot={slot} doctorName={doctorName} missing={missing} />
        <UnsavedGuard isDirty={reason.trim() !== ""} />
        <RecipientFields hospitalId={hospitalId} recipient={recipient} errors={errors} />
        <ReasonField value={reason} onChange={setReason} errors={errors} />
        <Button type="submit" pending={isBooking}>
          Book
        </Button>
      </form>
    </Card>
  );
}

type TimeAndDoctorProps = Pick<BookForPatientProps, "slot" | "doctorName"> & { missing: string | undefined };

function TimeAndDoctor({ slot, doctorName, missing }: TimeAndDoctorProps) {
  return (
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
            <span className={missing ? "text-stop" : "text-quiet"}>{missing ?? "No time chosen yet"}</span>
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
  );
}
