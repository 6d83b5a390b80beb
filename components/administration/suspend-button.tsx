"use client";
import { reinstateUserAction, suspendUserAction } from "@/lib/domain/administration/actions";
import type { Person } from "@/lib/domain/administration/schema";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

type Props = { person: Pick<Person, "id" | "name" | "status">; size?: "sm" | "md" };

/** Suspends or reinstates an account, after a confirmation. */
export function SuspendButton({ person, size = "sm" }: Props) {
  const isActive = person.status === "ACTIVE";
  const confirm = async () => {
    const result = await (isActive ? suspendUserAction : reinstateUserAction)({ userId: person.id });
    if (result.ok)
      toast.success(isActive ? "Suspended and signed out everywhere" : "Reinstated", { description: person.name });
    else toast.error(result.error.message);
  };
  const label = isActive ? "Suspend" : "Reinstate";
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size={size}>
          {label}
          <span className="sr-only"> {person.name}</span>
        </Button>
      }
      title={`${label} ${person.name}?`}
      text={
        isActive
          ? "All sessions and tokens stop working at once. A doctor is no longer listed. Booked appointments stay as they are."
          : "The account can sign in again. A doctor it belongs to is listed again."
      }
      confirmLabel={label}
      tone={isActive ? "danger" : "primary"}
      onConfirm={confirm}
    />
  );
}
