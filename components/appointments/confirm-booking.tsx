"use client";
import { CalendarClock, MapPin, Stethoscope, Video } from "lucide-react";
import { useState, useTransition, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { LocalTime } from "@/components/ui/local-time";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { bookAction } from "@/lib/domain/appointments/actions";
import type { AppointmentOutput, Hold } from "@/lib/domain/appointments/schema";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";

export type BookingPatient = { id: string; name: string };

export type ConfirmBookingProps = {
  hold: Hold;
  slot: OfferedSlot;
  doctor: { id: string; name: string; timeZone: string };
  place: string | undefined;
  patients: BookingPatient[];
  serviceId: string | null;
  serviceName: string | undefined;
  asOf: string;
  onClose: (reason: "given-up" | "expired") => void;
  onBooked: (appointment: AppointmentOutput) => void;
  /** The slot is lost: back to the times. */
  onFailed: (error: ActionFailure) => void;
};

/** The last step: for whom, and booked. The time is theirs while the clock runs. */
export function ConfirmBooking(props: ConfirmBookingProps) {
  const { hold, slot, doctor, place, patients, serviceId, serviceName, onClose, onBooked, onFailed } = props;
  const [patientId, setPatientId] = useState(patients[0]?.id ?? "");
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBooking, startBooking] = useTransition();

  const book = () =>
    startBooking(async () => {
      setFailure(undefined);
      const result = await bookAction({
        doctorId: doctor.id,
        patientId,
        start: slot.start,
        scheduleId: slot.scheduleId,
        holdId: hold.id,
        ...(serviceId ? { serviceId } : {}),
        ...(reason.trim() ? { reason } : {}),
      });
      if (result.ok) onBooked(result.data);
      else if (result.error.code === "slot-taken" || result.error.code === "slot-not-offered") onFailed(result.error);
      else setFailure(result.error);
    });

  return (
    <Dialog open onOpenChange={(open) => !open && !isBooking && onClose("given-up")}>
      <DialogContent
        title="Book this time?"
        description={
          <>
            It is kept for you for <Countdown until={hold.expiresAt} onExpire={() => onClose("expired")} />
          </>
        }
        footer={
          <>
            <Button variant="secondary" onClick={() => onClose("given-up")} disabled={isBooking}>
              Back
            </Button>
            <Button className="flex-1 sm:flex-none" type="submit" form="confirm-booking" pending={isBooking}>
              Book
            </Button>
          </>
        }
      >
        <form
          id="confirm-booking"
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            book();
          }}
        >
          {failure ? <FormMessage title={failure.message} /> : null}
          <dl className="grid gap-2 text-sm">
            <Fact icon={<CalendarClock />} label="When">
              <span className="font-semibold">
                <LocalTime instant={slot.start} timeZone={doctor.timeZone} style="full" />
              </span>
            </Fact>
            <Fact icon={<Stethoscope />} label="Who">
              {doctor.name}
              {serviceName ? ` · ${serviceName}` : ""}
            </Fact>
            {slot.mode === "VIDEO" ? (
              <Fact icon={<Video />} label="Where">By video</Fact>
            ) : place ? (
              <Fact icon={<MapPin />} label="Where">{place}</Fact>
            ) : null}
          </dl>
          {patients.length > 1 ? (
            <Field label="Who is it for?">
              <RadioGroup value={patientId} onValueChange={setPatientId}>
                {patients.map((patient) => (
                  <RadioCard key={patient.id} value={patient.id} label={patient.name} />
                ))}
              </RadioGroup>
            </Field>
          ) : null}
          <Field label="What is it about?" name="reason" optional hint="Only your doctor and the front desk read this." errors={failure?.fields}>
            <Textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3">
      <dt className="mt-0.5 text-quiet [&_svg]:size-4">
        <span className="sr-only">{label}</span>
        <span aria-hidden>{icon}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
