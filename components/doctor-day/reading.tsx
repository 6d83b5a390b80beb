import type { ReactNode } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { LocalTime } from "@/components/ui/local-time";
import type { DoctorPatient } from "@/lib/domain/appointments/schema";

type Reading = NonNullable<DoctorPatient["reading"]>;

/** Why a doctor reads a patient's record, and until when: "Shared with you until 3 Dec 2026". */
export function ReadingText({ reading }: { reading: DoctorPatient["reading"] }): ReactNode {
  if (!reading) return "Your own notes";
  if (reading.purpose === "TREATMENT") return "You treat them";
  return (
    <>
      {reading.purpose === "SHARED" ? "Shared with you" : "Emergency access"}
      <Until reading={reading} />
    </>
  );
}

function Until({ reading: { until, purpose } }: { reading: Reading }) {
  if (!until) return null;
  const style = purpose === "EMERGENCY" ? "datetime" : "dated-time";
  return (
    <>
      {" until "}
      <LocalTime instant={until} style={style} />
    </>
  );
}

/** Says on a patient's page that the record was given, and how much of it. */
export function ReadingNote({ reading }: { reading: DoctorPatient["reading"] }) {
  if (reading?.purpose !== "SHARED") return null;
  return (
    <FormMessage tone="accent" title={<ReadingText reading={reading} />} className="mb-6">
      {reading.coversNotes
        ? "You read the whole record and change nothing. The patient sees each time you open it."
        : "You read allergies and conditions and change nothing. The patient sees each time you open them."}
    </FormMessage>
  );
}
