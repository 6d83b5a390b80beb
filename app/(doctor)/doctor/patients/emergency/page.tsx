import type { Metadata } from "next";
import { z } from "zod";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { EmergencyForm } from "@/components/emergency-access/emergency-form";
import { EmergencyList } from "@/components/emergency-access/emergency-list";
import { EndEmergency } from "@/components/emergency-access/end-emergency";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { listOwnEmergencies } from "@/lib/domain/emergency-access/queries";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";

export const metadata: Metadata = { title: "Emergency access" };

const PAGE = 20;
const emergencySearch = z.object({ cursor: z.string().max(1024).optional() });

export default async function EmergencyPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireDoctor(routes.doctor.emergency());
  const read = readSearch(emergencySearch, await searchParams);
  const page = await loadFrom(read.filter.cursor, (cursor) => listOwnEmergencies(actor, { limit: PAGE, cursor }));
  return (
    <>
      <PageHeader
        back={{ href: routes.doctor.patients(), label: "Patients" }}
        title="Open a record in an emergency"
        text="For someone you don’t treat, who can’t share their record with you now."
      />
      <LeftOutNote read={read} />
      <EmergencyForm />
      <Section title="What you opened">
        {page.items.length === 0 ? (
          <p className="text-sm text-quiet">Nothing yet. What you open appears here, with its review.</p>
        ) : (
          <EmergencyList
            label="What you opened"
            emergencies={page.items}
            titleOf={({ isOpen, patientId, patientName }) =>
              isOpen ? (
                <Link href={routes.doctor.patient(patientId)} className="underline underline-offset-2">
                  {patientName}
                </Link>
              ) : (
                patientName
              )
            }
            actionsOf={({ id, isOpen, patientName }) =>
              isOpen ? <EndEmergency id={id} patientName={patientName} /> : null
            }
          />
        )}
        <LoadMore href={page.nextCursor ? routes.doctor.emergency({ cursor: page.nextCursor }) : null} />
      </Section>
    </>
  );
}
