"use client";
import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { cn } from "./cn";
import { controlHeight, controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";

export type PasswordInputProps = Omit<ComponentProps<"input">, "type"> & {
  autoComplete: "current-password" | "new-password";
};

/** A password that its owner can reveal while typing. */
export function PasswordInput({ className, ...props }: PasswordInputProps) {
  const bound = useFieldControl(props);
  const [shown, setShown] = useState(false);
  return (
    <div className="relative min-w-0">
      <input
        spellCheck={false}
        autoCapitalize="none"
        {...props}
        {...bound}
        type={shown ? "text" : "password"}
        className={cn(controlStyle, controlHeight, "pr-12", className)}
      />
      <button
        type="button"
        onClick={() => setShown(!shown)}
        aria-label="Show password"
        aria-pressed={shown}
        className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-md text-quiet hover:text-ink"
      >
        {shown ? <EyeOff aria-hidden className="size-5" /> : <Eye aria-hidden className="size-5" />}
      </button>
    </div>
  );
}
