import { Card } from "@/components/ui/card";
import { Fact } from "@/components/ui/fact";
import type { Overview } from "@/lib/domain/administration/schema-overview";
import { STATUS_LABELS } from "@/lib/domain/appointments/format";
import { numberText } from "@/lib/platform/text/counted";

/** Appointments by status, in the order of a visit. */
export function StatusCounts({ counts }: { counts: Overview["appointments"] }) {
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {counts.map(({ status, count }) => (
          <Fact key={status} label={STATUS_LABELS[status]}>
            <span className="tabular">{numberText(count)}</span>
          </Fact>
        ))}
      </dl>
    </Card>
  );
}
