"use client";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** Sends the form it stands in and shows that the answer is under way. */
export function SubmitButton({ pending, ...props }: Omit<ButtonProps, "type" | "asChild">) {
  const status = useFormStatus();
  return <Button {...props} type="submit" pending={pending ?? status.pending} />;
}
