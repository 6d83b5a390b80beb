"use client";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { RemoveButton } from "@/components/realtime/remove-button";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { TypedText } from "@/components/ui/typed-text";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { changeBedAction, removeBedAction } from "@/lib/domain/beds/actions";
import { counted } from "@/lib/platform/text/counted";
import { AddBeds } from "./add-beds";
import { ConditionMark } from "./condition-mark";
import type { SetUpBed, SetUpWard } from "./ward-view";

type Props = { hospitalId: string; ward: SetUpWard; onClose: () => void };

/** The beds of a ward: add, rename, remove. */
export function WardBeds({ hospitalId, ward, onClose }: Props) {
  const focusReturn = useFocusReturn();
  const count = ward.beds.length;
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent {...focusReturn} title={`Beds of ${ward.name}`} description={counted(count, "bed")}>
        <AddBeds hospitalId={hospitalId} wardId={ward.id} />
        <ul aria-label={`Beds of ${ward.name}`} className="mt-5 divide-y divide-line border-t border-line empty:hidden">
          {ward.beds.map((bed) => (
            <BedRow key={bed.id} bed={bed} />
          ))}
        </ul>
        <TypedText />
      </SheetContent>
    </Sheet>
  );
}

function BedRow({ bed }: { bed: SetUpBed }) {
  const [isRenaming, setRenaming] = useState(false);
  const { id, version, label, condition } = bed;
  const isInUse = condition === "OCCUPIED" || condition === "RESERVED";
  if (isRenaming) return <RenameBed bed={bed} onDone={() => setRenaming(false)} />;
  return (
    <li className="flex items-center gap-2 py-2">
      <p className="min-w-0 flex-1 truncate font-semibold">{label}</p>
      <ConditionMark condition={condition} />
      <IconButton label={`Rename ${label}`} size="sm" onClick={() => setRenaming(true)}>
        <Pencil aria-hidden />
      </IconButton>
      <RemoveButton
        name={label}
        consequence="It is no longer counted. Past stays in it are kept."
        isDisabled={isInUse}
        call={() => removeBedAction({ id, version })}
      />
    </li>
  );
}

function RenameBed({ bed: { id, version, label }, onDone }: { bed: SetUpBed; onDone: () => void }) {
  const [typed, setTyped] = useState(label);
  const { save, failure, isSaving } = useSavedForm("Renamed");
  const isAboutLabel = failure?.fields?.some(({ path }) => path === "label");
  return (
    <li className="py-2">
      <form
        className="flex flex-wrap items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          save<unknown>(() => changeBedAction({ id, version, label: typed }), onDone);
        }}
      >
        <Field
          label={`New name of ${label}`}
          hideLabel
          name="label"
          className="flex-[1_1_8rem]"
          errors={failure?.fields}
          error={failure && !isAboutLabel ? failure.message : undefined}
        >
          <Input
            autoFocus
            value={typed}
            maxLength={30}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button type="submit" pending={isSaving}>
          Save
        </Button>
        <Button variant="secondary" disabled={isSaving} onClick={onDone}>
          Back
        </Button>
      </form>
    </li>
  );
}
