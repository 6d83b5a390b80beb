"use client";
import { FilterLinks } from "@/components/ui/filter-links";
import { LocaleText } from "@/components/ui/locale-text";
import { PageHeader } from "@/components/ui/page-header";
import { useReader } from "@/components/ui/reader";
import type { Outcome } from "@/lib/domain/analytics/status";
import { routes } from "@/lib/site/routes";
import { narrowedText, OUTCOME_LABELS, type CountedFilter } from "./counted-words";
import { reportPage } from "./report-page";
import { daysName } from "./report-words";

export type CountedPortal = "hospital" | "doctor";
type Address = NonNullable<Parameters<typeof routes.hospital.counted>[0]>;

type Props = {
  portal: CountedPortal;
  /** The list's own address, without the page. */
  address: Address;
  filter: CountedFilter & { from?: string | undefined; to?: string | undefined; outcome?: Outcome | undefined };
  doctorName: string | undefined;
};

/** Which appointments a list has, and the other outcomes. */
export function CountedHeader({ portal, address, filter, doctorName }: Props) {
  const reader = useReader();
  const { from, to, outcome } = filter;
  const outcomes: (Outcome | undefined)[] = [undefined, ...(Object.keys(OUTCOME_LABELS) as Outcome[])];
  const narrowed = [doctorName, narrowedText(filter, reader)].filter(Boolean).join(" · ");
  return (
    <>
      <PageHeader
        back={{ href: reportPage(portal)({ from, to }), label: "Numbers" }}
        eyebrow={from && to ? <LocaleText>{daysName({ from, to }, reader)}</LocaleText> : undefined}
        title={outcome ? `Appointments: ${OUTCOME_LABELS[outcome].toLowerCase()}` : "Counted appointments"}
        text={narrowed ? <LocaleText>{narrowed}</LocaleText> : undefined}
      />
      <FilterLinks
        label="Outcome"
        links={outcomes.map((one) => ({
          label: one ? OUTCOME_LABELS[one] : "All",
          href: routes[portal].counted({ ...address, outcome: one }),
          isCurrent: one === outcome,
        }))}
      />
    </>
  );
}
