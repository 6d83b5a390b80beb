import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Link } from "./link";

const status = vi.hoisted(() => ({ pending: false }));
vi.mock("next/link", () => ({
  useLinkStatus: () => status,
  default: ({ prefetch, ...props }: { prefetch: boolean | null }) => <a data-ahead={prefetch === null} {...props} />,
}));

const link = () => screen.getByRole("link");

it("prefetches only when someone is about to follow it", () => {
  render(<Link href="/doctors">Doctors</Link>);
  expect(link()).toHaveAttribute("data-ahead", "false");
  fireEvent.pointerEnter(link());
  expect(link()).toHaveAttribute("data-ahead", "true");
  fireEvent.pointerLeave(link());
  expect(link()).toHaveAttribute("data-ahead", "false");
  fireEvent.focus(link());
  expect(link()).toHaveAttribute("data-ahead", "true");
  fireEvent.blur(link());
  expect(link()).toHaveAttribute("data-ahead", "false");
  fireEvent.touchStart(link());
  expect(link()).toHaveAttribute("data-ahead", "true");
});

it("prefetches nothing more once followed, although it keeps focus", () => {
  render(
    <Link href="/doctors" onClick={(event) => event.preventDefault()}>
      Doctors
    </Link>,
  );
  fireEvent.focus(link());
  fireEvent.click(link());
  expect(link()).toHaveAttribute("data-ahead", "false");
});

it("still calls the other listeners", () => {
  const [onFocus, onPointerEnter] = [vi.fn(), vi.fn()];
  render(
    <Link href="/doctors" onFocus={onFocus} onPointerEnter={onPointerEnter}>
      Doctors
    </Link>,
  );
  fireEvent.pointerEnter(link());
  fireEvent.focus(link());
  expect(onPointerEnter).toHaveBeenCalledOnce();
  expect(onFocus).toHaveBeenCalledOnce();
});

it("announces a pending navigation outside the link, and is silent otherwise", () => {
  const { container, rerender } = render(<Link href="/doctors">Doctors</Link>);
  expect(document.querySelector("[data-under-way]")).toBeNull();
  status.pending = true;
  rerender(<Link href="/doctors">Doctors</Link>);
  expect(document.querySelector("body > [data-under-way]")).not.toBeNull();
  expect(container.querySelector("[data-under-way]")).toBeNull();
  expect(link()).toHaveAccessibleName("Doctors");
  status.pending = false;
});
