"use client";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { LocalTime } from "@/components/ui/local-time";
import { HOLDER_WORDS } from "@/lib/domain/merges/format";
import type { PatientRecord } from "@/lib/domain/merges/schema";
import { DayText } from "./record-facts";

type Row = {
  label: string;
  of: (record: PatientRecord) => ReactNode;
  isSame?: (one: PatientRecord, other: PatientRecord) => boolean;
};

const ROWS: Row[] = [
  { label: "Name", of: ({ name }) => name, isSame: (one, other) => one.name === other.name },
  {
    label: "Date of birth",
    of: ({ bornOn }) => <DayText date={bornOn} />,
    isSame: (one, other) => one.bornOn === other.bornOn,
  },
  { label: "Phone", of: ({ phone }) => phone ?? <Missing />, isSame: (one, other) => one.phone === other.phone },
  { label: "Account", of: ({ holder }) => HOLDER_WORDS[holder] },
  { label: "Added", of: ({ createdAt }) => <LocalTime instant={createdAt} style="dated" /> },
  { label: "Last visit", of: ({ lastVisitOn }) => <DayText date={lastVisitOn} missing="None yet" /> },
  {
    label: "Appointments",
    of: ({ appointments, upcoming }) => (upcoming > 0 ? `${appointments}, ${upcoming} to come` : appointments),
  },
  { label: "Stays", of: ({ stays }) => stays },
  { label: "Ambulance calls", of: ({ ambulances }) => ambulances },
];

const Missing = () => <span className="text-quiet">Not recorded</span>;

/** Two records side by side; what differs in who they are stands out. */
export function ComparisonTable({ records: [one, other] }: { records: readonly [PatientRecord, PatientRecord] }) {
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">What this hospital knows about both records</caption>
      <thead>
        <tr className="border-b border-line text-left">
          <td className="w-28 py-2 sm:w-40" />
          <th scope="col" className="px-2 py-2 font-semibold">
            First record
          </th>
          <th scope="col" className="px-2 py-2 font-semibold">
            Second record
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {ROWS.map(({ label, of, isSame }) => (
          <tr key={label} className="align-top">
            <th scope="row" className="py-2.5 pr-2 text-left font-normal text-quiet">
              {label}
              {isSame && !isSame(one, other) ? (
                <span className="block text-xs font-semibold text-wait">Differs</span>
              ) : null}
            </th>
            {[one, other].map((record) => (
              <td key={record.id} className={cn("px-2 py-2.5 break-words", isSame && "font-semibold")}>
                {of(record)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
