import { csvLine, harmlessCell, UTF8_MARK } from "@/lib/platform/text/csv";
import type { OperationBehind } from "./schema-report";
import type { CountedOperation } from "./status";

/** What is counted, when, how long it took and where, by the list. */
const COLUMNS: Record<CountedOperation, readonly string[]> = {
  stays: ["stay_id", "from", "until", "minutes", "bed"],
  discharges: ["stay_id", "discharged", "until", "minutes_of_stay", "last_bed"],
  turnovers: ["stay_id", "from", "until", "minutes_empty_before", "bed"],
  calls: ["call_id", "called", "until", "minutes_to_patient", "vehicle"],
  gains: ["appointment_id", "start", "end", "minutes_earlier", "place"],
};

/** Returns the first line of a list behind a number as a CSV file, with the mark by which spreadsheets recognise UTF-8. */
export function operationsHeader(what: CountedOperation): string {
  return UTF8_MARK + csvLine(COLUMNS[what]);
}

/** Returns its rows, without the patients. */
export function operationsLines(rows: readonly OperationBehind[]): string {
  return rows
    .map(({ subjectId, at, until, minutes, place }) =>
      csvLine([subjectId ?? "", at, until ?? "", minutes === null ? "" : String(minutes), harmlessCell(place ?? "")]),
    )
    .join("");
}
