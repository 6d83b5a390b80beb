import { Phone } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { dial, showPhone } from "@/lib/platform/text/phone";

/** A number that dials; what was kept as typed and has no digit to dial is only shown. */
export function PhoneLink({ phone, who, className }: { phone: string; who?: string; className?: string }) {
  const look = cn("tabular touch-target inline-flex items-center gap-1.5 font-semibold whitespace-nowrap", className);
  const content = (
    <>
      <Phone aria-hidden className="size-4" />
      {who ? <span className="sr-only">Call {who}: </span> : null}
      {showPhone(phone)}
    </>
  );
  if (!/\d/.test(phone)) return <span className={cn(look, "whitespace-normal")}>{content}</span>;
  return (
    <a href={dial(phone)} className={cn(look, "text-accent hover:underline")}>
      {content}
    </a>
  );
}
