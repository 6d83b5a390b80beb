import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/ui/status-badge";
import { PHASE_LABELS, PHASE_TONES } from "@/lib/domain/ward-closures/format";
import { routes } from "@/lib/site/routes";
import { ClosureLink } from "./closure-link";
import type { Standing } from "./closure-view";

const SHOWN = 5;

/** The wards and beds that are closed now or will be, among what else doesn't go to plan. */
export function ClosedNow({ closures }: { closures: Standing[] }) {
  if (closures.length === 0) return null;
  return (
    <Section title="Closed wards and beds" className="mt-0 mb-8">
      <Card flush>
        <ul aria-label="Closed wards and beds" className="divide-y divide-line">
          {closures.slice(0, SHOWN).map((closure) => (
            <li key={closure.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4">
              <ClosureLink closure={closure} />
              <StatusBadge tone={PHASE_TONES[closure.phase]} label={PHASE_LABELS[closure.phase]} />
            </li>
          ))}
          <li className="p-4 text-sm">
            <Link href={routes.hospital.closedWards()} className="touch-target font-medium text-accent hover:underline">
              All closed wards and beds
            </Link>
          </li>
        </ul>
      </Card>
    </Section>
  );
}
