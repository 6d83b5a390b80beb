import type { DeskCard } from "@/components/front-desk/desk-card";
import { DeskList } from "@/components/front-desk/desk-list";
import { StatusLinks } from "@/components/front-desk/status-links";
import { WaitingRoom } from "@/components/front-desk/waiting-room";
import { Section } from "@/components/ui/section";
import type { Today } from "@/lib/domain/front-desk/format";
import type { FrontDesk, Some } from "@/lib/domain/front-desk/load-front-desk";
import { routes } from "@/lib/site/routes";
import { toDeskCard } from "../to-desk-card";

type Props = { desk: FrontDesk; waiting: DeskCard[]; today: Today; asOf: string };

/** The day's visits by status, who is waiting, and what the front desk needs to act on. */
export function VisitsPart({ desk: { requests, needRebooking }, waiting, today, asOf }: Props) {
  return (
    <>
      <Section title="Appointments today">
        <div className="grid gap-4">
          <StatusLinks counts={today} />
          <WaitingRoom waiting={waiting} asOf={asOf} />
        </div>
      </Section>
      {requests.count > 0 ? (
        <Section title="Requests to confirm" text="Waiting for your reply. Soonest first.">
          <DeskList
            label="Requests to confirm"
            visits={requests.items.map(toDeskCard)}
            asOf={asOf}
            more={more(requests, "PENDING", "requests")}
          />
        </Section>
      ) : null}
      {needRebooking.count > 0 ? (
        <Section title="Need a new time" text="Booked, but now outside the doctor's hours.">
          <DeskList
            label="Need a new time"
            visits={needRebooking.items.map(toDeskCard)}
            asOf={asOf}
            more={more(needRebooking, "REBOOK", "appointments")}
          />
        </Section>
      ) : null}
    </>
  );
}

function more({ items, count }: Some, status: "PENDING" | "REBOOK", what: string) {
  const href = routes.hospital.appointments({ days: "coming", status });
  return count > items.length ? { href, label: `All ${count} ${what}` } : undefined;
}
