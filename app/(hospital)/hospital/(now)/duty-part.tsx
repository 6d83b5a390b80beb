import { UserRoundX } from "lucide-react";
import { DutyList } from "@/components/front-desk/duty-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { DutyDoctor } from "@/lib/domain/front-desk/list-duty-doctors";
import { counted } from "@/lib/platform/text/counted";

/** Who is on duty today. */
export function DutyPart({ duty, asOf }: { duty: DutyDoctor[]; asOf: string }) {
  return (
    <Section title={counted(duty.length, "doctor on duty today", "doctors on duty today")}>
      {duty.length > 0 ? (
        <DutyList doctors={duty} asOf={asOf} />
      ) : (
        <EmptyState
          level={3}
          icon={<UserRoundX />}
          title="No one is on duty"
          text="Doctors appear here on days when they have hours at this hospital."
        />
      )}
    </Section>
  );
}
