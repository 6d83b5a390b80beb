import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonStyle = cva(
  [
    "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-semibold whitespace-nowrap select-none",
    // Pressed, only its content moves: a button that moves itself loses a press on its topmost pixel.
    "transition-[background-color,border-color,color] enabled:active:*:translate-y-px",
    "disabled:cursor-not-allowed disabled:opacity-50",
    "aria-busy:cursor-progress not-aria-busy:aria-disabled:cursor-not-allowed not-aria-busy:aria-disabled:opacity-50",
    "[&_svg]:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-[1.125em]",
  ],
  {
    variants: {
      variant: {
        primary: "bg-accent text-accent-ink hover:bg-accent-strong",
        secondary: "border border-line-strong/60 bg-surface text-ink hover:border-line-strong hover:bg-sunken",
        quiet: "text-ink hover:bg-sunken",
        danger: "bg-stop text-stop-ink hover:bg-stop-strong",
      },
      // Touch needs a minimum height, which may grow with the button's content.
      size: {
        sm: "h-8 px-3 text-sm pointer-coarse:min-h-11 pointer-coarse:px-4",
        md: "h-10 px-4 text-sm pointer-coarse:min-h-11",
        lg: "h-12 px-6 text-base",
      },
      block: { true: "w-full" },
    },
    defaultVariants: { variant: "primary", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonStyle> & {
    /** Applies the button's look to its only child, e.g. a link. `pending` is not shown then. */
    asChild?: boolean;
    /** Work is pending: the button keeps its width and focus, says busy, and ignores presses. */
    pending?: boolean;
  };

export function Button({ variant, size, block, asChild, pending, className, children, ...props }: ButtonProps) {
  const look = cn(buttonStyle({ variant, size, block }), className);
  if (asChild) {
    return (
      <Slot.Root data-print="hide" className={look} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      data-print="hide"
      {...props}
      className={look}
      aria-busy={pending || undefined}
      aria-disabled={pending || props["aria-disabled"]}
      onClick={pending ? (event) => event.preventDefault() : props.onClick}
    >
      {pending ? <Spinner className="absolute" /> : null}
      <span className={cn("inline-flex items-center justify-center gap-2", pending && "opacity-0")}>{children}</span>
    </button>
  );
}
