import { Phone } from "lucide-react";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { PhoneNumber } from "@/components/ui/phone-number";
import type { DoctorPatient } from "@/lib/domain/appointments/schema";
import { Fact } from "./fact";

/** How to reach a patient, and when the doctor sees them. */
export function PatientCard({ patient }: { patient: DoctorPatient }) {
  const { phone, lastVisitAt, nextVisitAt } = patient;
  return (
    <Card>
      <dl className="grid gap-3 text-sm">
        <Fact label="Phone">{phone ? <PatientPhone phone={phone} /> : "Unknown"}</Fact>
        <Fact label="Last visit with you">
          {lastVisitAt ? <LocalTime instant={lastVisitAt} style="long-date" /> : "None"}
        </Fact>
        <Fact label="Next visit with you">
          {nextVisitAt ? <LocalTime instant={nextVisitAt} style="full" /> : "None"}
        </Fact>
      </dl>
    </Card>
  );
}

/** A patient's phone number, to be called with a tap. */
export function PatientPhone({ phone }: { phone: string }) {
  return (
    <PhoneNumber
      phone={phone}
      className="touch-target inline-flex items-center gap-1.5 font-medium text-accent hover:underline"
    >
      <Phone aria-hidden className="size-4" />
    </PhoneNumber>
  );
}
