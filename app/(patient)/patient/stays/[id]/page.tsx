import { MapPin } from "lucide-react";
import type { Metadata } from "next";
import { ownStay } from "@/app/(patient)/patient/stays/own-stay";
import { loadStayHistory } from "@/app/to-stay-history";
import { StayBadge } from "@/components/beds/stay-badge";
import { StayFacts } from "@/components/beds/stay-facts";
import { StayHistory } from "@/components/beds/stay-history";
import { StayButtons } from "@/components/beds/stay-list";
import { StayStatus } from "@/components/beds/stay-status";
import { StaysTitle } from "@/components/beds/stays-title";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { addressLine } from "@/lib/domain/appointments/format-calendar";
import { toStayCard } from "@/lib/domain/beds/output";
import { isOpen } from "@/lib/domain/beds/status";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Hospital stay" };

export default async function StayPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requirePageActor(routes.patient.stay(id));
  const row = await ownStay(actor, id);
  const stay = toStayCard(row);
  const asOf = new Date().toISOString();
  const address = addressLine(stay.hospital);
  return (
    <>
      <PageHeader
        back={{ href: routes.patient.stays(), label: "Stays" }}
        title={<StaysTitle stays={[stay]} />}
        actions={<StayBadge status={stay.status} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <Card className="sm:p-6">
          <StayStatus stay={stay} asOf={asOf} />
          <div className="mt-6 border-t border-line pt-5">
            <StayFacts stay={stay} asOf={asOf} withHospital withPatient={actor.patientIds.length > 1} />
          </div>
          {address ? (
            <p className="mt-4 flex items-start gap-2 text-sm">
              <MapPin aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" /> {address}
            </p>
          ) : null}
          {isOpen(stay.status) ? <StayButtons stay={stay} /> : null}
        </Card>
        <Card as="section" aria-label="What happened">
          <h2 className="mb-4 text-base">What happened</h2>
          <StayHistory
            history={await loadStayHistory(row, { side: "patient", userId: actor.userId })}
            timeZone={stay.hospital.timeZone}
          />
        </Card>
      </div>
    </>
  );
}
