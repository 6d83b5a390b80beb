import { ChevronRight } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { textTone, type Tone } from "@/components/ui/tone";

export type DecisionLine = { key: string; href: Route; icon: ReactNode; tone: Tone; title: string; text?: string };

/** What an administrator has to look at, each with the page where it is done. */
export function DecisionList({ lines }: { lines: DecisionLine[] }) {
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {lines.map(({ key, href, icon, tone, title, text }) => (
          <li key={key} className="relative flex items-center gap-3 p-4 hover:bg-sunken">
            <span aria-hidden className={cn("shrink-0 [&_svg]:size-5", textTone[tone])}>
              {icon}
            </span>
            <div className="min-w-0 flex-1">
              <Link href={href} className="rounded-sm font-semibold after:absolute after:inset-0">
                {title}
              </Link>
              {text ? <p className="text-sm text-quiet">{text}</p> : null}
            </div>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-quiet" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
