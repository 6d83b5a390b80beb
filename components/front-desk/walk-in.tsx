"use client";
import { RecipientFields } from "@/components/patients/recipient-fields";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { Switch } from "@/components/ui/switch";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import type { WalkInDoctor } from "@/lib/domain/appointments/list-walk-in-times";
import type { ServiceInPerson } from "@/lib/domain/services/queries";
import { ReasonField } from "./reason-field";
import { useWalkIn } from "./use-walk-in";
import { WalkInServiceField } from "./walk-in-service";
import { WalkInTimes } from "./walk-in-times";

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
  const walkIn = useWalkIn({ hospitalId, doctors, serviceId });
  const { recipient, reason, choice, setChoice, checkIn, failure } = walkIn;
  return (
    <form
      noValidate
      className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        walkIn.book();
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
        <ReasonField value={reason} onChange={walkIn.setReason} errors={failure?.fields} />
      </Card>
      <Card className="grid min-w-0 gap-5">
        <CardHeader title="Which doctor?" className="mb-0" />
        <WalkInTimes doctors={doctors} departments={departments} choice={choice} onChoose={setChoice} />
        <Switch
          label="Check in now"
          hint="Otherwise they come back at their time and are checked in then."
          checked={checkIn}
          onCheckedChange={walkIn.setCheckIn}
        />
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        <Button type="submit" size="lg" pending={walkIn.isBooking}>
          {checkIn ? "Book and check in" : "Book"}
        </Button>
      </Card>
    </form>
  );
}
