"use client";
import { CircleCheck, LocateFixed, MapPin, X } from "lucide-react";
import { useState } from "react";
import { NativeSelect } from "@/components/accounts/native-select";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { BY_COORDINATES } from "@/lib/domain/ambulances/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { distanceText } from "./point-text";
import type { Position, PositionFault } from "./use-position";

export type Town = { value: string; label: string };

export type PlaceFieldsProps = {
  position: Position;
  onAsk: () => void;
  onForget: () => void;
  towns: readonly Town[];
  errors: readonly FieldError[] | undefined;
  values?: Record<string, string> | undefined;
};

/** Further off than this, a crew finds the street and not the house. */
const ROUGH_METRES = 150;

const FAULTS: Record<PositionFault, { title: string; text: string }> = {
  refused: { title: "Your position was not given", text: "The browser or the phone does not allow it. Type the address instead, or allow it in the settings and try again." },
  unavailable: { title: "This device does not know where it is", text: "Type the address instead." },
  timeout: { title: "Your position was not found in time", text: "Try again near a window, or type the address instead." },
  insecure: { title: "Your position cannot be used here", text: "Browsers give it only to pages with a secure address (https). Type the address instead." },
};

/** Where the ambulance is to come: the device's position in one tap, or an address and its town, or coordinates. */
export function PlaceFields({ position, onAsk, onForget, towns, errors, values }: PlaceFieldsProps) {
  const [town, setTown] = useState(values?.town ?? "");
  const isFound = position.status === "found";
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1.5 text-sm font-semibold">Where is it?</legend>
      <input type="hidden" name="position" value={isFound ? position.text : ""} />
      <div role="status" className="grid gap-3">
        {isFound ? (
          <Found accuracyMetres={position.accuracyMetres} onForget={onForget} />
        ) : (
          <Button size="lg" block pending={position.status === "asking"} onClick={onAsk}>
            <LocateFixed aria-hidden /> Use my position
          </Button>
        )}
        {position.status === "fault" ? (
          <FormMessage tone="wait" title={FAULTS[position.fault].title}>
            {FAULTS[position.fault].text}
          </FormMessage>
        ) : null}
      </div>
      <div className={cn("grid gap-3", !isFound && "grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]")}>
        <Field label={isFound ? "What helps to find you" : "Or the address"} name="address" optional={isFound} errors={errors}>
          <Input
            className="h-12 pointer-coarse:h-12"
            autoComplete="street-address"
            maxLength={120}
            placeholder={isFound ? "House, floor, name at the door" : "Street and number"}
            defaultValue={values?.address}
            enterKeyHint="next"
          />
        </Field>
        {isFound ? null : (
          <Field label="Town" name="town" errors={errors}>
            <NativeSelect
              className="h-12 pointer-coarse:h-12"
              empty="Choose"
              defaultValue={town}
              onChange={(event) => setTown(event.target.value)}
              options={[...towns, { value: BY_COORDINATES, label: "I have coordinates" }]}
            />
          </Field>
        )}
        {!isFound && town === BY_COORDINATES ? (
          <Field label="Coordinates" name="coordinates" errors={errors} hint="Latitude and longitude, as a map shows them" className="col-span-2">
            <Input className="h-12 pointer-coarse:h-12" autoComplete="off" maxLength={60} placeholder="52.5251, 13.3694" defaultValue={values?.coordinates} />
          </Field>
        ) : null}
      </div>
    </fieldset>
  );
}

function Found({ accuracyMetres, onForget }: { accuracyMetres: number | null; onForget: () => void }) {
  const isRough = accuracyMetres !== null && accuracyMetres > ROUGH_METRES;
  return (
    <div className={cn("flex min-h-12 items-center gap-3 rounded-md py-1 pr-1 pl-4 text-sm", isRough ? "bg-wait-soft text-wait" : "bg-good-soft text-good")}>
      {isRough ? <MapPin aria-hidden className="size-5 shrink-0" /> : <CircleCheck aria-hidden className="size-5 shrink-0" />}
      <p className="min-w-0 flex-1">
        <span className="block font-semibold">Your position is known</span>
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
