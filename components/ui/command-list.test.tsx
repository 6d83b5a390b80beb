import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { CommandList } from "./command-list";
import type { CommandGroup, CommandSearch } from "./command-types";

const run = vi.fn();
const GROUPS: CommandGroup[] = [
  {
    heading: "Go to",
    items: [
      { href: "/doctor/settings", label: "Settings", keywords: ["account"] },
      { href: "/hospital/beds", label: "Beds" },
    ],
  },
  { heading: "Do", items: [{ label: "Sign out", keywords: ["log out"], run }] },
];
const FOUND: CommandGroup[] = [
  { heading: "Visits", items: [{ href: "/hospital/appointments", label: "Asha Abelard" }] },
];

function show(search?: CommandSearch, isOffline = false) {
  const onChoose = vi.fn();
  render(
    <CommandList label="Search or go to…" groups={GROUPS} search={search} onChoose={onChoose} isOffline={isOffline} />,
  );
  return {
    onChoose,
    field: screen.getByRole("combobox"),
    options: () => screen.queryAllByRole("option").map(({ textContent }) => textContent),
  };
}

it("finds pages and commands by synonyms, and runs one by keyboard", async () => {
  const { onChoose, field, options } = show();
  await userEvent.type(field, "log out");
  expect(options()).toEqual(["Sign out"]);
  await userEvent.clear(field);
  await userEvent.type(field, "{ArrowDown}");
  expect(field).toHaveAttribute("aria-activedescendant", screen.getByRole("option", { name: "Beds" }).id);
  await userEvent.type(field, "{Enter}");
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ href: "/hospital/beds" }));
});

it("ranks titles above keywords", async () => {
  const groups: CommandGroup[] = [
    { heading: "Account", items: [{ href: "/doctor/hours", label: "Devices", keywords: ["sign out everywhere"] }] },
    ...GROUPS,
  ];
  render(
    <CommandList label="Search or go to…" groups={groups} search={undefined} onChoose={vi.fn()} isOffline={false} />,
  );
  await userEvent.type(screen.getByRole("combobox"), "sign out");
  expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Sign out", "Devices"]);
});

it("searches once typing pauses, and shows the results under their own heading", async () => {
  const search = vi.fn<CommandSearch>().mockResolvedValue(FOUND);
  const { field } = show(search);
  await userEvent.type(field, "asha");
  expect(await screen.findByRole("option", { name: "Asha Abelard" })).toBeVisible();
  expect(search).toHaveBeenCalledExactlyOnceWith("asha");
  expect(within(screen.getByRole("group", { name: "Visits" })).getAllByRole("option")).toHaveLength(1);
  expect(screen.getByRole("status")).toHaveTextContent("1 found");
});

it("says that it is searching, and that nothing was found", async () => {
  let answer: (groups: CommandGroup[]) => void = () => undefined;
  const { field } = show(() => new Promise((resolve) => (answer = resolve)));
  await userEvent.type(field, "nobody");
  expect(await screen.findByText("Searching…")).toBeVisible();
  await vi.waitFor(() => {
    answer([]);
    expect(screen.getByText("Nothing found. Try fewer letters.")).toBeVisible();
  });
});

it("says that a search failed, and retries on request", async () => {
  const search = vi.fn<CommandSearch>().mockRejectedValueOnce(new Error("unavailable")).mockResolvedValue(FOUND);
  const { field } = show(search);
  await userEvent.type(field, "asha");
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("option", { name: "Asha Abelard" })).toBeVisible();
  expect(screen.queryByText(/failed/)).not.toBeInTheDocument();
});

it("says that only pages are found while offline, and sends no request", async () => {
  const search = vi.fn<CommandSearch>();
  const { field, options } = show(search, true);
  await userEvent.type(field, "beds");
  expect(options()).toEqual(["Beds"]);
  expect(screen.getByRole("status")).toHaveTextContent("You're offline");
  expect(search).not.toHaveBeenCalled();
});
