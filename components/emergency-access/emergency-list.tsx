import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { Emergency } from "@/lib/domain/emergency-access/schema";
import { EmergencyBadges, EmergencyFacts } from "./emergency-facts";

type Props<E extends Emergency> = {
  label: string;
  emergencies: readonly E[];
  titleOf: (emergency: E) => ReactNode;
  noteOf?: (emergency: E) => ReactNode;
  actionsOf?: (emergency: E) => ReactNode;
};

/** Records opened in an emergency, each with its reason and review. */
export function EmergencyList<E extends Emergency>({ label, emergencies, titleOf, noteOf, actionsOf }: Props<E>) {
  return (
    <Card flush>
      <ul aria-label={label} className="divide-y divide-line">
        {emergencies.map((emergency) => (
          <li key={emergency.id} className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4">
            <div className="grid min-w-0 flex-[1_1_16rem] gap-1.5">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-semibold wrap-anywhere">{titleOf(emergency)}</span>
                <EmergencyBadges emergency={emergency} />
              </p>
              <EmergencyFacts emergency={emergency} />
              {noteOf?.(emergency)}
            </div>
            <div className="ml-auto flex flex-wrap justify-end gap-2 empty:hidden">{actionsOf?.(emergency)}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
