"use client";
import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { assignDepartmentAction } from "@/lib/domain/affiliations/actions";
import { DepartmentField, NO_DEPARTMENT, type DepartmentChoice } from "./department-field";
import { RefusalNote } from "./refusal-note";
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
    const call = () => assignDepartmentAction({ id, version, departmentId: wanted });
    if (await make("Department saved", call)) onClose();
  };
  return (
    <FormDialog
      size="sm"
      title="Department"
      description={`Where ${who} works. Patients see it on the hospital's page.`}
      submitLabel="Save"
      isPending={isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <RefusalNote failure={failure} />
      <DepartmentField departments={departments} value={chosen} onChange={setChosen} errors={failure?.fields} />
    </FormDialog>
  );
}
