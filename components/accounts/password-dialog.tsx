"use client";
import { useState, type ReactNode } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = {
  title: ReactNode;
  description: ReactNode;
  submitLabel: ReactNode;
  /** For password managers, which save the password under it. */
  email: string;
  /** Takes the step; a wrong password is an error at `password`. */
  onSubmit: (password: string) => Promise<ActionResult<unknown>>;
  /** What else is wrong belongs to the page. */
  onRefused: (failure: ActionFailure) => void;
  onDone: () => void;
  onClose: () => void;
};

/** Asks for the password again before a step, and takes it. */
export function PasswordDialog({ email, onSubmit, onRefused, onDone, onClose, ...texts }: Props) {
  const show = useShowChange();
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isPending, setPending] = useState(false);
  const submit = async () => {
    setPending(true);
    const result = await tryAction(() => onSubmit(password));
    await show(result);
    setPending(false);
    if (result.ok) return onDone();
    setFailure(result.error);
    if (result.error.fields?.some(({ path }) => path !== "password")) onRefused(result.error);
  };
  return (
    <FormDialog
      {...texts}
      size="sm"
      forgetsNothing
      isPending={isPending}
      isDisabled={password === ""}
      onSubmit={submit}
      onClose={onClose}
    >
      {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
      <input type="email" autoComplete="username" value={email} readOnly hidden aria-hidden tabIndex={-1} />
      <Field label="Your password" name="password" required errors={failure?.fields}>
        <PasswordInput
          autoComplete="current-password"
          autoFocus
          maxLength={256}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
