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
import type { FieldError } from "@/lib/platform/errors/app-error";

type Props = {
  hospitalId: string;
  /** Without one, a new vehicle. */
  vehicle?: VehicleCard;
  /** Managers set registration and kind; anyone at the desk may correct the crew's phone number. */
  canSetUp: boolean;
  onClose: () => void;
};

/** A new vehicle, or changes to one. */
export function VehicleForm(props: Props) {
  const { vehicle, canSetUp, onClose } = props;
  const { draft, change, mayChangeKind, submit, failure, isSaving } = useVehicleForm(props);
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
            value={draft.registration}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            onChange={(event) => change({ registration: event.target.value })}
          />
        </Field>
      ) : null}
      {mayChangeKind ? <KindField draft={draft} onChange={change} errors={failure?.fields} /> : null}
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
          value={draft.crewPhone}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => change({ crewPhone: event.target.value })}
        />
      </Field>
      <LocationFields draft={draft} onChange={change} errors={failure?.fields} />
    </FormDialog>
  );
}

type Draft = { registration: string; kind: AmbulanceKind; crewPhone: string; latitude: string; longitude: string };

function useVehicleForm({ hospitalId, vehicle, canSetUp, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>({
    registration: vehicle?.registration ?? "",
    kind: vehicle?.kind ?? "BASIC",
    crewPhone: vehicle?.crewPhone ?? "",
    latitude: vehicle?.latitude?.toString() ?? "",
    longitude: vehicle?.longitude?.toString() ?? "",
  });
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const { save, failure, isSaving } = useSavedForm(vehicle ? "Saved" : "Vehicle added");
  // The kind of a vehicle on a call stays as the call was answered.
  const mayChangeKind = canSetUp && vehicle?.condition !== "ON_CALL";
  const submit = () => {
    const { registration, kind, crewPhone } = draft;
    const place = { latitude: degreesOf(draft.latitude), longitude: degreesOf(draft.longitude) };
    const said = { crewPhone, ...place, ...(canSetUp ? { registration } : {}), ...(mayChangeKind ? { kind } : {}) };
    save<unknown>(
      () =>
        vehicle
          ? changeAmbulanceAction({ id: vehicle.id, version: vehicle.version, ...said })
          : addAmbulanceAction({ hospitalId, registration, kind, crewPhone, ...given(place) }),
      onClose,
    );
  };
  return { draft, change, mayChangeKind, submit, failure, isSaving };
}

type FieldsProps = {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  errors: readonly FieldError[] | undefined;
};

function KindField({ draft, onChange, errors }: FieldsProps) {
  return (
    <Field label="Kind" name="kind" errors={errors} hint={KIND_HINTS[draft.kind]}>
      <NativeSelect
        value={draft.kind}
        options={AMBULANCE_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
        onChange={(event) =>
          onChange({ kind: AMBULANCE_KINDS.find((one) => one === event.target.value) ?? draft.kind })
        }
      />
    </Field>
  );
}

function LocationFields({ draft, onChange, errors }: FieldsProps) {
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1.5 text-sm font-semibold">Location</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Latitude" name="latitude" optional errors={errors} hint="Degrees, such as 52.5251">
          <Input
            inputMode="decimal"
            value={draft.latitude}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => onChange({ latitude: event.target.value })}
          />
        </Field>
        <Field label="Longitude" name="longitude" optional errors={errors} hint="Degrees, such as 13.3694">
          <Input
            inputMode="decimal"
            value={draft.longitude}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => onChange({ longitude: event.target.value })}
          />
        </Field>
      </div>
      <p className="text-sm text-quiet">
        Leave empty if it&apos;s at the hospital. The nearest free vehicle is offered first.
      </p>
    </fieldset>
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
