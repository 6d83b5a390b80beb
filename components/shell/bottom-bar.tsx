"use client";
import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { NavLink } from "./nav-rail";
import { badgeText, isActive, type NavItem } from "./nav";

const PLACES = 5;

const placeStyle = (active: boolean) =>
  cn(
    "relative flex h-16 min-w-11 flex-auto flex-col items-center justify-center gap-1 px-0.5 text-xs font-medium tracking-tight -outline-offset-2 [&_svg]:size-6",
    active ? "font-semibold text-accent" : "text-quiet",
  );

function Mark({ count }: { count: number }) {
  return (
    <span className="absolute top-1.5 left-1/2 ml-1.5 min-w-5 rounded-full bg-accent px-1 text-center text-xs leading-5 font-semibold text-accent-ink tabular">
      {badgeText(count)}
    </span>
  );
}

/** The bottom bar on phones: at most five items; with more, the fifth opens the rest. */
export function BottomBar({ items }: { items: NavItem[] }) {
  const pathname = usePathname();
  const [open, setOpen] = useState(false);
  const shown = items.length > PLACES ? items.slice(0, PLACES - 1) : items;
  const rest = items.slice(shown.length);
  const restCount = rest.reduce((sum, item) => sum + (item.badge ?? 0), 0);
  return (
    <nav
      aria-label="Portal, main places"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {shown.map((item) => {
        const active = isActive(pathname, item);
        return (
          <Link
            key={item.href}
            href={item.href}
            aria-current={active ? "page" : undefined}
            className={placeStyle(active)}
          >
            {item.icon}
            <span className="max-w-full truncate">{item.label}</span>
            {item.badge ? <Mark count={item.badge} /> : null}
          </Link>
        );
      })}
      {rest.length > 0 ? (
        <Sheet open={open} onOpenChange={setOpen}>
          <SheetTrigger className={placeStyle(rest.some((item) => isActive(pathname, item)))}>
            <Ellipsis aria-hidden />
            <span>More</span>
            {restCount ? <Mark count={restCount} /> : null}
          </SheetTrigger>
          <SheetContent side="bottom" title="More">
            <div className="flex flex-col gap-0.5">
              {rest.map((item) => (
                <NavLink
                  key={item.href}
                  item={item}
                  active={isActive(pathname, item)}
                  onNavigate={() => setOpen(false)}
                />
              ))}
            </div>
          </SheetContent>
        </Sheet>
      ) : null}
    </nav>
  );
}
