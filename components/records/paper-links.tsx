import { Pill, Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Link, type LinkProps } from "@/components/ui/link";

type Props = {
  summary: LinkProps["href"];
  /** Null when nothing was prescribed. */
  prescription: LinkProps["href"] | null;
};

/** What can be printed of a signed visit. */
export function PaperLinks({ summary, prescription }: Props) {
  return (
    <>
      <Button asChild variant="secondary" size="sm">
        <Link href={summary}>
          <Printer aria-hidden /> Summary to print
        </Link>
      </Button>
      {prescription ? (
        <Button asChild variant="secondary" size="sm">
          <Link href={prescription}>
            <Pill aria-hidden /> Prescription
          </Link>
        </Button>
      ) : null}
    </>
  );
}
