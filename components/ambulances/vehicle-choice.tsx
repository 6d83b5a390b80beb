"use client";
import { useState } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { KIND_LABELS } from "@/lib/domain/ambulances/format";
import type { CallOnBoard } from "./dispatch-view";

type Vehicles = CallOnBoard["vehicles"];

/** The vehicle selected for a call: the best of its free ones until someone chooses another. */
export function useVehicleChoice({ vehicles }: CallOnBoard) {
  const [chosen, choose] = useState<string>();
  // The selected vehicle may have left meanwhile: then the best of the others is selected.
  return { vehicle: vehicles.find(({ id }) => id === chosen) ?? vehicles[0], choose };
}

type Props = { vehicles: Vehicles; value: string; onChoose: (id: string) => void };

/** The free vehicles of a call, inside a field. */
export function VehicleSelect({ vehicles, value, onChoose }: Props) {
  return (
    <NativeSelect
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      options={vehicles.map(({ id, registration, kind }) => ({
        value: id,
        label: `${registration} · ${KIND_LABELS[kind]}`,
      }))}
    />
  );
}
