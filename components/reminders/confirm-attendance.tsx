"use client";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { Button, type ButtonProps } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { confirmAttendanceAction } from "@/lib/domain/appointments/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = Pick<ButtonProps, "size" | "variant"> & {
  appointment: { id: string; version: number };
  label: string;
  /** What is said once it is done. */
  done: string;
};

/** Says that the patient will come to a confirmed appointment. */
export function ConfirmAttendance({ appointment: { id, version }, label, done, ...look }: Props) {
  const show = useShowChange();
  const [isPending, setPending] = useState(false);
  const confirm = async () => {
    setPending(true);
    const result = await tryAction(() => confirmAttendanceAction({ id, version }));
    if (result.ok) toast.success(done);
    else toast.error(result.error.message);
    await show(result);
    setPending(false);
  };
  return (
    <Button {...look} pending={isPending} onClick={() => void confirm()}>
      {label}
    </Button>
  );
}
