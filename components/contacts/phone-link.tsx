import { Phone } from "lucide-react";
import { cn } from "@/components/ui/cn";

/** A number that dials. */
export function PhoneLink({ phone, who, className }: { phone: string; who?: string; className?: string }) {
  return (
    <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className={cn("tabular touch-target inline-flex items-center gap-1.5 font-semibold whitespace-nowrap text-accent hover:underline", className)}>
      <Phone aria-hidden className="size-4" />
      {who ? <span className="sr-only">Call {who}: </span> : null}
      {phone}
    </a>
  );
}
