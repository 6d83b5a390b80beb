import { WardOccupancy } from "@/components/analytics/ward-occupancy";
import { Section } from "@/components/ui/section";
import type { HospitalStats } from "@/lib/domain/analytics/schema";

export function OccupancyPart({ wards }: { wards: HospitalStats["wards"] }) {
  return (
    <Section title="Occupancy">
      <WardOccupancy wards={wards} />
    </Section>
  );
}
