"use client";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** Submits its form and shows that the answer is pending. */
export function SubmitButton({ pending, ...props }: Omit<ButtonProps, "type" | "asChild">) {
  const status = useFormStatus();
  return <Button {...props} type="submit" pending={pending ?? status.pending} />;
}
