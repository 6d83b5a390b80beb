"use client";
import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { cn } from "./cn";
import { FieldContext } from "./field-context";

export type FieldProps = {
  label: ReactNode;
  /** The name sent with the form, and the path for looking up errors. */
  name?: string;
  hint?: ReactNode;
  /** One message for this field; wins over `errors`. */
  error?: string | undefined;
  /** The whole form's errors: those whose path is this field's name are shown here. */
  errors?: readonly FieldError[] | undefined;
  required?: boolean;
  /** Marks the few optional fields beside the label. */
  optional?: boolean;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** The message for one path: the path itself or anything below it (`address` also matches `address.city`). */
export function errorFor(errors: readonly FieldError[] | undefined, path: string | undefined): string | undefined {
  if (!errors || !path) return undefined;
  return errors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message;
}

/** A control with its label, hint and error. */
export function Field(props: FieldProps) {
  const { label, name, hint, error, errors, required = false, optional, hideLabel, className, children } = props;
  const id = useId();
  const labelId = `${id}-label`;
  const message = error ?? errorFor(errors, name);
  const describedBy = [message && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext value={{ id, labelId, name, describedBy, invalid: Boolean(message), required }}>
      <div className={cn("grid min-w-0 content-start gap-1.5", className)}>
        <label id={labelId} htmlFor={id} className={hideLabel ? "sr-only" : "w-fit text-sm font-semibold"}>
          {label}
          {optional ? " " : null}
          {optional ? <span className="font-normal text-quiet">(optional)</span> : null}
        </label>
        {children}
        {message ? (
          <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-stop">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{message}</span>
          </p>
        ) : null}
        {hint ? (
          <p id={`${id}-hint`} className="text-sm text-quiet">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}
