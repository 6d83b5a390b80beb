"use client";
import { CircleCheck, Plus, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormFailure } from "@/components/ui/form-failure";
import { LocalTime } from "@/components/ui/local-time";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { stateNoAllergiesAction } from "@/lib/domain/background/actions";
import { ALLERGY_STATUS_LABELS, allergyText, authorText } from "@/lib/domain/background/format";
import type { Allergy, AllergyList } from "@/lib/domain/background/schema";
import { AllergyForm } from "./allergy-form";
import { EntryItem } from "./entry-item";
import { EntryPart } from "./entry-part";

type Props = { patientId: string; allergies: AllergyList; mayKeep: boolean; level: 2 | 3 };

/** A person's allergies; that there are none is an answer of its own. */
export function Allergies({ patientId, allergies, mayKeep, level }: Props) {
  const [open, setOpen] = useState<Allergy | "new">();
  const { save, failure, isSaving } = useSavedForm("Recorded that there are no known allergies");
  const { answer, items } = allergies;
  const show = (one: Allergy) => (
    <AllergyItem key={one.id} allergy={one} onChange={mayKeep ? () => setOpen(one) : undefined} />
  );
  return (
    <>
      <EntryPart
        title="Allergies"
        level={level}
        answer={<Answer {...allergies} />}
        items={items.filter(({ status }) => status === "ACTIVE").map(show)}
        former={items.filter(({ status }) => status !== "ACTIVE").map(show)}
        actions={
          mayKeep ? (
            <>
              <FormFailure error={failure} />
              <Button size="sm" variant="secondary" onClick={() => setOpen("new")}>
                <Plus aria-hidden /> Add an allergy
              </Button>
              {answer === "LISTED" ? null : (
                <Button
                  size="sm"
                  variant="quiet"
                  pending={isSaving}
                  onClick={() => save(() => stateNoAllergiesAction({ patientId }))}
                >
                  {answer === "NONE_KNOWN" ? "Still no known allergies" : "No known allergies"}
                </Button>
              )}
            </>
          ) : null
        }
      />
      {open ? (
        <AllergyForm
          patientId={patientId}
          allergy={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </>
  );
}

function Answer({ answer, noneKnown }: AllergyList) {
  if (answer === "LISTED") return null;
  if (answer === "NOT_RECORDED" || !noneKnown) {
    return <p className="text-sm text-quiet">No one has recorded yet whether there are any.</p>;
  }
  return (
    <div className="flex items-start gap-2">
      <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
      <div>
        <p className="font-semibold">No known allergies</p>
        <p className="text-sm text-quiet">
          Stated by {authorText(noneKnown.statedBy)}, <LocalTime instant={noneKnown.statedAt} style="dated" />
        </p>
      </div>
    </div>
  );
}

type ItemProps = { allergy: Allergy; onChange: (() => void) | undefined };

function AllergyItem({ allergy, onChange }: ItemProps) {
  const { substance, criticality, status, earlier } = allergy;
  const isMarked = status === "ACTIVE" && criticality === "HIGH";
  return (
    <EntryItem
      {...allergy}
      name={substance}
      mark={
        status !== "ACTIVE" ? (
          <Badge>{ALLERGY_STATUS_LABELS[status]}</Badge>
        ) : isMarked ? (
          <Badge tone="stop">
            <TriangleAlert aria-hidden /> High risk
          </Badge>
        ) : null
      }
      text={allergyText(isMarked ? { ...allergy, criticality: "UNKNOWN" } : allergy)}
      earlier={earlier.map((one) => ({
        ...one,
        text: `${one.substance}: ${allergyText(one)}. ${ALLERGY_STATUS_LABELS[one.status]}.`,
      }))}
      // What was entered by mistake stays so.
      onChange={status === "ENTERED_IN_ERROR" ? undefined : onChange}
    />
  );
}
