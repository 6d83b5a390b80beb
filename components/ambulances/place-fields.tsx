"use client";
import { CircleCheck, LocateFixed, MapPin, X } from "lucide-react";
import { useId, useRef } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { townNamed, type OfferedTown } from "@/lib/domain/ambulances/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { distanceText } from "./point-text";
import type { Position, PositionError } from "./use-position";

export type PlaceFieldsProps = {
  position: Position;
  onAsk: () => void;
  onForget: () => void;
  towns: readonly OfferedTown[];
  errors: readonly FieldError[] | undefined;
  values?: Record<string, string> | undefined;
};

const tall = "h-12 pointer-coarse:h-12";

/** Less accurate than this, a crew finds the street but not the house. */
const ROUGH_METRES = 150;

const FAULTS: Record<PositionError, { title: string; text: string }> = {
  refused: {
    title: "We couldn't get your location",
    text: "Your browser or phone doesn't allow it. Enter the address instead, or allow it in the settings and try again.",
  },
  unavailable: { title: "This device can't find your location", text: "Enter the address instead." },
  timeout: {
    title: "Finding your location took too long",
    text: "Try again near a window, or enter the address instead.",
  },
  insecure: {
    title: "Your location can't be used here",
    text: "Browsers only share it with secure pages (https). Enter the address instead.",
  },
};

/**
 * Where the ambulance should come: the device's position in one tap, or an address and its town, or coordinates. Any
 * town or village works; for one that isn't on our map, the nearest one that is must be selected.
 */
export function PlaceFields({ position, onAsk, onForget, towns, errors, values }: PlaceFieldsProps) {
  const nearest = useNearestCity(towns);
  const isFound = position.status === "found";
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1.5 text-sm font-semibold">Where is it?</legend>
      <input type="hidden" name="position" value={isFound ? position.text : ""} />
      <OwnPosition position={position} onAsk={onAsk} onForget={onForget} />
      <Field
        label={isFound ? "Directions for the crew" : "Or the address"}
        name="address"
        optional={isFound}
        errors={errors}
        hint={isFound ? undefined : "You can also enter coordinates from a map."}
      >
        <Input
          className={tall}
          autoComplete="street-address"
          maxLength={120}
          placeholder={isFound ? "House, floor, name at the door" : "Street and number"}
          defaultValue={values?.address}
          enterKeyHint="next"
        />
      </Field>
      {isFound ? null : <TownFields towns={towns} errors={errors} values={values} nearest={nearest} />}
    </fieldset>
  );
}

/** Selects the city nearest to a town as its name is typed, unless another was chosen by hand. */
function useNearestCity(towns: readonly OfferedTown[]) {
  // Not a state: what was selected before hydration must stay.
  const select = useRef<HTMLSelectElement>(null);
  const implied = useRef("");
  const onTown = (typed: string) => {
    if (!select.current) return;
    const named = townNamed(towns, typed)?.value ?? "";
    if (named || select.current.value === implied.current) select.current.value = named;
    implied.current = named;
  };
  return { select, onTown };
}

type OwnPositionProps = Pick<PlaceFieldsProps, "position" | "onAsk" | "onForget">;

function OwnPosition({ position, onAsk, onForget }: OwnPositionProps) {
  return (
    <div role="status" className="grid gap-3">
      {position.status === "found" ? (
        <Found accuracyMetres={position.accuracyMetres} onForget={onForget} />
      ) : (
        <Button size="lg" block pending={position.status === "asking"} onClick={onAsk}>
          <LocateFixed aria-hidden /> Use my location
        </Button>
      )}
      {position.status === "fault" ? (
        <FormMessage tone="wait" title={FAULTS[position.fault].title}>
          {FAULTS[position.fault].text}
        </FormMessage>
      ) : null}
    </div>
  );
}

type TownFieldsProps = Pick<PlaceFieldsProps, "towns" | "errors" | "values"> & {
  nearest: ReturnType<typeof useNearestCity>;
};

function TownFields({ towns, errors, values, nearest: { select, onTown } }: TownFieldsProps) {
  const listId = useId();
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label="Town or village" name="town" errors={errors}>
        <Input
          className={tall}
          list={listId}
          autoComplete="address-level2"
          maxLength={100}
          defaultValue={values?.town}
          onChange={(event) => onTown(event.target.value)}
          enterKeyHint="next"
        />
      </Field>
      <datalist id={listId}>
        {towns.map(({ value, label }) => (
          <option key={value} value={label} />
        ))}
      </datalist>
      <Field label="Nearest city" name="nearest" errors={errors}>
        <NativeSelect className={tall} empty="Choose" ref={select} defaultValue={values?.nearest} options={towns} />
      </Field>
    </div>
  );
}

function Found({ accuracyMetres, onForget }: { accuracyMetres: number | null; onForget: () => void }) {
  const isRough = accuracyMetres !== null && accuracyMetres > ROUGH_METRES;
  return (
    <div
      className={cn(
        "flex min-h-12 items-center gap-3 rounded-md py-1 pr-1 pl-4 text-sm",
        isRough ? "bg-wait-soft text-wait" : "bg-good-soft text-good",
      )}
    >
      {isRough ? (
        <MapPin aria-hidden className="size-5 shrink-0" />
      ) : (
        <CircleCheck aria-hidden className="size-5 shrink-0" />
      )}
      <p className="min-w-0 flex-1">
        <span className="block font-semibold">We have your location</span>
        {accuracyMetres === null ? null : (
          <span className="text-ink">
            To within {distanceText(accuracyMetres)}
            {isRough ? ". Add the address, too" : ""}
          </span>
        )}
      </p>
      <IconButton label="Use another place" onClick={onForget}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
