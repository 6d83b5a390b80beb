"use client";
import { FilterLinks } from "@/components/ui/filter-links";
import { LocaleText } from "@/components/ui/locale-text";
import { PageHeader } from "@/components/ui/page-header";
import { useReader } from "@/components/ui/reader";
import { COUNTED_OPERATIONS, type CountedOperation } from "@/lib/domain/analytics/status";
import { routes } from "@/lib/site/routes";
import { FileLink } from "./counts-table";
import { OPERATION_TEXTS } from "./operations-words";
import { reportPage, type ReportOwner } from "./report-page";
import { daysName } from "./report-words";

type Days = { from?: string | undefined; to?: string | undefined };
type Props = { what: CountedOperation; days: Days; hospitalId: string };

/** Which of the hospital's operations a list has, and the others. */
export function OperationsHeader({ what, days, hospitalId }: Props) {
  const { from, to } = days;
  return (
    <>
      <ListHeader portal="hospital" what={what} days={days} owner={{ hospitalId }} />
      <FilterLinks
        label="What is counted"
        links={COUNTED_OPERATIONS.map((one) => ({
          label: OPERATION_TEXTS[one].title,
          href: routes.hospital.countedOperations({ what: one, from, to }),
          isCurrent: one === what,
        }))}
      />
    </>
  );
}

/** Above the times of a doctor that were filled from the waitlist. */
export function GainsHeader({ days, doctorId }: { days: Days; doctorId: string }) {
  return <ListHeader portal="doctor" what="gains" days={days} owner={{ doctorId }} />;
}

type HeaderProps = { portal: "hospital" | "doctor"; what: CountedOperation; days: Days; owner: ReportOwner };

function ListHeader({ portal, what, days: { from, to }, owner }: HeaderProps) {
  const reader = useReader();
  const { title } = OPERATION_TEXTS[what];
  const asked = Object.entries({ ...owner, what, from, to }).filter((one): one is [string, string] => Boolean(one[1]));
  return (
    <PageHeader
      back={{ href: reportPage(portal)({ from, to }), label: "Numbers" }}
      eyebrow={from && to ? <LocaleText>{daysName({ from, to }, reader)}</LocaleText> : undefined}
      title={title}
      actions={<FileLink href={`/api/numbers/operations/file?${new URLSearchParams(asked)}`} what={title} />}
    />
  );
}
