"use client";
import { CalendarClock, MapPin, Stethoscope, Video } from "lucide-react";
import { useRef, useState, useTransition } from "react";
import { Countdown } from "@/components/ui/countdown";
import { focusInside } from "@/components/ui/focus-inside";
import { FormDialog } from "@/components/ui/form-dialog";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { IconFact } from "@/components/ui/icon-fact";
import { LocalTime } from "@/components/ui/local-time";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { bookAction } from "@/lib/domain/appointments/actions";
import { VIDEO_OPENS_MINUTES } from "@/lib/domain/appointments/format";
import type { AppointmentOutput, BookingTerms as Terms, Hold } from "@/lib/domain/appointments/schema";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { BookingTerms } from "./booking-terms";
import { SameDayNote, type OwnVisit } from "./same-day-note";

export type BookingPatient = { id: string; name: string };

export type ConfirmBookingProps = {
  /** Null: the time is not held, and someone else may be faster. */
  hold: Hold | null;
  terms: Terms | undefined;
  slot: OfferedSlot;
  /** The server's clock when the hold began. */
  serverNow: string;
  doctor: { id: string; name: string };
  /** The place's. */
  timeZone: string;
  place: string | undefined;
  /** The place's phone number. */
  phone: string | null;
  /** What the visit costs, formatted; null: not stated. */
  fee: string | null;
  /** The patients' upcoming visits with this doctor. */
  ownVisits: OwnVisit[];
  patients: BookingPatient[];
  /** What is filled in is stored outside, so that it survives a lost slot. */
  patientId: string;
  reason: string;
  onDraft: (change: { patientId?: string; reason?: string }) => void;
  serviceId: string | null;
  serviceName: string | undefined;
  onClose: (why: "given-up" | "expired") => void;
  onBooked: (appointment: AppointmentOutput) => void;
  /** The slot is lost: back to the times. */
  onFailed: (error: ActionFailure) => void;
  /** What gets focus when the dialog closes without a booking. */
  focusAfter: () => HTMLElement | null | undefined;
};

const LOST = new Set(["slot-taken", "slot-not-offered", "hold-expired", "not-found"]);

/** The last step: choose the patient, then book. The time is theirs while the clock runs. */
export function ConfirmBooking(props: ConfirmBookingProps) {
  const { hold, slot, doctor, patients, patientId, reason, onDraft, onClose } = props;
  const { book, failure, isBooking, isBooked } = useConfirm(props);
  return (
    <FormDialog
      title="Book this time?"
      forgetsNothing
      {...focusInside}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        if (!isBooked.current) props.focusAfter()?.focus();
      }}
      description={
        <HoldNote hold={hold} serverNow={props.serverNow} onExpire={() => !isBooking && onClose("expired")} />
      }
      submitLabel="Book"
      isPending={isBooking}
      onSubmit={book}
      onClose={() => onClose("given-up")}
    >
      {failure ? <FormMessage title={failure.message} /> : null}
      <BookingFacts {...props} />
      <SameDayNote
        visits={props.ownVisits.filter((visit) => visit.patientId === patientId)}
        start={slot.start}
        doctor={{ name: doctor.name, timeZone: props.timeZone }}
      />
      {patients.length > 1 ? (
        <PatientChoice patients={patients} chosen={patientId} onChoose={(id) => onDraft({ patientId: id })} />
      ) : null}
      <Field
        label="Reason for visit"
        name="reason"
        optional
        hint="Only your doctor and the front desk can see this."
        errors={failure?.fields}
      >
        <Textarea
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => onDraft({ reason: event.target.value })}
        />
      </Field>
    </FormDialog>
  );
}

/** Books the time. A lost one leads back to the times; every other failure is shown here. */
function useConfirm({ hold, slot, doctor, patientId, reason, serviceId, onBooked, onFailed }: ConfirmBookingProps) {
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBooking, startBooking] = useTransition();
  const isBooked = useRef(false);
  const book = () =>
    startBooking(async () => {
      setFailure(undefined);
      const result = await tryAction(() =>
        bookAction({
          doctorId: doctor.id,
          patientId,
          start: slot.start,
          scheduleId: slot.scheduleId,
          ...(hold ? { holdId: hold.id } : {}),
          ...(serviceId ? { serviceId } : {}),
          ...(reason.trim() ? { reason } : {}),
        }),
      );
      isBooked.current = result.ok;
      startBooking(() => {
        if (result.ok) onBooked(result.data);
        else if (LOST.has(result.error.code)) onFailed(result.error);
        else setFailure(result.error);
      });
    });
  return { book, failure, isBooking, isBooked };
}

type HoldNoteProps = Pick<ConfirmBookingProps, "hold" | "serverNow"> & { onExpire: () => void };

function HoldNote({ hold, serverNow, onExpire }: HoldNoteProps) {
  if (!hold) return "We can't hold this time for you right now. Book it before someone else does.";
  return (
    <>
      We&apos;re holding it for you for <Countdown until={hold.expiresAt} serverNow={serverNow} onExpire={onExpire} />
    </>
  );
}

type PatientChoiceProps = { patients: BookingPatient[]; chosen: string; onChoose: (id: string) => void };

function PatientChoice({ patients, chosen, onChoose }: PatientChoiceProps) {
  return (
    <Field label="Who is it for?">
      <RadioGroup value={chosen} onValueChange={onChoose}>
        {patients.map((patient) => (
          <RadioCard key={patient.id} value={patient.id} label={patient.name} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function BookingFacts({ terms, slot, doctor, timeZone, serviceName, place, phone, fee }: ConfirmBookingProps) {
  return (
    <dl className="grid gap-2 text-sm">
      <IconFact size="sm" icon={<CalendarClock />} label="When">
        <LocalTime
          instant={slot.start}
          timeZone={timeZone}
          readerFirst={slot.mode === "VIDEO"}
          style="full"
          className="font-semibold"
        />
      </IconFact>
      <IconFact size="sm" icon={<Stethoscope />} label="Who">
        {doctor.name}
        {serviceName ? ` · ${serviceName}` : ""}
      </IconFact>
      {slot.mode === "VIDEO" ? (
        <IconFact size="sm" icon={<Video />} label="Where">
          By video: join from the appointment’s page, from {VIDEO_OPENS_MINUTES} minutes before.
        </IconFact>
      ) : place ? (
        <IconFact size="sm" icon={<MapPin />} label="Where">
          {place}
        </IconFact>
      ) : null}
      {terms ? (
        <BookingTerms terms={terms} timeZone={timeZone} isVideo={slot.mode === "VIDEO"} fee={fee} phone={phone} />
      ) : null}
    </dl>
  );
}
