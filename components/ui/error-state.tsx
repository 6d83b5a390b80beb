"use client";
import { CloudAlert, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition, type ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

export type ErrorStateProps = {
  title?: ReactNode;
  text?: ReactNode;
  /** Retries; by default the page's data is loaded again. */
  onRetry?: () => void;
  /** The reference under which the error is logged. */
  reference?: string | undefined;
  level?: 1 | 2 | 3;
  className?: string;
};

/** An error: it did not work, nothing is lost, try again. */
export function ErrorState(props: ErrorStateProps) {
  const { title = "This could not be loaded", onRetry, reference, level = 2, className } = props;
  const { text = "Something went wrong on our side, and nothing was changed. Try again in a moment." } = props;
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const retry = () =>
    startTransition(() => {
      if (onRetry) onRetry();
      else router.refresh();
    });
  const Heading = `h${level}` as const;
  return (
    <div
      role="alert"
      className={cn(
        "flex flex-col items-center rounded-lg border border-line bg-surface px-6 py-12 text-center",
        className,
      )}
    >
      <span aria-hidden className="mb-4 flex size-12 items-center justify-center rounded-full bg-stop-soft text-stop">
        <CloudAlert className="size-6" />
      </span>
      <Heading className={level === 1 ? "text-2xl" : "text-base"}>{title}</Heading>
      <p className="mt-1 max-w-sm text-sm text-quiet">{text}</p>
      <Button variant="secondary" className="mt-5" pending={pending} onClick={retry}>
        <RotateCw aria-hidden /> Try again
      </Button>
      {reference ? <p className="mt-4 text-xs text-quiet">Reference {reference}</p> : null}
    </div>
  );
}
