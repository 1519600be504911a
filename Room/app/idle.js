// SPDX-License-Identifier: EUPL-1.2
import { button, el, note, p } from "./dom.js";
import { say } from "./words.js";

/**
 * Locks a room in which nobody does anything. The server counts too; while somebody works here, it is told once a
 * minute, with a request that fetches nothing else.
 */

const TELL = 60;
const WARN = 60;

/** @param {import("./room.js").Room} room @param {() => void} lock */
export function watchIdle(room, lock) {
  const limit = () => Math.min(room.session.idle_minutes * 60, room.session.ends - room.api.now());
  let [last, told] = [Date.now(), Date.now()];
  /** @type {HTMLElement | null} */
  let warning = null;
  const busy = () => {
    last = Date.now();
    warning?.remove();
    warning = null;
  };
  for (const name of ["keydown", "pointerdown", "input"]) addEventListener(name, busy, { passive: true });
  const watch = setInterval(async () => {
    const quiet = (Date.now() - last) / 1000;
    if (room.state !== "open") return clearInterval(watch);
    if (quiet >= limit()) {
      clearInterval(watch);
      return lock();
    }
    if (quiet >= limit() - WARN && !warning) warning = warn(busy);
    if (quiet < TELL && Date.now() - told > TELL * 1000) {
      told = Date.now();
      await room.api.get("/log/checkpoint").catch(() => undefined); // the next real request will say what is wrong
    }
  }, 1000);
}

function warn(stay) {
  const words = note("info", p(say("common.idle")), button(say("common.stay"), stay, { class: "quiet" }));
  const box = el("div", { role: "alert" }, words);
  document.getElementById("page")?.prepend(box);
  return box;
}
