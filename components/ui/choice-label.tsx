import type { ReactNode } from "react";
import { cn } from "./cn";

export type ChoiceLabelProps = {
  htmlFor: string;
  hintId: string;
  label: ReactNode;
  hint?: ReactNode;
  className?: string;
};

/** The text beside a checkbox, switch or radio; it can be pressed too. */
export function ChoiceLabel({ htmlFor, hintId, label, hint, className }: ChoiceLabelProps) {
  return (
    <div className={cn("min-w-0 flex-1 text-sm", className)}>
      <label htmlFor={htmlFor} className="block font-medium">
        {label}
      </label>
      {hint ? (
        <p id={hintId} className="text-quiet">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
