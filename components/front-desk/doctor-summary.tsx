import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { languageName } from "@/lib/domain/directory/format";
import { standingOf } from "@/lib/domain/front-desk/format";
import type { AffiliatedDoctor } from "@/lib/domain/front-desk/list-own-doctors";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

const line = "flex flex-wrap items-baseline gap-x-4 gap-y-0.5";
const term = "w-32 shrink-0 text-sm text-quiet";

/** A doctor's status here today. */
export function DoctorSummary({ doctor }: { doctor: AffiliatedDoctor }) {
  const { id, nextFree, today, languages } = doctor;
  return (
    <Card>
      <dl className="grid gap-3">
        <div className={line}>
          <dt className={term}>Status</dt>
          <dd>
            <StatusBadge {...standingOf(doctor)} />
          </dd>
        </div>
        <div className={line}>
          <dt className={term}>Today</dt>
          <dd>
            <Link href={routes.hospital.appointments({ doctor: id })} className="touch-target text-accent underline">
              {today === 0 ? "No appointments" : counted(today, "appointment")}
            </Link>
          </dd>
        </div>
        <div className={line}>
          <dt className={term}>Next available here</dt>
          <dd>
            {nextFree ? (
              <LocalTime instant={nextFree} className="font-semibold" />
            ) : (
              <span className="text-quiet">None in the next 30 days</span>
            )}
          </dd>
        </div>
        {languages.length > 0 ? (
          <div className={line}>
            <dt className={term}>Speaks</dt>
            <dd>{languages.map(languageName).join(", ")}</dd>
          </div>
        ) : null}
      </dl>
    </Card>
  );
}
