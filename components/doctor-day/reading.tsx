import type { ReactNode } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { LocalTime } from "@/components/ui/local-time";
import type { DoctorPatient } from "@/lib/domain/appointments/schema";

type Reading = NonNullable<DoctorPatient["reading"]>;

/** Why a doctor reads a patient's record, and until when: "Shared with you until 3 Dec 2026". */
export function ReadingText({ reading }: { reading: DoctorPatient["reading"] }): ReactNode {
  if (!reading) return <span className="text-quiet">Your own notes</span>;
  if (reading.purpose === "TREATMENT") return <span className="text-quiet">You treat them</span>;
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

/** Says on a patient's page that the record was given, and how much of it, or opened in an emergency. */
export function ReadingNote({ reading, emergency }: { reading: DoctorPatient["reading"]; emergency: ReactNode }) {
  if (!reading || reading.purpose === "TREATMENT") return null;
  if (reading.purpose === "EMERGENCY") {
    return (
      <FormMessage tone="stop" title={<ReadingText reading={reading} />} className="mb-6">
        <p>
          You can read the whole record but can&apos;t change it. The patient and administrators see each time you open
          it.
        </p>
        <div className="mt-3">{emergency}</div>
      </FormMessage>
    );
  }
  return (
    <FormMessage tone="accent" title={<ReadingText reading={reading} />} className="mb-6">
      {reading.coversNotes
        ? "You can read the whole record but can't change it. The patient sees each time you open it."
        : "You can read allergies and conditions but can't change them. The patient sees each time you open them."}
    </FormMessage>
  );
}
