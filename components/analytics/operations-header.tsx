"use client";
import { FilterLinks } from "@/components/ui/filter-links";
import { LocaleText } from "@/components/ui/locale-text";
import { PageHeader } from "@/components/ui/page-header";
import { useReader } from "@/components/ui/reader";
import { COUNTED_OPERATIONS, type CountedOperation } from "@/lib/domain/analytics/status";
import { routes } from "@/lib/site/routes";
import { OPERATION_TEXTS } from "./operations-words";
import { daysName } from "./report-words";

type Props = { what: CountedOperation; days: { from?: string | undefined; to?: string | undefined } };

/** Which of the hospital's operations a list has, and the others. */
export function OperationsHeader({ what, days }: Props) {
  const reader = useReader();
  const { from, to } = days;
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.report({ from, to }), label: "Numbers" }}
        eyebrow={from && to ? <LocaleText>{daysName({ from, to }, reader)}</LocaleText> : undefined}
        title={OPERATION_TEXTS[what].title}
      />
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
