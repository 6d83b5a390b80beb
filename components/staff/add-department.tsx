"use client";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { addDepartmentAction } from "@/lib/domain/staff/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Add a department, by its name. */
export function AddDepartment({ hospitalId }: { hospitalId: string }) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isAdding, startAdding] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const add = () =>
    startAdding(async () => {
      const result = await tryAction(() => addDepartmentAction({ hospitalId, name }));
      setFailure(result.ok ? undefined : result.error);
      if (!result.ok) return;
      setName("");
      toast.success("Department added");
      router.refresh();
      field.current?.focus();
    });
  const isAboutName = failure?.fields?.some(({ path }) => path === "name");
  return (
    <form
      className="flex flex-wrap items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <UnsavedGuard isDirty={name.trim() !== ""} />
      <Field
        label="New department"
        name="name"
        className="flex-[1_1_14rem]"
        errors={failure?.fields}
        error={failure && !isAboutName ? failure.message : undefined}
      >
        <Input
          ref={field}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          autoComplete="off"
        />
      </Field>
      <Button type="submit" variant="secondary" className="mt-[1.6rem]" pending={isAdding}>
        Add
      </Button>
    </form>
  );
}
