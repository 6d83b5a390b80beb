/** A zone in which it is this hour now. */
export const zoneAt = (hour: number) => {
  const hours = hour - new Date().getUTCHours();
  const ahead = hours > 14 ? hours - 24 : hours < -9 ? hours + 24 : hours;
  return ahead < 0 ? `Etc/GMT+${-ahead}` : `Etc/GMT-${ahead}`;
};

/** A zone in which it is between 8 and 14 now, so that today has hours left whenever the tests run. */
export const morning = (now = new Date()) =>
  ["Etc/GMT-8", "Etc/GMT-2", "Etc/GMT+4", "Etc/GMT+10"][Math.floor(now.getUTCHours() / 6)] ?? "UTC";
