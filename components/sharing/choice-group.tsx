import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import { errorFor } from "@/components/ui/field";
import type { FieldError } from "@/lib/platform/errors/app-error";

type Props = {
  label: string;
  /** The path for looking up errors. */
  name: string;
  hint?: string;
  errors: readonly FieldError[] | undefined;
  children: ReactNode;
};

/** Checkboxes that answer one question, with what is wrong with the answer. */
export function ChoiceGroup({ label, name, hint, errors, children }: Props) {
  const id = useId();
  const message = errorFor(errors, name);
  return (
    <fieldset
      aria-describedby={[message && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined}
      className="grid min-w-0 gap-3"
    >
      <legend className="mb-2 text-sm font-semibold">{label}</legend>
      {children}
      {message ? (
        <p id={`${id}-error`} role="alert" className="flex items-start gap-1.5 text-sm text-stop">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{message}</span>
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      ) : null}
    </fieldset>
  );
}
