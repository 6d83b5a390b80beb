import { Siren } from "lucide-react";
import { loadFrom } from "@/app/search-params";
import { OwnCalls } from "@/components/ambulances/own-calls";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { listOwnCalls } from "@/lib/domain/ambulances/queries";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";

const PAGE = 10;

/** The page's ambulance section; `cursor` is its own position in the address (`calls`). */
export async function AmbulanceSection({ actor, cursor }: { actor: Actor; cursor: string | undefined }) {
  const { items, nextCursor } = await loadFrom(cursor, (from) =>
    listOwnCalls(actor, {}, { limit: PAGE, cursor: from }),
  );
  const calls = items.map((row) => ({
    id: row.id,
    status: row.status,
    createdAt: row.createdAt.toISOString(),
    hospitalName: row.hospital?.name ?? null,
    timeZone: row.hospital?.timeZone ?? null,
    patientName: row.patient && actor.patientIds.includes(row.patient.id) ? row.patient.name : null,
  }));
  return (
    <Section
      title="Ambulances"
      actions={
        <Button asChild variant="secondary" size="sm">
          <Link href={routes.emergency.request()}>
            <Siren aria-hidden className="text-stop" /> Request an ambulance
          </Link>
        </Button>
      }
    >
      <OwnCalls calls={calls} withPatient={actor.patientIds.length > 1} />
      <LoadMore href={nextCursor ? routes.patient.stays({ calls: nextCursor }) : null} label="Show older ones" />
    </Section>
  );
}
