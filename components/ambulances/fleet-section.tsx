"use client";
import { Ambulance, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { counted } from "@/lib/platform/text/counted";
import type { DispatchView } from "./dispatch-view";
import { VehicleForm } from "./vehicle-form";
import { VehicleRow } from "./vehicle-row";

/** All vehicles of the hospital: free, on a call, or out of service and why. Managers add, change and remove them. */
export function FleetSection({ view }: { view: DispatchView }) {
  const { hospital, vehicles, counts, canSetUpFleet } = view;
  const [isAdding, setAdding] = useState(false);
  const add = canSetUpFleet ? (
    <Button size="sm" variant="secondary" onClick={() => setAdding(true)}>
      <Plus aria-hidden /> Add a vehicle
    </Button>
  ) : null;
  return (
    <Section title={fleetTitle(counts)} actions={vehicles.length > 0 ? add : null}>
      {vehicles.length === 0 ? (
        <EmptyState
          level={3}
          icon={<Ambulance />}
          title="No vehicles yet"
          text={
            canSetUpFleet
              ? "The hospital receives calls once it has a free vehicle."
              : "A manager can add vehicles. The hospital receives calls once it has a free one."
          }
          action={add}
        />
      ) : (
        <Card flush>
          <ul aria-label="Vehicles" className="divide-y divide-line">
            {vehicles.map((vehicle) => (
              <VehicleRow key={vehicle.id} vehicle={vehicle} canSetUp={canSetUpFleet} />
            ))}
          </ul>
        </Card>
      )}
      {isAdding ? <VehicleForm hospitalId={hospital.id} canSetUp onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

/** "12 vehicles: 8 free, 3 on a call, 1 out of service". */
function fleetTitle({ total, AVAILABLE, ON_CALL, OUT_OF_SERVICE }: DispatchView["counts"]): string {
  if (total === 0) return "Vehicles";
  const parts = [
    `${AVAILABLE} free`,
    ON_CALL > 0 ? `${ON_CALL} on a call` : "",
    OUT_OF_SERVICE > 0 ? `${OUT_OF_SERVICE} out of service` : "",
  ];
  return `${counted(total, "vehicle")}: ${parts.filter(Boolean).join(", ")}`;
}
