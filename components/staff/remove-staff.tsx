"use client";
import { LogOut, UserRoundMinus } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { removeStaffAction } from "@/lib/domain/staff/actions";
import type { StaffMember } from "@/lib/domain/staff/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

type Props = { hospitalId: string; member: StaffMember; isOneself: boolean };

/** Removes someone from the staff after a question; a manager may leave in the same way. */
export function RemoveStaff({ hospitalId, member: { id, name }, isOneself }: Props) {
  const router = useRouter();
  const remove = async () => {
    const result = await tryAction(() => removeStaffAction({ hospitalId, id }));
    if (!result.ok) toast.error(result.error.message);
    else toast.success(isOneself ? "You have left the staff" : `${name} is no longer on the staff`);
    if (result.ok && isOneself) router.push(routes.home());
    else router.refresh();
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <IconButton label={isOneself ? "Leave the staff" : `Take ${name} off the staff`} size="sm">
          {isOneself ? <LogOut aria-hidden /> : <UserRoundMinus aria-hidden />}
        </IconButton>
      }
      title={isOneself ? "Leave the staff of this hospital?" : `Take ${name} off the staff?`}
      text={
        isOneself
          ? "You'll lose access at once."
          : "They'll lose access at once, on open pages too. What they did stays on record."
      }
      confirmLabel={isOneself ? "Leave" : "Take off"}
      onConfirm={remove}
    />
  );
}
