"use client";
import { BrushCleaning } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { RadioGroup, RadioPill } from "@/components/ui/radio-group";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import type { WardKind } from "@/lib/domain/beds/status";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { counted } from "@/lib/platform/text/counted";
import { countBeds, firstWards, freeWards } from "./board-rules";
import { allBeds, type Board, type BoardWard } from "./board-view";

export type BedChoiceProps = {
  board: Board;
  wanted: WardKind;
  bedId: string | undefined;
  /** It is reserved for later: then beds being cleaned may be chosen. */
  isKept?: boolean;
  onChoose: (bedId: string) => void;
  errors?: readonly FieldError[] | undefined;
  error?: string | undefined;
};

/** More than these would hide what comes next: the rest is shown on demand. */
const FIRST_SHOWN = 12;

/** The available beds, ward by ward, the requested kind first. Beds taken meanwhile leave the list. */
export function BedChoice({ board, wanted, bedId, isKept = false, onChoose, errors, error }: BedChoiceProps) {
  const [isWhole, setWhole] = useState(false);
  const wards = freeWards(board, wanted, isKept);
  const count = wards.reduce((sum, { beds }) => sum + beds.length, 0);
  if (count === 0) return <NoneFree board={board} />;
  const first = firstWards(wards, FIRST_SHOWN);
  const isAmongFirst = !bedId || first.some(({ beds }) => beds.some(({ id }) => id === bedId));
  const shown = isWhole || !isAmongFirst ? wards : first;
  return (
    <>
      <Field label="Bed" name="bedId" required errors={errors} error={error}>
        <RadioGroup value={bedId ?? ""} onValueChange={onChoose} className="gap-3">
          {shown.map((ward) => (
            <WardPills key={ward.id} ward={ward} wanted={wanted} />
          ))}
        </RadioGroup>
      </Field>
      {isKept && shown.some(({ beds }) => beds.some(({ condition }) => condition === "CLEANING")) ? (
        <p className="flex items-center gap-2 text-sm text-quiet">
          <BrushCleaning aria-hidden className="size-3.5 shrink-0" /> Being cleaned. You can reserve it for when
          it&apos;s ready.
        </p>
      ) : null}
      {shown.length < wards.length ? (
        <Button variant="quiet" size="sm" className="w-fit" onClick={() => setWhole(true)}>
          Show all {count} beds
        </Button>
      ) : null}
    </>
  );
}

function WardPills({ ward, wanted }: { ward: BoardWard; wanted: WardKind }) {
  return (
    <div className="sm:flex sm:items-start sm:gap-3">
      <p className="mb-1.5 text-sm sm:mb-0 sm:w-40 sm:shrink-0 sm:leading-tight">
        <span className="font-medium sm:block">{ward.name}</span>{" "}
        <span className="text-quiet">
          {ward.kind === wanted
            ? "as asked"
            : ward.name === WARD_KIND_LABELS[ward.kind]
              ? null
              : WARD_KIND_LABELS[ward.kind]}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {ward.beds.map((bed) => (
          <RadioPill
            key={bed.id}
            value={bed.id}
            aria-label={`${bed.label}, ${ward.name}${bed.condition === "CLEANING" ? ", being cleaned" : ""}`}
          >
            {bed.label}
            {bed.condition === "CLEANING" ? (
              <BrushCleaning aria-hidden className="ml-1.5 inline size-3.5 text-quiet" />
            ) : null}
          </RadioPill>
        ))}
      </div>
    </div>
  );
}

function NoneFree({ board }: { board: Board }) {
  const { CLEANING } = countBeds(allBeds(board).map(({ bed }) => bed));
  return (
    <FormMessage tone="wait" title="No bed is free now">
      {CLEANING === 0
        ? "Beds appear here as soon as they're free."
        : `${counted(CLEANING, "bed is", "beds are")} being cleaned. Beds appear here as soon as they're free.`}
    </FormMessage>
  );
}
