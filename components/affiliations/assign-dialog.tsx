"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { assignDepartmentAction } from "@/lib/domain/affiliations/actions";
import { DepartmentField, NO_DEPARTMENT, type DepartmentChoice } from "./department-field";
import { RefusalNote } from "./reason-dialog";
import { useChange } from "./use-change";

type Props = {
  affiliation: { id: string; version: number; departmentId: string | null };
  who: string;
  departments: DepartmentChoice[];
  onClose: () => void;
};

/** The department in which a doctor works. */
export function AssignDialog({ affiliation: { id, version, departmentId }, who, departments, onClose }: Props) {
  const [chosen, setChosen] = useState(departmentId ?? NO_DEPARTMENT);
  const { make, failure, isPending } = useChange();
  const save = async () => {
    const wanted = chosen === NO_DEPARTMENT ? null : chosen;
    if (
      await make({ run: () => assignDepartmentAction({ id, version, departmentId: wanted }), done: "Department saved" })
    )
      onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !isPending && onClose()}>
      <DialogContent
        size="sm"
        title="Department"
        description={`Where ${who} works. Patients see it on the hospital's page.`}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="secondary" disabled={isPending}>
                Back
              </Button>
            </DialogClose>
            <Button onClick={() => void save()} pending={isPending}>
              Save
            </Button>
          </>
        }
      >
        <div className="grid gap-4 pt-1">
          <RefusalNote failure={failure} />
          <DepartmentField departments={departments} value={chosen} onChange={setChosen} errors={failure?.fields} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
