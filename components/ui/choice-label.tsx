import { useId, type ReactNode } from "react";
import { cn } from "./cn";
import { useFieldControl, type FieldControlProps } from "./field-context";

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

/** What a checkbox or switch gets of its field, of the text beside it, and of the hint below that. */
export function useChoiceControl(props: FieldControlProps, { label, hint }: Pick<ChoiceLabelProps, "label" | "hint">) {
  const own = useId();
  const bound = useFieldControl(props);
  const id = label ? (props.id ?? own) : (bound.id ?? own);
  const hintId = `${id}-hint`;
  const describedBy = [bound["aria-describedby"], hint && hintId].filter(Boolean).join(" ") || undefined;
  return { control: { ...bound, id, "aria-describedby": describedBy }, text: { htmlFor: id, hintId, label, hint } };
}
