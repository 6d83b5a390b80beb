"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { FieldError } from "@/lib/platform/errors/app-error";

export type DepartmentChoice = { id: string; name: string };

/** The value for no department, because a select can't have an empty one. */
export const NO_DEPARTMENT = "none";

type Props = {
  departments: DepartmentChoice[];
  value: string;
  onChange: (value: string) => void;
  errors?: readonly FieldError[] | undefined;
};

/** One of the hospital's departments, or none. Hidden where there are none. */
export function DepartmentField({ departments, value, onChange, errors }: Props) {
  if (departments.length === 0) return null;
  return (
    <Field label="Department" name="departmentId" errors={errors}>
      <Select
        value={value}
        onValueChange={onChange}
        options={[
          { value: NO_DEPARTMENT, label: "No department" },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Field>
  );
}
