/** CRC-32 as gzip has it: polynomials over GF(2), the lowest bit first. */
const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
  return sum >>> 0;
});

/** Returns the checksum of several pieces, one after the other. */
export function checksumOf(pieces: readonly Uint8Array[]): number {
  let sum = 0xffffffff;
  for (const piece of pieces) for (const byte of piece) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0);
  return ~sum >>> 0;
}

/** The product of two polynomials. */
function product(one: number, other: number): number {
  let sum = 0;
  let factor = other;
  for (let mask = 0x80000000; mask !== 0; mask >>>= 1) {
    if (one & mask) sum ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1;
  }
  return sum >>> 0;
}

/** What so many zero bytes do to a checksum: a factor. */
function shiftOf(bytes: number): number {
  let [power, factor] = [0x00800000, 0x80000000]; // x⁸, and 1
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) factor = product(power, factor);
    power = product(power, power);
  }
  return factor;
}

/**
 * How a checksum changes with a value that stands at some places of a text of `length` bytes: checksums are linear, so that
 * that of the text with zeros there, and this of the value, make that of the text with the value. A bit at a time, first byte
 * first.
 */
export function influenceOf(length: number, places: readonly number[], valueLength: number): Uint32Array {
  const bits = new Uint32Array(valueLength * 8);
  for (const place of places) {
    let shift = shiftOf(length - place - valueLength);
    for (let byte = valueLength - 1; byte >= 0; byte--) {
      for (let bit = 0; bit < 8; bit++) bits[byte * 8 + bit]! ^= product(shift, TABLE[1 << bit] ?? 0);
      shift = product(shift, 0x00800000);
    }
  }
  return bits;
}

/** Returns what a value changes. */
export function changeBy(value: Uint8Array, influence: Uint32Array): number {
  let sum = 0;
  for (const [index, byte] of value.entries()) {
    for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) sum ^= influence[index * 8 + bit] ?? 0;
  }
  return sum >>> 0;
}
