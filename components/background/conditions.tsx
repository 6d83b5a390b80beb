"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CONDITION_STATUS_LABELS, conditionText } from "@/lib/domain/background/format";
import type { Condition } from "@/lib/domain/background/schema";
import { ConditionForm } from "./condition-form";
import { EntryItem } from "./entry-item";
import { EntryPart } from "./entry-part";

type Props = {
  patientId: string;
  conditions: Condition[];
  mayKeep: boolean;
  /** Doctors may choose a diagnosis code. */
  withCodes: boolean;
  level: 2 | 3;
};

/** What a person lives with, in their words or with a diagnosis code. */
export function Conditions({ patientId, conditions, mayKeep, withCodes, level }: Props) {
  const [open, setOpen] = useState<Condition | "new">();
  const show = (one: Condition) => (
    <EntryItem
      key={one.id}
      {...one}
      mark={one.status === "ACTIVE" ? null : <Badge>{CONDITION_STATUS_LABELS[one.status]}</Badge>}
      text={conditionText(one)}
      earlier={one.earlier.map((before) => ({
        ...before,
        text: [before.name, conditionText(before), CONDITION_STATUS_LABELS[before.status]].filter(Boolean).join(" · "),
      }))}
      onChange={mayKeep && one.status !== "ENTERED_IN_ERROR" ? () => setOpen(one) : undefined}
    />
  );
  const items = conditions.filter(({ status }) => status === "ACTIVE");
  return (
    <>
      <EntryPart
        title="Conditions"
        level={level}
        answer={items.length > 0 ? null : <p className="text-sm text-quiet">No current condition is recorded.</p>}
        items={items.map(show)}
        former={conditions.filter(({ status }) => status !== "ACTIVE").map(show)}
        actions={
          mayKeep ? (
            <Button size="sm" variant="secondary" onClick={() => setOpen("new")}>
              <Plus aria-hidden /> Add a condition
            </Button>
          ) : null
        }
      />
      {open ? (
        <ConditionForm
          patientId={patientId}
          condition={open === "new" ? undefined : open}
          withCodes={withCodes}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </>
  );
}
