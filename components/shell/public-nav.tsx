"use client";
import { Menu, Siren } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { routes } from "@/lib/site/routes";
import { isActive, type LinkItem } from "./nav";

/** The public pages in a row, for wide screens. */
export function PublicNav({ links }: { links: LinkItem[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className="hidden items-center gap-1 md:flex">
      {links.map((link) => {
        const active = isActive(pathname, link);
        return (
          <Link
            key={link.href}
            href={link.href}
            aria-current={active ? "page" : undefined}
            className={cn(
              "flex h-10 items-center rounded-md px-3 text-sm font-medium",
              active ? "bg-accent-soft font-semibold text-accent" : "text-ink hover:bg-sunken",
            )}
          >
            {link.label}
          </Link>
        );
      })}
    </nav>
  );
}

/** The same pages behind one button, for phones. */
export function PublicMenu({ links, account }: { links: LinkItem[]; account: LinkItem }) {
  const pathname = usePathname();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger asChild>
        <IconButton label="Menu" className="md:hidden">
          <Menu aria-hidden />
        </IconButton>
      </SheetTrigger>
      <SheetContent side="right" title="CareSync" className="w-[min(20rem,88vw)]">
        <nav aria-label="Main" className="flex flex-col gap-1">
          {links.map((link) => (
            <Link
              key={link.href}
              href={link.href}
              onClick={close}
              aria-current={isActive(pathname, link) ? "page" : undefined}
              className="flex min-h-12 items-center rounded-md px-3 text-lg font-medium hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
            >
              {link.label}
            </Link>
          ))}
        </nav>
        <div className="mt-6 grid gap-3">
          <Button asChild size="lg" block>
            <Link href={account.href} onClick={close}>
              {account.label}
            </Link>
          </Button>
          <EmergencyLink className="h-12 justify-center" onClick={close} />
        </div>
      </SheetContent>
    </Sheet>
  );
}

/** The link that must always be visible. */
export function EmergencyLink({ className, onClick }: { className?: string; onClick?: () => void }) {
  return (
    <Link
      href={routes.emergency.request()}
      {...(onClick ? { onClick } : {})}
      className={cn(
        "flex h-10 items-center gap-2 rounded-md bg-stop-soft px-3 text-sm font-semibold text-stop hover:bg-stop hover:text-stop-ink pointer-coarse:h-11",
        className,
      )}
    >
      <Siren aria-hidden className="size-[1.125rem]" />
      Emergency
    </Link>
  );
}
