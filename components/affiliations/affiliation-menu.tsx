"use client";
import { Building, CirclePause, CirclePlay, DoorOpen } from "lucide-react";
import type { Route } from "next";
import { useState } from "react";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { MoreMenu } from "@/components/ui/more-menu";
import type { AffiliationStatus } from "@/lib/domain/affiliations/status";
import { AssignDialog } from "./assign-dialog";
import type { DepartmentChoice } from "./department-field";
import { PartingDialog } from "./parting-dialog";

export type AffiliationMenuProps = {
  affiliation: { id: string; version: number; status: AffiliationStatus; departmentId: string | null };
  /** The doctor's name. */
  who: string;
  departments: DepartmentChoice[];
  /** Where to go once it has ended: the doctor's page at the hospital is gone then. */
  leaveTo?: Route;
};

/** What a manager can do about a doctor of the hospital. */
export function AffiliationMenu({ affiliation, who, departments, leaveTo }: AffiliationMenuProps) {
  const [asking, setAsking] = useState<AffiliationStatus | "department">();
  const close = () => setAsking(undefined);
  const isSuspended = affiliation.status === "SUSPENDED";
  return (
    <>
      <MoreMenu label={`More actions for ${who}`} size="sm">
        {departments.length > 0 ? (
          <DropdownMenuItem onSelect={() => setAsking("department")}>
            <Building aria-hidden /> Department
          </DropdownMenuItem>
        ) : null}
        <DropdownMenuItem onSelect={() => setAsking(isSuspended ? "ACTIVE" : "SUSPENDED")}>
          {isSuspended ? <CirclePlay aria-hidden /> : <CirclePause aria-hidden />}{" "}
          {isSuspended ? "Reinstate" : "Suspend"}
        </DropdownMenuItem>
        <DropdownMenuItem tone="stop" onSelect={() => setAsking("ENDED")}>
          <DoorOpen aria-hidden /> End the affiliation
        </DropdownMenuItem>
      </MoreMenu>
      {asking === "department" ? (
        <AssignDialog affiliation={affiliation} who={who} departments={departments} onClose={close} />
      ) : null}
      {asking && asking !== "department" ? (
        <PartingDialog
          affiliation={affiliation}
          to={asking}
          side="hospital"
          who={who}
          leaveTo={asking === "ENDED" ? leaveTo : undefined}
          onClose={close}
        />
      ) : null}
    </>
  );
}
