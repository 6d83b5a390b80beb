import { UserRoundX } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { UrgentForm, type UrgentQueue } from "@/components/waiting-room/urgent-form";
import { MAX_OVERBOOKED } from "@/lib/domain/queues/status";
import { routes } from "@/lib/site/routes";

type Props = {
  portal: "hospital" | "doctor";
  /** Whose patients are offered; null: the doctor's own. */
  hospitalId: string | null;
  queues: UrgentQueue[];
};

const NOWHERE = {
  hospital: { title: "No one is on duty", text: "Doctors with hours at this hospital today appear here." },
  doctor: { title: "You have no hours yet", text: "The places where you have hours appear here." },
};

/** Where the front desk, or the doctor, adds someone who can't wait for an available time. */
export function UrgentPage({ portal, hospitalId, queues }: Props) {
  const most = portal === "hospital" ? "for each doctor" : "at each place";
  return (
    <>
      <PageHeader
        back={{ href: routes[portal].waitingRoom(), label: "Waiting room" }}
        title="Add an urgent patient"
        text={`For someone who can’t wait for an available time. They come on top of the booked appointments and go first. At most ${MAX_OVERBOOKED} a day ${most}.`}
      />
      {queues.length === 0 ? (
        <EmptyState icon={<UserRoundX />} {...NOWHERE[portal]} />
      ) : (
        <UrgentForm portal={portal} hospitalId={hospitalId} queues={queues} />
      )}
    </>
  );
}
