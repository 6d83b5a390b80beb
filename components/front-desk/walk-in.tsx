"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useRecipient, RecipientFields } from "@/components/patients/recipient-fields";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { formatInstant } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { walkInAction } from "@/lib/domain/appointments/actions";
import type { WalkInDoctor } from "@/lib/domain/appointments/find-walk-in-times";
import type { ServiceInPerson } from "@/lib/domain/services/queries";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";
import { WalkInServiceField } from "./walk-in-service";
import { WalkInTimes, type WalkInChoice } from "./walk-in-times";

type Props = {
  hospitalId: string;
  doctors: WalkInDoctor[];
  departments: { id: string; name: string }[];
  /** What can be selected, and what is: the times beside the doctors are for it. */
  services: ServiceInPerson[];
  serviceId: string | undefined;
};

/**
 * Who it is and who sees them, checked in at once. The time is decided on sending: the one shown may be gone by then.
 */
export function WalkIn({ hospitalId, doctors, departments, services, serviceId }: Props) {
  const reader = useReader();
  const router = useRouter();
  const recipient = useRecipient({ startsNew: true });
  const [reason, setReason] = useState("");
  const [choice, setChoice] = useState<WalkInChoice>({ departmentId: null, doctorId: null, when: "NEXT" });
  const [checkIn, setCheckIn] = useState(true);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBooking, startBooking] = useTransition();

  const book = () => {
    const said = recipient.read();
    if (!said) return;
    startBooking(async () => {
      setFailure(undefined);
      const { doctorId, departmentId, when } = choice;
      const who = doctorId ? { doctorId } : departmentId ? { departmentId } : {};
      const result = await tryAction(() =>
        walkInAction({
          hospitalId,
          ...who,
          ...said.sent,
          ...(serviceId ? { serviceId } : {}),
          when,
          checkIn,
          ...(reason.trim() ? { reason } : {}),
        }),
      );
      if (!result.ok) {
        setFailure(result.error);
        router.refresh();
        return;
      }
      const { id, start, status } = result.data;
      const doctor = doctors.find((one) => one.doctorId === result.data.doctorId)?.name ?? "the doctor";
      toast.success(status === "CHECKED_IN" ? "Booked and checked in" : "Booked", {
        description: `${formatInstant(start, "time", reader)} with ${doctor}`,
      });
      router.push(routes.hospital.appointment(id));
    });
  };

  return (
    <form
      noValidate
      className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        book();
      }}
    >
      <Card className="grid min-w-0 gap-5">
        <CardHeader title="Who is it?" className="mb-0" />
        <UnsavedGuard isDirty={reason.trim() !== ""} />
        <RecipientFields hospitalId={hospitalId} recipient={recipient} errors={failure?.fields} />
        <WalkInServiceField
          services={services}
          value={serviceId}
          onChange={() => setChoice({ departmentId: choice.departmentId, doctorId: null, when: "NEXT" })}
        />
        <Field
          label="Reason for visit"
          name="reason"
          optional
          errors={failure?.fields}
          hint="The doctor and the front desk will see this."
        >
          <Textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Card>
      <Card className="grid min-w-0 gap-5">
        <CardHeader title="Which doctor?" className="mb-0" />
        <WalkInTimes doctors={doctors} departments={departments} choice={choice} onChoose={setChoice} />
        <Switch
          label="Check in now"
          hint="Otherwise they come back at their time and are checked in then."
          checked={checkIn}
          onCheckedChange={setCheckIn}
        />
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        <Button type="submit" size="lg" pending={isBooking}>
          {checkIn ? "Book and check in" : "Book"}
        </Button>
      </Card>
    </form>
  );
}
