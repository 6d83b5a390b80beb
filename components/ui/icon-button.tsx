import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";
import { cn } from "./cn";

export type IconButtonProps = Omit<ButtonProps, "children" | "block" | "asChild"> & {
  /** What the button does; read aloud, and shown as a tooltip. */
  label: string;
  children: ReactNode;
};

const SIZES = {
  sm: "size-8 px-0 pointer-coarse:size-11 pointer-coarse:px-0",
  md: "size-10 px-0 pointer-coarse:size-11 pointer-coarse:px-0",
  lg: "size-12 px-0",
} as const;

export function IconButton({ label, size, className, variant = "quiet", ...props }: IconButtonProps) {
  return (
    <Button
      aria-label={label}
      title={label}
      variant={variant}
      size={size}
      className={cn(SIZES[size ?? "md"], "[&_svg:not([class*='size-'])]:size-5", className)}
      {...props}
    />
  );
}
