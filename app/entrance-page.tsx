import { EntranceCode } from "@/components/arrivals/entrance-code";
import { AddDisplay } from "@/components/displays/add-display";
import { DisplayList } from "@/components/displays/display-list";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { Section } from "@/components/ui/section";
import { findArrivalCode } from "@/lib/domain/arrivals/queries";
import { listDisplays, listShowable } from "@/lib/domain/displays/queries";
import { MOST_DISPLAYS } from "@/lib/domain/displays/status";
import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { routes } from "@/lib/site/routes";

type Props = { actor: Actor; portal: "hospital" | "doctor"; owner: Owner; placeName: string };

/** The screens on the wall and the code at the entrance, of a hospital or of a doctor's own practice. */
export async function EntrancePage({ actor, portal, owner, placeName }: Props) {
  const { hospitalId } = owner;
  const [displays, code, doctors] = await Promise.all([
    listDisplays(actor, owner, { limit: MOST_DISPLAYS }),
    findArrivalCode(actor, owner),
    hospitalId === null ? [] : listShowable(actor, hospitalId),
  ]);
  return (
    <>
      <div data-print="hide">
        <PageHeader
          back={{ href: routes[portal].waitingRoom(), label: "Waiting room" }}
          title="Screens and entrance"
          text={
            portal === "hospital"
              ? "What patients see on the wall, and how they check in at the entrance."
              : "For your own practice. A hospital’s screens and code are managed by its front desk."
          }
        />
      </div>
      <div className="grid items-start gap-8 xl:grid-cols-2 [&>section]:mt-0">
        <Section
          title="Screens on the wall"
          className="print:hidden"
          actions={<AddDisplay hospitalId={hospitalId} doctors={doctors} />}
        >
          <DisplayList displays={displays.items} doctors={doctors} />
        </Section>
        <Section title="Code at the entrance" actions={code ? <PrintButton size="sm" /> : null}>
          <EntranceCode code={code} hospitalId={hospitalId} placeName={placeName} />
        </Section>
      </div>
    </>
  );
}
