import { openStore } from "../seal/device.js";
import { keepEvidence } from "./alarm.js";
import { Lost, openApi, Refused } from "./api.js";
import { readConfig } from "./config.js";
import { button, buttons, el, failuresGoTo, link, note, p, saveFile, show } from "./dom.js";
import { arrive, lockRoom, resume } from "./room.js";
import { selfTest } from "./selftest.js";
import { language, say, to } from "./words.js";
const CODE = /^#[A-Za-z0-9_-]{43}$/;
let room;
export async function start(render) {
  failuresGoTo(failed);
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  addEventListener("pagehide", blank);
  try {
    if (!(await selfTest())) return tooOld();
    const config = await readConfig();
    wire(config);
    const store = await openStore();
    room = ({ config, store, api: openApi(config.api), state: "out" });
    const code = takeCode();
    await resume(room);
    if (code && room.state !== "open") await arrive(room, code);
    if (room.state === "open") await opened(room);
    await render(room);
  } catch (error) {
    await failed(error);
  }
}
const pages = new BroadcastChannel("room");
pages.onmessage = () => location.reload();
export const tellOtherPages = () => pages.postMessage("changed");
export async function lockAndLeave(open) {
  try {
    await lockRoom(open);
  } catch (error) {
    if (!(error instanceof Lost || error instanceof Refused)) throw error; // shut on this device whatever the server says
  }
  tellOtherPages();
  location.replace(to("sign-in"));
}
async function failed(error) {
  if (error instanceof Lost) return stopped("lost", retry());
  await failureWords();
  if (error.name === "Alarm") return alarm(error);
  if (error instanceof Refused) return refused(error);
  if (["DataCloneError", "InvalidStateError", "SecurityError", "QuotaExceededError", "UnknownError"].includes(error.name)) {
    return stopped("storage", retry());
  }
  console.error(error.name, error.stack?.split("\n").slice(0, 3).join(" "));
  return stopped("fault", retry());
}
function refused(error) {
  if (error.code === "sign_in_needed" || error.code === "locked") return void location.replace(to("sign-in"));
  const told = { login: "code", too_many: "too_many", strength: "strength", stale: "stale", waiting: "waiting", over: "over" };
  const minutes = Math.max(1, Math.ceil((error.wait || 60) / 60));
  const request = p(say("common.stop.request", { request: error.request || "–" }), { class: "small" });
  return stopped(Object.hasOwn(told, error.code) ? told[error.code] : "refused", [request, retry()], { minutes });
}
async function alarm(error) {
  const at = room ? room.api.now() : 0;
  if (room) await keepEvidence(room.store, error, at);
  const { evidenceFile } = await import("./alarm.js");
  const save = async () => {
    if (!room) return;
    const file = await evidenceFile(room.store, { origin: location.origin, pool: room.config.pool, version: version() });
    saveFile("evidence.json", file.text, "application/json");
  };
  show(say("common.alarm.title"),
    note("bad", p(say(`common.alarm.${error.what}`)), p(say("common.alarm.nothing"))),
    p(say("common.alarm.next")),
    buttons(button(say("common.evidence"), save), link(to(""), say("common.stop.home"), { class: "button quiet" })));
}
function stopped(code, more, values = {}) {
  show(say(`common.stop.${code}.title`), note("warn", p(say(`common.stop.${code}`, values))), more);
}
const retry = () =>
  buttons(button(say("common.stop.again"), () => location.reload()), link(to(""), say("common.stop.home"), { class: "button quiet" }));
async function tooOld() {
  await failureWords();
  show(say("common.old.title"), p(say("common.old")), p(say("common.old.list")), p(say("common.old.phone")));
}
const failureWords = () =>
  (language() === "cy" ? import("../words/cy/failures.js") : import("../words/en/failures.js")).catch(() => undefined);
export const version = () => document.getElementById("version")?.textContent ?? "";
function wire({ api }) {
  for (const anchor of document.querySelectorAll("a[data-pool]")) {
    const path = (anchor).dataset.pool ?? "/";
    anchor.setAttribute("href", api + (to("") === "/cy/" ? "/cy" : "") + path);
  }
  const other = (document.getElementById("other-language"));
  other.addEventListener("click", () => (other.hash = location.hash));
}
function takeCode() {
  if (!CODE.test(location.hash)) return null;
  const code = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  return code;
}
export async function opened(now) {
  const place = document.querySelector(".language");
  place?.before(el("p", { class: "lock" }, button(say("common.lock"), () => lockAndLeave(now), { class: "quiet" })));
  const { watchIdle } = await import("./idle.js");
  watchIdle(now, () => lockAndLeave(now));
}
function blank() {
  if (room?.state === "open") document.getElementById("page")?.replaceChildren();
}
