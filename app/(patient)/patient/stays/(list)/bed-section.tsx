import { BedDouble } from "lucide-react";
import { loadFrom } from "@/app/search-params";
import { FilterLinks } from "@/components/ui/filter-links";
import { StayList } from "@/components/beds/stay-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { toStayCard } from "@/lib/domain/beds/output";
import { listStays } from "@/lib/domain/beds/queries";
import { BED_BOOKING_STATUSES, isOpen } from "@/lib/domain/beds/status";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";

const PAGE = 20;
type Props = { actor: Actor; isPast: boolean; cursor: string | undefined };

/** The current or past bed requests and stays. */
export async function BedSection({ actor, isPast, cursor }: Props) {
  const statuses = BED_BOOKING_STATUSES.filter((status) => isOpen(status) !== isPast);
  const page = await loadFrom(cursor, (from) =>
    listStays(actor, { patientIds: actor.patientIds, statuses }, { limit: PAGE, cursor: from }),
  );
  return (
    <Section
      title="Hospital stays"
      actions={
        <Button asChild variant="secondary" size="sm">
          <Link href={routes.hospitals.list()}>
            <BedDouble aria-hidden /> Request a bed
          </Link>
        </Button>
      }
    >
      <FilterLinks
        label="Which stays"
        links={[
          { label: "Current", href: routes.patient.stays(), isCurrent: !isPast },
          { label: "Past", href: routes.patient.stays({ beds: "past" }), isCurrent: isPast },
        ]}
      />
      {page.items.length === 0 ? (
        <NoStays isPast={isPast} />
      ) : (
        <StayList
          label={isPast ? "Past hospital stays" : "Hospital stays"}
          stays={page.items.map(toStayCard)}
          asOf={new Date().toISOString()}
          withPatient={actor.patientIds.length > 1}
        />
      )}
      <LoadMore
        href={
          page.nextCursor ? routes.patient.stays({ beds: isPast ? "past" : undefined, cursor: page.nextCursor }) : null
        }
        label="Show earlier ones"
      />
    </Section>
  );
}

function NoStays({ isPast }: { isPast: boolean }) {
  if (isPast)
    return (
      <EmptyState
        level={3}
        icon={<BedDouble />}
        title="Nothing here yet"
        text="Stays appear here once they are over."
      />
    );
  return (
    <EmptyState
      level={3}
      icon={<BedDouble />}
      title="No bed requests"
      text="Each hospital's page shows its free beds. You can request one there."
    />
  );
}
