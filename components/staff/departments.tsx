"use client";
import { Building } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { DepartmentParts, OwnDepartments } from "@/lib/domain/staff/list-departments";
import { AddDepartment } from "./add-department";
import { DepartmentMembers, moveFieldId, type Move } from "./department-members";
import { DepartmentRow } from "./department-row";

type Props = OwnDepartments & { hospitalId: string; canChange: boolean };

/** The hospital by departments: its doctors and wards. Managers add, rename, remove, and move between them. */
export function Departments({ hospitalId, departments, none, canChange }: Props) {
  const moved = useRef<string>(undefined);
  const choices = departments.map(({ id, name }) => ({ value: id, label: name }));
  // A move takes its field into another card: focus follows, so that the keyboard user keeps their place.
  useEffect(() => {
    const field = moved.current ? document.getElementById(moveFieldId(moved.current)) : null;
    moved.current = undefined;
    if (field && document.activeElement === document.body) field.focus();
  }, [departments, none]);
  const move: Move | undefined =
    canChange && choices.length > 0 ? { choices, onMoved: (id) => (moved.current = id) } : undefined;
  const isNoneEmpty = none.doctors.length + none.wards.length === 0;
  return (
    <div className="grid gap-4">
      {canChange ? <AddDepartment hospitalId={hospitalId} /> : null}
      {departments.length === 0 ? (
        <EmptyState
          icon={<Building />}
          title="No departments yet"
          text={
            canChange
              ? "Add the first one above, then give doctors and wards to it."
              : "Departments appear here once a manager has added them."
          }
        />
      ) : null}
      {departments.map((department) => (
        <DepartmentCard key={department.id} id={department.id} name={department.name} parts={department} move={move}>
          <DepartmentRow department={department} canChange={canChange} />
        </DepartmentCard>
      ))}
      {isNoneEmpty ? null : (
        <DepartmentCard id={null} name="No department" parts={none} move={move}>
          <h2 className="px-4 py-3 text-base text-quiet">In no department</h2>
        </DepartmentCard>
      )}
    </div>
  );
}

type CardProps = {
  id: string | null;
  name: string;
  parts: DepartmentParts;
  move: Move | undefined;
  children: ReactNode;
};

function DepartmentCard({ id, name, parts, move, children }: CardProps) {
  return (
    <Card as="section" aria-label={name} flush>
      {children}
      <DepartmentMembers departmentId={id} name={name} parts={parts} move={move} />
    </Card>
  );
}
