"use client";
import { useEffect, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FormMessage } from "@/components/ui/form-message";
import { LocalTime } from "@/components/ui/local-time";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { Skeleton } from "@/components/ui/skeleton";
import { listLinkVisitsAction } from "@/lib/domain/sharing/actions";
import type { LinkVisit } from "@/lib/domain/sharing/list-link-visits";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { ChoiceGroup } from "./choice-group";

type Props = {
  patientId: string;
  /** Null: all visits. */
  chosen: string[] | null;
  onChange: (chosen: string[] | null) => void;
  errors: readonly FieldError[] | undefined;
};

/** All visits, or chosen ones. */
export function LinkVisits({ patientId, chosen, onChange, errors }: Props) {
  return (
    <div className="ml-8 grid gap-3">
      <RadioGroup
        aria-label="Which visits?"
        value={chosen ? "chosen" : "all"}
        onValueChange={(value) => onChange(value === "all" ? null : [])}
      >
        <RadioCard value="all" label="All visits" hint="Also those that are signed while the link holds." />
        <RadioCard value="chosen" label="Only visits I choose" />
      </RadioGroup>
      {chosen ? (
        <ChoiceGroup label="Visits" name="visitIds" errors={errors}>
          <VisitChoice patientId={patientId} chosen={chosen} onChange={onChange} />
        </ChoiceGroup>
      ) : null}
    </div>
  );
}

function VisitChoice({ patientId, chosen, onChange }: Omit<Props, "chosen" | "errors"> & { chosen: string[] }) {
  const [found, setFound] = useState<ActionResult<LinkVisit[]>>();
  useEffect(() => {
    let isCurrent = true;
    void tryAction(() => listLinkVisitsAction({ patientId })).then((result) => {
      if (isCurrent) setFound(result);
    });
    return () => {
      isCurrent = false;
    };
  }, [patientId]);
  if (!found) return <Skeleton className="h-24" />;
  if (!found.ok) return <FormMessage title={found.error.message} />;
  if (found.data.length === 0) return <p className="text-sm text-quiet">No visit has a signed note yet.</p>;
  return (
    <div className="grid max-h-64 gap-3 overflow-y-auto rounded-md border border-line p-3">
      {found.data.map(({ id, start, timeZone, doctorName }) => (
        <Checkbox
          key={id}
          id={`link-visit-${id}`}
          checked={chosen.includes(id)}
          onCheckedChange={(isChosen) =>
            onChange(isChosen === true ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
          label={<LocalTime instant={start} timeZone={timeZone} style="dated" otherTime={false} />}
          hint={doctorName}
        />
      ))}
    </div>
  );
}
