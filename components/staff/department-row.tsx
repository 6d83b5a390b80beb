"use client";
import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { RemoveButton } from "@/components/realtime/remove-button";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { removeDepartmentAction, renameDepartmentAction } from "@/lib/domain/staff/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { counted } from "@/lib/platform/text/counted";

export type Department = { id: string; name: string; doctorCount: number; wardCount: number };

/** One department's name and counts; managers rename it in place, or remove it after a question. */
export function DepartmentRow({ department, canChange }: { department: Department; canChange: boolean }) {
  const [isRenaming, setRenaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  const { id, name, doctorCount, wardCount } = department;
  const isEmpty = doctorCount + wardCount === 0;
  // The form takes focus with it, and a new name may move the row: focus returns to where it was opened, both times.
  useEffect(() => {
    if (!isRenaming && wasRenaming.current && !document.activeElement?.closest("input, [role=alertdialog]"))
      pencil.current?.focus();
  }, [isRenaming, name]);
  const rename = () => {
    wasRenaming.current = true;
    setRenaming(true);
  };
  if (isRenaming) {
    return (
      <div className="p-4">
        <RenameForm department={department} onDone={() => setRenaming(false)} />
      </div>
    );
  }
  return (
    <div className="flex items-center gap-3 px-4 py-2.5">
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <h2 className="text-base">{name}</h2>
        <p className="text-sm text-quiet">{countLine(doctorCount, wardCount)}</p>
      </div>
      {canChange ? (
        <>
          <IconButton ref={pencil} label={`Rename ${name}`} size="sm" onClick={rename}>
            <Pencil aria-hidden />
          </IconButton>
          <RemoveButton
            name={name}
            consequence={
              isEmpty
                ? "Patients no longer see it on the hospital's page."
                : "Its doctors and wards stay at the hospital, without a department."
            }
            call={() => removeDepartmentAction({ id })}
          />
        </>
      ) : null}
    </div>
  );
}

/** "2 doctors · 1 ward" */
function countLine(doctors: number, wards: number): string {
  return `${counted(doctors, "doctor")} · ${counted(wards, "ward")}`;
}

function RenameForm({ department, onDone }: { department: Department; onDone: () => void }) {
  const { name } = department;
  const { typed, setTyped, save, failure, isSaving } = useRename(department, onDone);
  const isAboutName = failure?.fields?.some(({ path }) => path === "name");
  return (
    <form
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone();
      }}
    >
      <UnsavedGuard isDirty={typed !== name} />
      <Field
        label={`New name of ${name}`}
        hideLabel
        name="name"
        className="flex-[1_1_14rem]"
        errors={failure?.fields}
        error={failure && !isAboutName ? failure.message : undefined}
      >
        <Input
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={80}
          autoComplete="off"
        />
      </Field>
      <Button type="submit" pending={isSaving}>
        Save
      </Button>
      <Button variant="secondary" onClick={onDone} disabled={isSaving}>
        Back
      </Button>
    </form>
  );
}

function useRename({ id, name }: Department, onDone: () => void) {
  const router = useRouter();
  const [typed, setTyped] = useState(name);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isSaving, startSaving] = useTransition();
  const save = () =>
    startSaving(async () => {
      const result = await tryAction(() => renameDepartmentAction({ id, name: typed }));
      setFailure(result.ok ? undefined : result.error);
      if (!result.ok) return;
      toast.success("Renamed");
      router.refresh();
      onDone();
    });
  return { typed, setTyped, save, failure, isSaving };
}
