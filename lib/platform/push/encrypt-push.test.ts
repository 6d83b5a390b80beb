import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { newPushBrowser } from "@/tests/support/push";
import { arePushKeys, encryptPush, MAX_PUSH_BYTES } from "./encrypt-push";

/** RFC 8291, section 5 and appendix A. */
const RFC = {
  text: "When I grow up, I want to be a watermelon",
  privateKey: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
  salt: "DGv6ra1nlYgDCS1FRnbzlw",
  sent: "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};
const bytes = (text: string) => Buffer.from(text, "base64url");

describe("an encrypted push", () => {
  it("is the one of RFC 8291 for its keys", () => {
    const fresh = { salt: bytes(RFC.salt), privateKey: bytes(RFC.privateKey) };
    const sent = encryptPush(Buffer.from(RFC.text), RFC, fresh, 1);
    expect(sent.toString("base64url")).toBe(RFC.sent);
  });

  it("is read by the browser it is for, and by no other", () => {
    const [browser, other] = [newPushBrowser(), newPushBrowser()];
    const sent = encryptPush(Buffer.from("Ein neuer Termin – 09:00"), browser.keys);
    expect(browser.read(sent)).toBe("Ein neuer Termin – 09:00");
    expect(() => other.read(sent)).toThrow();
  });

  it("has new keys each time, and a length that tells nothing", () => {
    const { keys } = newPushBrowser();
    const [short, long] = [encryptPush(Buffer.from("a"), keys), encryptPush(Buffer.from("b".repeat(400)), keys)];
    expect(short.length).toBe(long.length);
    expect(short.subarray(0, 86).equals(long.subarray(0, 86))).toBe(false);
  });

  it("fits the 4,096 bytes that push services take, and no more is encrypted", () => {
    const browser = newPushBrowser();
    const most = Buffer.alloc(MAX_PUSH_BYTES, "x");
    const sent = encryptPush(most, browser.keys);
    expect(sent.length).toBe(4_096);
    expect(browser.read(sent)).toBe(most.toString());
    expect(() => encryptPush(Buffer.alloc(MAX_PUSH_BYTES + 1), browser.keys)).toThrow(RangeError);
  });
});

describe("a browser's keys", () => {
  const { p256dh, auth } = newPushBrowser().keys;
  it("are a point of the curve and 16 bytes", () => expect(arePushKeys({ p256dh, auth })).toBe(true));
  it.each([
    ["no point", { p256dh: randomBytes(65).toString("base64url"), auth }],
    [
      "a point beside the curve",
      { p256dh: Buffer.concat([Buffer.from([4]), randomBytes(64)]).toString("base64url"), auth },
    ],
    ["a compressed point", { p256dh: `Ag${p256dh.slice(2, 44)}`, auth }],
    ["a short secret", { p256dh, auth: auth.slice(4) }],
    ["nothing", { p256dh: "", auth: "" }],
  ])("are refused when they are %s", (_what, keys) => expect(arePushKeys(keys)).toBe(false));
});
