"use client";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { addChildAction } from "@/lib/domain/family/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Adds a child to the account. */
export function AddChild({ today }: { today: string }) {
  const { name, setName, bornOn, setBornOn, field, add, failure, isAdding } = useAddChild();
  return (
    <Card>
      <CardHeader
        title="Add a child"
        text="You book for them and read their records. At 18 their own account takes over."
      />
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <UnsavedGuard isDirty={name.trim() !== "" || bornOn !== ""} />
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        <Field label="Child's name" name="name" required errors={failure?.fields}>
          <Input
            ref={field}
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Born on" name="bornOn" required errors={failure?.fields}>
          <Input type="date" value={bornOn} max={today} onChange={(event) => setBornOn(event.target.value)} />
        </Field>
        <Button type="submit" pending={isAdding}>
          Add the child
        </Button>
      </form>
    </Card>
  );
}

function useAddChild() {
  const router = useRouter();
  const [name, setName] = useState("");
  const [bornOn, setBornOn] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isAdding, startAdding] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const add = () =>
    startAdding(async () => {
      const result = await tryAction(() => addChildAction({ name, bornOn }));
      setFailure(result.ok ? undefined : result.error);
      if (!result.ok) return field.current?.focus();
      setName("");
      setBornOn("");
      toast.success(`${result.data.name} is added`);
      router.refresh();
    });
  return { name, setName, bornOn, setBornOn, field, add, failure, isAdding };
}
