"use client";
import { useState } from "react";
import { FormFailure } from "@/components/ui/form-failure";
import { NativeSelect } from "@/components/ui/native-select";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addAmbulanceAction, changeAmbulanceAction } from "@/lib/domain/ambulances/actions";
import { KIND_HINTS, KIND_LABELS } from "@/lib/domain/ambulances/format";
import type { VehicleCard } from "@/lib/domain/ambulances/output";
import { AMBULANCE_KINDS, type AmbulanceKind } from "@/lib/domain/ambulances/status";

type Props = {
  hospitalId: string;
  /** Without one, a new vehicle. */
  vehicle?: VehicleCard;
  /** Managers set registration and kind; anyone at the desk may correct the crew's phone number. */
  canSetUp: boolean;
  onClose: () => void;
};

export function VehicleForm({ hospitalId, vehicle, canSetUp, onClose }: Props) {
  const [registration, setRegistration] = useState(vehicle?.registration ?? "");
  const [kind, setKind] = useState<AmbulanceKind>(vehicle?.kind ?? "BASIC");
  const [crewPhone, setCrewPhone] = useState(vehicle?.crewPhone ?? "");
  const [latitude, setLatitude] = useState(vehicle?.latitude?.toString() ?? "");
  const [longitude, setLongitude] = useState(vehicle?.longitude?.toString() ?? "");
  const { save, failure, isSaving } = useSavedForm(vehicle ? "Saved" : "Vehicle added");
  // The kind of a vehicle on a call stays as the call was answered.
  const mayChangeKind = canSetUp && vehicle?.condition !== "ON_CALL";
  const submit = () => {
    const place = { latitude: degreesOf(latitude), longitude: degreesOf(longitude) };
    const said = { crewPhone, ...place, ...(canSetUp ? { registration } : {}), ...(mayChangeKind ? { kind } : {}) };
    save<unknown>(
      () =>
        vehicle
          ? changeAmbulanceAction({ id: vehicle.id, version: vehicle.version, ...said })
          : addAmbulanceAction({ hospitalId, registration, kind, crewPhone, ...given(place) }),
      onClose,
    );
  };
  return (
    <FormDialog
      title={vehicle ? `Change ${vehicle.registration}` : "Add a vehicle"}
      submitLabel={vehicle ? "Save" : "Add vehicle"}
      isPending={isSaving}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormFailure error={failure} />
      {canSetUp ? (
        <Field label="Registration" name="registration" required errors={failure?.fields}>
          <Input
            value={registration}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            onChange={(event) => setRegistration(event.target.value)}
          />
        </Field>
      ) : null}
      {mayChangeKind ? (
        <Field label="Kind" name="kind" errors={failure?.fields} hint={KIND_HINTS[kind]}>
          <NativeSelect
            value={kind}
            options={AMBULANCE_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
            onChange={(event) => setKind(AMBULANCE_KINDS.find((one) => one === event.target.value) ?? kind)}
          />
        </Field>
      ) : null}
      <Field
        label="Crew's phone"
        name="crewPhone"
        required
        errors={failure?.fields}
        hint="Callers can ring it while the vehicle is on their call."
      >
        <Input
          type="tel"
          inputMode="tel"
          value={crewPhone}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setCrewPhone(event.target.value)}
        />
      </Field>
      <fieldset className="grid min-w-0 gap-3">
        <legend className="mb-1.5 text-sm font-semibold">Location</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Latitude" name="latitude" optional errors={failure?.fields} hint="Degrees, such as 52.5251">
            <Input
              inputMode="decimal"
              value={latitude}
              maxLength={20}
              autoComplete="off"
              onChange={(event) => setLatitude(event.target.value)}
            />
          </Field>
          <Field label="Longitude" name="longitude" optional errors={failure?.fields} hint="Degrees, such as 13.3694">
            <Input
              inputMode="decimal"
              value={longitude}
              maxLength={20}
              autoComplete="off"
              onChange={(event) => setLongitude(event.target.value)}
            />
          </Field>
        </div>
        <p className="text-sm text-quiet">
          Leave empty if it&apos;s at the hospital. The nearest free vehicle is offered first.
        </p>
      </fieldset>
    </FormDialog>
  );
}

/** Parses typed degrees, also with a decimal comma; anything else is sent as NaN and refused with all other errors. */
function degreesOf(typed: string): number | null {
  const text = typed.trim().replace(",", ".");
  return text === "" ? null : Number(text);
}

/** A new vehicle without a location sends none. */
function given({ latitude, longitude }: Record<"latitude" | "longitude", number | null>) {
  return { ...(latitude === null ? {} : { latitude }), ...(longitude === null ? {} : { longitude }) };
}
