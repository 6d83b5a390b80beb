import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PhoneNumber } from "@/components/ui/phone-number";
import { HOLDER_WORDS, holdingsText, LIKENESS_WORDS } from "@/lib/domain/merges/format";
import type { Duplicate, PatientRecord } from "@/lib/domain/merges/schema";
import { routes } from "@/lib/site/routes";
import { DayText } from "./record-facts";

/** Pairs of records that may be of one person, each with what tells them apart at a glance. */
export function DuplicateList({ duplicates }: { duplicates: Duplicate[] }) {
  return (
    <ul aria-label="Pairs of records" className="grid gap-4">
      {duplicates.map(({ id, likeness, records }) => (
        <Card as="li" key={id}>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p className="text-sm text-quiet">{LIKENESS_WORDS[likeness]}</p>
            <Link
              href={routes.hospital.duplicate(id)}
              className="touch-target text-sm font-semibold text-accent hover:underline"
            >
              Compare<span className="sr-only"> {records.map(({ name }) => name).join(" and ")}</span>
            </Link>
          </div>
          <div className="mt-3 grid gap-4 sm:grid-cols-2">
            {records.map((record) => (
              <RecordSummary key={record.id} record={record} />
            ))}
          </div>
        </Card>
      ))}
    </ul>
  );
}

function RecordSummary({ record }: { record: PatientRecord }) {
  return (
    <div className="min-w-0 border-l-2 border-line pl-3">
      <p className="font-semibold break-words">{record.name}</p>
      <p className="text-sm">
        <DayText date={record.bornOn} missing="No date of birth" />
        {record.phone ? (
          <>
            {" · "}
            <PhoneNumber phone={record.phone} />
          </>
        ) : null}
      </p>
      <p className="text-sm text-quiet">
        {HOLDER_WORDS[record.holder]} · {holdingsText(record)}
      </p>
    </div>
  );
}
