"use client";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";
import { Spinner } from "./spinner";

export { toast } from "sonner";

/** Where short messages appear: what changed, or what to do when it failed. One per page, in the root layout. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      gap={8}
      offset={24}
      mobileOffset={{ bottom: 88, left: 16, right: 16 }}
      className="font-sans!"
      duration={6000}
      icons={{
        success: <CircleCheck aria-hidden className="size-5 text-good" />,
        error: <CircleAlert aria-hidden className="size-5 text-stop" />,
        warning: <TriangleAlert aria-hidden className="size-5 text-wait" />,
        info: <Info aria-hidden className="size-5 text-accent" />,
        loading: <Spinner className="size-5 text-quiet" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-3 rounded-lg border border-line bg-raised p-4 text-ink shadow-raised sm:w-96",
          icon: "mt-px shrink-0",
          content: "min-w-0 flex-1",
          title: "text-sm font-semibold",
          description: "mt-0.5 text-sm text-quiet",
          actionButton:
            "h-8 shrink-0 self-center rounded-md bg-accent px-3 text-sm font-semibold text-accent-ink hover:bg-accent-strong pointer-coarse:h-11",
          cancelButton:
            "h-8 shrink-0 self-center rounded-md px-3 text-sm font-semibold text-ink hover:bg-sunken pointer-coarse:h-11",
        },
      }}
    />
  );
}
