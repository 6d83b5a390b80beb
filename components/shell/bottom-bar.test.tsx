import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { routes } from "@/lib/site/routes";
import { BottomBar } from "./bottom-bar";

vi.mock("next/navigation", () => ({ usePathname: () => "/doctor/shifted" }));

const items = (count: number) =>
  (["home", "calendar", "hours", "places", "shifted", "notifications", "settings"] as const)
    .slice(0, count)
    .map((name) => ({
      href: routes.doctor[name](),
      label: name,
      icon: null,
      badge: name === "shifted" ? 3 : undefined,
    }));

it("shows up to five places directly", () => {
  render(<BottomBar items={items(5)} />);
  expect(screen.getAllByRole("link")).toHaveLength(5);
  expect(screen.getByRole("link", { name: /shifted/ })).toHaveAttribute("aria-current", "page");
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

it("keeps four and moves the rest into a menu from the fifth on", async () => {
  const user = userEvent.setup();
  render(<BottomBar items={items(7)} />);
  expect(screen.getAllByRole("link")).toHaveLength(4);
  await user.click(screen.getByRole("button", { name: /More/ }));
  const sheet = screen.getByRole("dialog", { name: "More" });
  expect(within(sheet).getAllByRole("link")).toHaveLength(3);
  expect(within(sheet).getByRole("link", { name: /shifted/ })).toHaveAttribute("aria-current", "page");
});
