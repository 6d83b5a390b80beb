import { Phone } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { isOpen } from "@/lib/domain/beds/status";
import { telHref, showPhone } from "@/lib/platform/text/phone";
import { routes } from "@/lib/site/routes";
import { CancelStay } from "./cancel-stay";
import { StayBadge } from "./stay-badge";
import { StayStatus } from "./stay-status";
import type { StayCard } from "./stay-view";

export type StayListProps = {
  label: string;
  stays: StayCard[];
  asOf: string;
  /** Names the patient of each; for accounts that act for several people. */
  withPatient?: boolean;
};

/** A list of stays, each with its live status and actions. */
export function StayList({ label, stays, asOf, withPatient = false }: StayListProps) {
  return (
    <ul aria-label={label} className="grid gap-4">
      {stays.map((stay) => (
        <Card key={stay.id} as="li">
          <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <div className="min-w-0">
              <h3 className="text-base">
                <Link href={routes.patient.stay(stay.id)} className="touch-target hover:underline">
                  {stay.hospital.name}
                </Link>
              </h3>
              <p className="text-sm text-quiet">
                {[WARD_KIND_LABELS[stay.wardKind], withPatient ? `for ${stay.patient.name}` : null]
                  .filter(Boolean)
                  .join(" · ")}{" "}
                · from <LocalTime instant={stay.from} style="dated" otherTime={false} />
              </p>
            </div>
            <StayBadge status={stay.status} />
          </div>
          <StayStatus stay={stay} asOf={asOf} />
          {isOpen(stay.status) ? <StayButtons stay={stay} /> : null}
        </Card>
      ))}
    </ul>
  );
}

export function StayButtons({ stay }: { stay: StayCard }) {
  const { phone } = stay.hospital;
  return (
    <div className="mt-4 flex flex-wrap gap-2 empty:hidden">
      {phone ? (
        <Button asChild variant="secondary" size="sm">
          <a href={telHref(phone)} className="tabular">
            <Phone aria-hidden /> {showPhone(phone)}
          </a>
        </Button>
      ) : null}
      {stay.status === "ADMITTED" ? null : (
        <CancelStay
          id={stay.id}
          version={stay.version}
          hospital={stay.hospital.name}
          isKept={stay.status === "RESERVED"}
        />
      )}
    </div>
  );
}
