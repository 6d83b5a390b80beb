"use client";
import { ShieldCheck } from "lucide-react";
import { useState, useTransition } from "react";
import { useRouter } from "next/navigation";
import { NativeSelect } from "@/components/ui/native-select";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { changeStaffRoleAction } from "@/lib/domain/staff/actions";
import { ROLE_WORDS } from "@/lib/domain/staff/format";
import type { StaffMember, StaffRole } from "@/lib/domain/staff/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { RemoveStaff } from "./remove-staff";

type Props = {
  hospitalId: string;
  staff: StaffMember[];
  ownUserId: string | null;
  /** The only manager can neither leave nor step down. */
  isOneManager: boolean;
};

/** The hospital's staff: roles and removal, each at once. */
export function StaffList({ hospitalId, staff, ownUserId, isOneManager }: Props) {
  return (
    <Card flush>
      <ul aria-label="Staff" className="divide-y divide-line">
        {staff.map((member) => (
          <StaffRow
            key={member.id}
            hospitalId={hospitalId}
            member={member}
            isOneself={member.userId === ownUserId}
            isBound={isOneManager && member.role === "MANAGER"}
          />
        ))}
      </ul>
    </Card>
  );
}

type RowProps = { hospitalId: string; member: StaffMember; isOneself: boolean; isBound: boolean };

function StaffRow({ hospitalId, member, isOneself, isBound }: RowProps) {
  const { name, email, role } = member;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-3 p-4 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <Avatar name={name} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold">{name}</span>
          {isOneself ? <Badge tone="accent">You</Badge> : null}
        </p>
        <p className="truncate text-sm text-quiet">{email}</p>
      </div>
      <div className="col-span-2 flex items-center justify-end gap-2 sm:col-span-1">
        {isBound ? (
          <p className="flex items-center gap-2 text-sm text-quiet">
            <ShieldCheck aria-hidden className="size-4 shrink-0 text-accent" />
            {ROLE_WORDS[role]}, the only one
          </p>
        ) : (
          <>
            <RoleChoice hospitalId={hospitalId} member={member} isOneself={isOneself} />
            <RemoveStaff hospitalId={hospitalId} member={member} isOneself={isOneself} />
          </>
        )}
      </div>
    </li>
  );
}

function RoleChoice({ hospitalId, member: { id, name, role }, isOneself }: Omit<RowProps, "isBound">) {
  const router = useRouter();
  const [wanted, setWanted] = useState<StaffRole>();
  const [isAsking, setAsking] = useState(false);
  const [isSaving, startSaving] = useTransition();
  const change = async (next: StaffRole) => {
    const result = await tryAction(() => changeStaffRoleAction({ hospitalId, id, role: next }));
    if (result.ok) toast.success(`${isOneself ? "You are" : `${name} is`} a ${ROLE_WORDS[next].toLowerCase()} now`);
    else toast.error(result.error.message);
    router.refresh();
    setWanted(undefined);
    return result.ok;
  };
  const choose = (next: StaffRole) => {
    if (isOneself) return setAsking(true);
    setWanted(next);
    startSaving(async () => void (await change(next)));
  };
  return (
    <>
      <Field label={`Role of ${name}`} hideLabel>
        <NativeSelect
          value={wanted ?? role}
          disabled={isSaving}
          onChange={(event) => choose(event.target.value as StaffRole)}
          options={Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }))}
        />
      </Field>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Give up managing the hospital?"
        text="You keep appointments, beds and ambulances. Only another manager can make you a manager again."
        confirmLabel="Become a coordinator"
        onConfirm={() => change("COORDINATOR")}
      />
    </>
  );
}
